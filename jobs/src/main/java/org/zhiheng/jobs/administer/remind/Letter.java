package org.zhiheng.jobs.administer.remind;

/// A letter, as plain text.
///
/// @param to one plain address
/// @param subject one line
/// @param text lines apart by `\n`
public record Letter(String to, String subject, String text) {}
