package org.zhiheng.similarity.guideline;

import java.util.List;

/// A mark as the rules look at it. The caller fills it from what was read of the name, or has
/// [MarkViews] read a plain text.
///
/// @param text as it was given
/// @param han its Han characters, simplified, in order; nothing else
/// @param latin its Latin letters, lower case, without diacritics, in order
/// @param digits its digits 0-9, in order
/// @param words its Latin words, lower case, in order
/// @param syllables the pinyin of [#han] without tone, one a character; empty when not known
/// @param core what is left of the normal form without affixes; the whole form when nothing is left
/// @param form the normal form: width, case, script variant, spaces and signs folded
/// @param affixes what was taken away for [#core]
/// @param figure whether it has a figure
public record MarkView(
    String text,
    String form,
    String han,
    String latin,
    String digits,
    List<String> words,
    List<String> syllables,
    String core,
    List<Affix> affixes,
    Figure figure) {

  /// Whether a mark has a figure.
  public enum Figure {
    /// Words alone.
    NONE,
    /// A figure, alone or beside words.
    PRESENT
  }

  /// Copies the lists.
  public MarkView {
    words = List.copyOf(words);
    syllables = List.copyOf(syllables);
    affixes = List.copyOf(affixes);
  }

  /// The same words with a figure.
  public MarkView withFigure() {
    return new MarkView(
        text, form, han, latin, digits, words, syllables, core, affixes, Figure.PRESENT);
  }

  /// How many kinds of element it has: Chinese, foreign letters, digits, figure.
  int elements() {
    return (han.isEmpty() ? 0 : 1)
        + (latin.isEmpty() ? 0 : 1)
        + (digits.isEmpty() ? 0 : 1)
        + (figure == Figure.PRESENT ? 1 : 0);
  }

  boolean onlyHan() {
    return !han.isEmpty() && latin.isEmpty() && digits.isEmpty();
  }

  boolean onlyLatin() {
    return han.isEmpty() && !latin.isEmpty() && digits.isEmpty();
  }
}
