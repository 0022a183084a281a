package org.zhiheng.similarity.word;

/// One property of a name that an index files it under.
///
/// @param kind which property
/// @param text its value, such as a trigram or a syllable
public record Feature(FeatureKind kind, String text) {}
