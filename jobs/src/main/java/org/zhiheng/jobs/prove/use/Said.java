package org.zhiheng.jobs.prove.use;

/// A sentence in both languages.
///
/// @param zh in Chinese
/// @param en in English
public record Said(String zh, String en) {}
