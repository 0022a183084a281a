package org.zhiheng.similarity.bridge;

/// How alike a name in Latin letters and one in Han characters are, without the evidence.
///
/// @param sound 0..1, whole against whole
/// @param initials 0..1, letters as the first letters of the syllables (SF for 顺丰)
/// @param meaning 0..1, by the glossary
/// @param order 0..1, what a list is ordered by: the words that mean the same taken out, how alike
///   the rest sounds; or the strongest of the others
public record BridgeRating(double sound, double initials, double meaning, double order) {}
