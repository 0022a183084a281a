package org.zhiheng.server.paper;

/// What a template of a document is given.
///
/// @param sheet the style sheet that stands in it
/// @param view what it shows
/// @param <T> the view's type
public record Document<T>(Sheet sheet, T view) {}
