package org.zhiheng.similarity.grounds;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/// A name as it is looked through: width, case and script folded.
///
/// @param spaced letters and digits, all else a space; with a space before and behind
/// @param joined letters and digits alone
record ScreenedName(String spaced, String joined) {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();
  private static final Transliterator SIMPLE = Transliterator.getInstance("Traditional-Simplified");
  private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

  static ScreenedName of(String text) {
    String plain =
        ASCII
            .transliterate(SIMPLE.transliterate(NFKC.normalize(text)))
            .toLowerCase(Locale.ROOT)
            .replaceAll("(?<=[a-z])'(?=[a-z])", "");
    String spaced = " " + plain.replaceAll("[^\\p{L}\\p{N}%]+", " ").strip() + " ";
    return new ScreenedName(spaced, plain.replaceAll("[^\\p{L}\\p{N}]+", ""));
  }

  boolean isEmpty() {
    return joined.isEmpty();
  }

  /// Whether it holds this entry, which was folded in the same way.
  boolean holds(ScreenedName entry) {
    return latin(entry.joined())
        ? between(entry.spaced().strip())
        : spaced.contains(entry.spaced().strip()) || joined.contains(entry.joined());
  }

  /// A Latin word counts as a word: between Han characters, spaces or the ends.
  private boolean between(String word) {
    int at = spaced.indexOf(word);
    while (at >= 0) {
      char before = spaced.charAt(at - 1);
      char behind = spaced.charAt(at + word.length());
      if (!part(before) && !part(behind)) {
        return true;
      }
      at = spaced.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean part(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
  }

  static boolean latin(String text) {
    return text.chars().allMatch(sign -> sign < 0x80);
  }
}
