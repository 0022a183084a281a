package org.zhiheng.similarity.word;

/// A run of letters or characters of a name, and whether it distinguishes.
///
/// @param text folded
/// @param kind what it is when it adds little
/// @param han whether it is Han characters
/// @param weight of each of its signs, 0..1
/// @param attached whether it was cut off the part before it, with nothing between them
record Part(String text, AffixKind kind, boolean han, float weight, boolean attached) {

  Part(String text, AffixKind kind, boolean han, float weight) {
    this(text, kind, han, weight, false);
  }
}
