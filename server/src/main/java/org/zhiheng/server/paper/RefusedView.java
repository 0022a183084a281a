package org.zhiheng.server.paper;

/// Why there is no document.
///
/// @param why in words
/// @param back where it was asked for
public record RefusedView(String why, String back) {}
