package org.zhiheng.deadlines.rule;

/// The same in both languages.
///
/// @param zh Chinese
/// @param en English
public record Words(String zh, String en) {}
