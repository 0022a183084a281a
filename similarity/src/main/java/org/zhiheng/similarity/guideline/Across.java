package org.zhiheng.similarity.guideline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;

/// How letters of one mark answer to Chinese characters of the other; each has a note in the data.
enum Across {
  /// They are the characters' reading in pinyin.
  PINYIN_OF_HAN,
  /// They sound alike.
  TRANSLITERATION,
  /// They mean the same.
  TRANSLATION,
  /// They are elements of marks that have others too.
  ELEMENT_ACROSS;

  /// Evidence of the shape where letters were laid beside characters.
  private static final Evidence LOOKED_ACROSS = new Evidence.NotCompared("shape-across-scripts");

  /// The name in the data: `pinyin-of-han`.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Across::id).toList();
  }

  /// Whether the scores lay letters beside characters.
  static boolean scripts(Pair pair) {
    return pair.evidence(Aspect.SHAPE).contains(LOOKED_ACROSS);
  }

  /// How marks that sound alike answer to each other: letter by letter in pinyin, or by sound.
  static Across bySound(Pair pair) {
    for (Evidence evidence : pair.evidence(Aspect.SOUND)) {
      if (evidence instanceof Evidence.Readings(String system, List<Evidence.Pair> pairs)
          && system.equals("pinyin")
          && pairs.stream().allMatch(Across::spelt)
          && letters(pair.left(), pair.right()).equals(spelling(pairs))) {
        return PINYIN_OF_HAN;
      }
    }
    return TRANSLITERATION;
  }

  private static String letters(MarkView left, MarkView right) {
    return left.latin().isEmpty() ? right.latin() : left.latin();
  }

  /// One side is `bu`, the other `布 bu`.
  private static boolean spelt(Evidence.Pair pair) {
    String letters = latin(pair.left()) ? pair.left() : pair.right();
    String han = latin(pair.left()) ? pair.right() : pair.left();
    return !letters.isEmpty() && latin(letters) && han.endsWith(" " + letters);
  }

  private static String spelling(List<Evidence.Pair> pairs) {
    return pairs.stream()
        .map(pair -> latin(pair.left()) ? pair.left() : pair.right())
        .collect(Collectors.joining());
  }

  private static boolean latin(String text) {
    return text.codePoints().allMatch(sign -> sign >= 'a' && sign <= 'z');
  }
}
