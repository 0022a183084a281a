package org.zhiheng.similarity.han;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How alike two syllables sound to a speaker of Mandarin, dialects included.
///
/// The product of how alike the initials, the rimes and the tones are. The tables follow what
/// speakers of the big dialect groups do not keep apart (n/l, z/zh, f/h, in/ing, an/ang …), then
/// what differs in one feature only (breath: b/p, d/t; rounding: i/v). Their figures are our
/// judgement, in steps of that order; they are not measured in listeners.
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
          Map.entry(Set.of("i", "e"), 0.35),
          Map.entry(Set.of("ong", "uang"), 0.6),
          Map.entry(Set.of("ong", "ang"), 0.5),
          Map.entry(Set.of("iong", "iang"), 0.5),
          Map.entry(Set.of("eng", "ing"), 0.5),
          Map.entry(Set.of("en", "in"), 0.5),
          Map.entry(Set.of("ang", "iang"), 0.55),
          Map.entry(Set.of("an", "ian"), 0.55),
          Map.entry(Set.of("uan", "ian"), 0.45),
          Map.entry(Set.of("uang", "iang"), 0.5),
          Map.entry(Set.of("uai", "uei"), 0.5),
          Map.entry(Set.of("uo", "u"), 0.45),
          Map.entry(Set.of("o", "ou"), 0.5));

  /// Initials and rimes by number; 0 is any that Mandarin does not have.
  private static final List<String> INITIAL_NAMES =
      List.of(
          "?", "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch",
          "sh", "r", "z", "c", "s");

  private static final List<String> RIME_NAMES =
      List.of(
          "?", "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i",
          "ia", "ie", "iao", "iou", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai",
          "uei", "uan", "uen", "uang", "ueng", "v", "ve", "van", "vn");

  private static final float[][] INITIAL_NEAR = matrix(INITIAL_NAMES, INITIALS, 0.2);
  private static final float[][] RIME_NEAR = matrix(RIME_NAMES, RIMES, 0.1);
  private static final Map<String, Integer> INITIAL_NUMBERS = numbers(INITIAL_NAMES);
  private static final Map<String, Integer> RIME_NUMBERS = numbers(RIME_NAMES);

  /// What another tone takes: little, for tones are not written in a Latin spelling and are
  /// forgotten first.
  private static final float OTHER_TONE = 0.94f;

  /// What a neutral tone against a full one takes.
  private static final float NEUTRAL_TONE = 0.97f;

  private SyllableSound() {}

  private static Map<String, Integer> numbers(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int at = 0; at < names.size(); at++) {
      numbers.put(names.get(at), at);
    }
    return Map.copyOf(numbers);
  }

  private static float[][] matrix(
      List<String> names, Map<Set<String>, Double> near, double otherwise) {
    float[][] matrix = new float[names.size()][names.size()];
    for (float[] row : matrix) {
      Arrays.fill(row, (float) otherwise);
    }
    for (int at = 1; at < names.size(); at++) {
      matrix[at][at] = 1;
    }
    near.forEach((pair, share) -> {
      List<String> both = List.copyOf(pair);
      int one = names.indexOf(both.get(0));
      int two = names.indexOf(both.get(1));
      matrix[one][two] = share.floatValue();
      matrix[two][one] = share.floatValue();
    });
    return matrix;
  }

  /// The syllable's parts as one number, for [#alike(int, int)].
  static int code(Syllable syllable) {
    return INITIAL_NUMBERS.getOrDefault(syllable.initial(), 0) << 16
        | RIME_NUMBERS.getOrDefault(syllable.rime(), 0) << 8
        | syllable.tone();
  }

  /// 0..1; 1 for the same syllable, a tone that is not known being like any.
  static double alike(Syllable left, Syllable right) {
    if (left.equals(right)) {
      return 1;
    }
    return alike(code(left), code(right));
  }

  /// The same of numbers.
  static double alike(int left, int right) {
    int one = left & 0xFF;
    int two = right & 0xFF;
    float tone =
        one == two || one == 0 || two == 0 ? 1 : one == 5 || two == 5 ? NEUTRAL_TONE : OTHER_TONE;
    return (double) INITIAL_NEAR[left >> 16][right >> 16]
        * RIME_NEAR[left >> 8 & 0xFF][right >> 8 & 0xFF]
        * tone;
  }
}
