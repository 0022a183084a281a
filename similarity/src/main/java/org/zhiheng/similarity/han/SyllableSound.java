package org.zhiheng.similarity.han;

import java.util.Map;
import java.util.Set;

/// How alike two syllables sound to a speaker of Mandarin, dialects included.
final class SyllableSound {

  private static final Map<Set<String>, Double> INITIALS =
      Map.ofEntries(
          Map.entry(Set.of("z", "zh"), 0.9),
          Map.entry(Set.of("c", "ch"), 0.9),
          Map.entry(Set.of("s", "sh"), 0.9),
          Map.entry(Set.of("n", "l"), 0.86),
          Map.entry(Set.of("f", "h"), 0.8),
          Map.entry(Set.of("d", "t"), 0.78),
          Map.entry(Set.of("g", "k"), 0.78),
          Map.entry(Set.of("j", "q"), 0.78),
          Map.entry(Set.of("j", "x"), 0.76),
          Map.entry(Set.of("b", "p"), 0.74),
          Map.entry(Set.of("q", "x"), 0.7),
          Map.entry(Set.of("l", "r"), 0.66),
          Map.entry(Set.of("z", "c"), 0.62),
          Map.entry(Set.of("zh", "ch"), 0.62),
          Map.entry(Set.of("ch", "sh"), 0.58),
          Map.entry(Set.of("c", "s"), 0.55),
          Map.entry(Set.of("g", "h"), 0.52),
          Map.entry(Set.of("k", "h"), 0.52),
          Map.entry(Set.of("z", "j"), 0.5),
          Map.entry(Set.of("c", "q"), 0.5),
          Map.entry(Set.of("s", "x"), 0.5),
          Map.entry(Set.of("zh", "j"), 0.5),
          Map.entry(Set.of("ch", "q"), 0.5),
          Map.entry(Set.of("sh", "x"), 0.52),
          Map.entry(Set.of("zh", "sh"), 0.45),
          Map.entry(Set.of("m", "n"), 0.4),
          Map.entry(Set.of("n", "r"), 0.4),
          Map.entry(Set.of("b", "m"), 0.35),
          Map.entry(Set.of("f", "p"), 0.4),
          Map.entry(Set.of("h", ""), 0.45),
          Map.entry(Set.of("ch", "z"), 0.56),
          Map.entry(Set.of("zh", "c"), 0.56),
          Map.entry(Set.of("sh", "c"), 0.52));

  private static final Map<Set<String>, Double> RIMES =
      Map.ofEntries(
          Map.entry(Set.of("in", "ing"), 0.9),
          Map.entry(Set.of("en", "eng"), 0.9),
          Map.entry(Set.of("an", "ang"), 0.8),
          Map.entry(Set.of("ian", "iang"), 0.74),
          Map.entry(Set.of("uan", "uang"), 0.76),
          Map.entry(Set.of("uen", "ong"), 0.68),
          Map.entry(Set.of("o", "uo"), 0.9),
          Map.entry(Set.of("ao", "ou"), 0.7),
          Map.entry(Set.of("iao", "iou"), 0.7),
          Map.entry(Set.of("i", "v"), 0.7),
          Map.entry(Set.of("ie", "ve"), 0.66),
          Map.entry(Set.of("ian", "van"), 0.66),
          Map.entry(Set.of("in", "vn"), 0.68),
          Map.entry(Set.of("u", "v"), 0.5),
          Map.entry(Set.of("e", "uo"), 0.62),
          Map.entry(Set.of("e", "o"), 0.6),
          Map.entry(Set.of("ong", "eng"), 0.66),
          Map.entry(Set.of("ueng", "ong"), 0.8),
          Map.entry(Set.of("ong", "iong"), 0.6),
          Map.entry(Set.of("uen", "en"), 0.62),
          Map.entry(Set.of("uei", "ei"), 0.68),
          Map.entry(Set.of("ei", "ai"), 0.58),
          Map.entry(Set.of("ai", "uai"), 0.55),
          Map.entry(Set.of("uan", "an"), 0.55),
          Map.entry(Set.of("ua", "a"), 0.5),
          Map.entry(Set.of("uang", "ang"), 0.55),
          Map.entry(Set.of("ang", "eng"), 0.58),
          Map.entry(Set.of("an", "en"), 0.58),
          Map.entry(Set.of("ang", "en"), 0.52),
          Map.entry(Set.of("ian", "in"), 0.6),
          Map.entry(Set.of("iang", "ing"), 0.5),
          Map.entry(Set.of("iang", "in"), 0.5),
          Map.entry(Set.of("van", "uan"), 0.55),
          Map.entry(Set.of("vn", "uen"), 0.6),
          Map.entry(Set.of("vn", "iong"), 0.68),
          Map.entry(Set.of("ou", "u"), 0.5),
          Map.entry(Set.of("iou", "ou"), 0.5),
          Map.entry(Set.of("iao", "ao"), 0.5),
          Map.entry(Set.of("ie", "e"), 0.4),
          Map.entry(Set.of("a", "ia"), 0.5),
          Map.entry(Set.of("er", "e"), 0.55),
          Map.entry(Set.of("a", "e"), 0.35),
          Map.entry(Set.of("ou", "uo"), 0.5),
          Map.entry(Set.of("ei", "i"), 0.45),
          Map.entry(Set.of("uei", "i"), 0.4),
          Map.entry(Set.of("i", "e"), 0.35));

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
