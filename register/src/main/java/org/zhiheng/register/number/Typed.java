package org.zhiheng.register.number;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// What a person or a file typed, brought to one spelling before it is read: full-width forms made
/// narrow (NFKC), spaces around it gone, letters upper case, the dashes of typesetters plain.
final class Typed {

  /// Longer than any number or symbol an office prints; what is longer is not read at all.
  static final int LENGTH_MAX = 200;

  private Typed() {}

  /// One spelling of the text, or nothing when it is blank or longer than [#LENGTH_MAX].
  static Optional<String> folded(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\u2010-\\u2015\\u2212]", "-");
    return folded.isEmpty() || folded.length() > LENGTH_MAX
        ? Optional.empty()
        : Optional.of(folded);
  }

  /// The text without white space.
  static String joined(String folded) {
    return folded.replaceAll("\\s+", "");
  }

  /// The letters and digits alone, of any script.
  static String bare(String folded) {
    return folded.replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }

  /// The text without the office's code in front of it, if it stands there.
  static String without(Office office, String joined) {
    return joined.startsWith(office.code()) ? joined.substring(office.code().length()) : joined;
  }

  /// The digits without leading zeros; `0` stays.
  static String unpadded(String digits) {
    return digits.replaceFirst("^0+(?=.)", "");
  }

  /// The digits with zeros in front, up to this length.
  static String padded(String digits, int length) {
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }
}
