package org.zhiheng.similarity.han;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Mandarin syllable, taken apart by sound and not by spelling.
///
/// `yan` has no initial and the rime `ian`, `wei` the rime `uei`, `ju` the initial `j` and the rime
/// `v` (ü), so that syllables which sound alike have parts alike.
///
/// @param initial one of `b p m f d t n l g k h j q x zh ch sh r z c s`, or empty
/// @param rime such as `ang`, `iou`, `van`; ü is `v`
/// @param tone 1..4, 5 for the neutral tone, 0 when it is not known
public record Syllable(String initial, String rime, int tone) {

  private static final List<String> INITIALS =
      List.of(
          "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
          "r", "z", "c", "s");

  /// Rimes that are written in short after an initial.
  private static final Map<String, String> LONG =
      Map.of("iu", "iou", "ui", "uei", "un", "uen", "ue", "ve");

  private static final Map<String, String> SHORT = Map.of("iou", "iu", "uei", "ui", "uen", "un");

  /// Combining marks of tones 1 to 4.
  private static final String MARKS = "\u0304\u0301\u030C\u0300";

  /// Checks the tone.
  public Syllable {
    if (tone < 0 || tone > 5) {
      throw new IllegalArgumentException("tone must be in 0..5: " + tone);
    }
    if (rime.isEmpty()) {
      throw new IllegalArgumentException("rime must not be empty");
    }
  }

  /// Reads `zhong`, `zhong1` or `zhōng`; `ü` may be written `v` or `u:`.
  ///
  /// Only the parts are looked for: whether Mandarin has the syllable is not checked. Without a
  /// mark the tone is 0.
  ///
  /// @return empty when it is not letters a–z and ü, with a tone at most
  public static Optional<Syllable> parse(String text) {
    String open = Normalizer.normalize(text.replace("u:", "v"), Normalizer.Form.NFD);
    StringBuilder letters = new StringBuilder();
    int tone = 0;
    for (int at = 0; at < open.length(); at++) {
      char sign = Character.toLowerCase(open.charAt(at));
      int mark = MARKS.indexOf(sign);
      if (mark >= 0) {
        tone = mark + 1;
      } else if (sign == '\u0308' && !letters.isEmpty()) {
        letters.setCharAt(letters.length() - 1, 'v');
      } else if (sign >= '0' && sign <= '5' && at == open.length() - 1) {
        tone = sign - '0';
      } else if (sign >= 'a' && sign <= 'z') {
        letters.append(sign);
      } else if (sign != '\u0302') {
        return Optional.empty();
      }
    }
    return letters.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(split(letters.toString(), tone));
  }

  private static @org.jspecify.annotations.Nullable Syllable split(String plain, int tone) {
    if (plain.startsWith("y")) {
      String rest = plain.substring(1);
      String rime =
          rest.startsWith("i") ? rest : rest.startsWith("u") ? "v" + rest.substring(1) : "i" + rest;
      if (rime.equals("vn") || rime.equals("v") || rime.equals("ve") || rime.equals("van")) {
        return new Syllable("", rime, tone);
      }
      return new Syllable("", rime.equals("iong") ? "iong" : rime, tone);
    }
    if (plain.startsWith("w")) {
      String rest = plain.substring(1);
      return new Syllable("", rest.startsWith("u") ? rest : "u" + rest, tone);
    }
    for (String initial : INITIALS) {
      if (plain.startsWith(initial)) {
        String rest = plain.substring(initial.length());
        if (rest.isEmpty()) {
          break;
        }
        boolean palatal = initial.equals("j") || initial.equals("q") || initial.equals("x");
        if (palatal && rest.startsWith("u")) {
          rest = "v" + rest.substring(1);
        }
        return new Syllable(initial, LONG.getOrDefault(rest, rest), tone);
      }
    }
    return new Syllable("", plain, tone);
  }

  /// As it is typed, without tone: `zhong`, `yan`, `lv` for lǜ.
  public String plain() {
    if (initial.isEmpty()) {
      return switch (rime.charAt(0)) {
        case 'i' ->
            rime.equals("i") || rime.equals("in") || rime.equals("ing")
                ? "y" + rime
                : "y" + rime.substring(1);
        case 'u' -> rime.equals("u") ? "wu" : "w" + rime.substring(1);
        case 'v' -> "yu" + rime.substring(1);
        case 'a', 'e', 'o', 'm', 'n', 'h' -> rime;
        default -> rime;
      };
    }
    boolean palatal = initial.equals("j") || initial.equals("q") || initial.equals("x");
    if (palatal && rime.charAt(0) == 'v') {
      return initial + "u" + rime.substring(1);
    }
    return initial + SHORT.getOrDefault(rime, rime);
  }

  /// As it is printed, with its mark: `zhōng`, `lǜ`; without mark for tones 0 and 5.
  public String toned() {
    String plain = plain();
    String written =
        plain.startsWith("lv") || plain.startsWith("nv")
            ? plain.charAt(0) + "u\u0308" + plain.substring(2)
            : plain;
    if (tone < 1 || tone > 4) {
      return Normalizer.normalize(written, Normalizer.Form.NFC);
    }
    int vowel = vowel(written);
    int behind = vowel + 1 < written.length() && written.charAt(vowel + 1) == '\u0308' ? 2 : 1;
    return Normalizer.normalize(
        written.substring(0, vowel + behind)
            + MARKS.charAt(tone - 1)
            + written.substring(vowel + behind),
        Normalizer.Form.NFC);
  }

  /// Which letter bears the mark: a or e, else the o of ou, else the last vowel.
  private static int vowel(String written) {
    int best = Math.max(written.indexOf('a'), written.indexOf('e'));
    if (best >= 0) {
      return best;
    }
    if (written.contains("ou")) {
      return written.indexOf("ou");
    }
    for (int at = written.length() - 1; at >= 0; at--) {
      if ("iou".indexOf(written.charAt(at)) >= 0) {
        return at;
      }
    }
    return 0;
  }
}
