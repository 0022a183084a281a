package org.zhiheng.similarity.han;

import java.util.Map;
import java.util.Set;

/// How alike two syllables sound to a speaker of Mandarin, dialects included.
final class SyllableSound {

  private static final Map<Set<String>, Double> INITIALS =
      Map.ofEntries(
          Map.entry(Set.of("z", "zh"), 0.85),
          Map.entry(Set.of("c", "ch"), 0.85),
          Map.entry(Set.of("s", "sh"), 0.85),
          Map.entry(Set.of("n", "l"), 0.75),
          Map.entry(Set.of("f", "h"), 0.65),
          Map.entry(Set.of("l", "r"), 0.6),
          Map.entry(Set.of("b", "p"), 0.6),
          Map.entry(Set.of("d", "t"), 0.6),
          Map.entry(Set.of("g", "k"), 0.6),
          Map.entry(Set.of("j", "q"), 0.6),
          Map.entry(Set.of("j", "x"), 0.5),
          Map.entry(Set.of("q", "x"), 0.55),
          Map.entry(Set.of("z", "c"), 0.55),
          Map.entry(Set.of("zh", "ch"), 0.6),
          Map.entry(Set.of("ch", "sh"), 0.5));

  private static final Map<Set<String>, Double> RIMES =
      Map.ofEntries(
          Map.entry(Set.of("an", "ang"), 0.8),
          Map.entry(Set.of("en", "eng"), 0.85),
          Map.entry(Set.of("in", "ing"), 0.85),
          Map.entry(Set.of("ian", "iang"), 0.8),
          Map.entry(Set.of("uan", "uang"), 0.8),
          Map.entry(Set.of("i", "v"), 0.7),
          Map.entry(Set.of("ie", "ve"), 0.6),
          Map.entry(Set.of("ian", "van"), 0.6),
          Map.entry(Set.of("in", "vn"), 0.6),
          Map.entry(Set.of("u", "v"), 0.5),
          Map.entry(Set.of("o", "uo"), 0.9),
          Map.entry(Set.of("e", "uo"), 0.6),
          Map.entry(Set.of("ong", "eng"), 0.6),
          Map.entry(Set.of("ong", "iong"), 0.6),
          Map.entry(Set.of("uen", "en"), 0.6));

  private SyllableSound() {}

  /// 0..1; 1 only for the same syllable in the same tone.
  static double alike(Syllable left, Syllable right) {
    double initial =
        left.initial().equals(right.initial())
            ? 1
            : INITIALS.getOrDefault(Set.of(left.initial(), right.initial()), 0.2);
    double rime =
        left.rime().equals(right.rime())
            ? 1
            : RIMES.getOrDefault(Set.of(left.rime(), right.rime()), 0.1);
    double tone =
        left.tone() == right.tone() || left.tone() == 0 || right.tone() == 0
            ? 1
            : left.tone() == 5 || right.tone() == 5 ? 0.97 : 0.94;
    return initial * rime * tone;
  }
}
