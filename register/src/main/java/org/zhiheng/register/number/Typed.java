package org.zhiheng.register.number;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a person or a file typed, brought to one spelling before it is read: full-width forms made
/// narrow (NFKC), spaces around it gone, letters upper case, the dashes of typesetters plain.
final class Typed {

  /// Longer than any number or symbol an office prints; what is longer is not read at all.
  static final int LENGTH_MAX = 200;

  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=.)");

  private Typed() {}

  /// One spelling of the text, or nothing when it is blank or longer than [#LENGTH_MAX].
  static Optional<String> folded(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    String folded = DASHES.matcher(narrow.toUpperCase(Locale.ROOT)).replaceAll("-");
    return folded.isEmpty() || folded.length() > LENGTH_MAX
        ? Optional.empty()
        : Optional.of(folded);
  }

  /// The text without white space.
  static String joined(String folded) {
    return SPACES.matcher(folded).replaceAll("");
  }

  /// The letters and digits alone, of any script.
  static String bare(String folded) {
    return SIGNS.matcher(folded).replaceAll("");
  }

  /// The text without the office's code in front of it, if it stands there.
  static String without(Office office, String joined) {
    return joined.startsWith(office.code()) ? joined.substring(office.code().length()) : joined;
  }

  /// The digits without leading zeros; `0` stays.
  static String unpadded(String digits) {
    return ZEROS.matcher(digits).replaceFirst("");
  }

  /// The digits with zeros in front, up to this length.
  static String padded(String digits, int length) {
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }
}
