package org.zhiheng.similarity.guideline;

/// A part of a name that adds no distinction.
///
/// @param text as it stands in the form
/// @param kind what it is
public record Affix(String text, AffixKind kind) {}
