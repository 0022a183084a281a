package org.zhiheng.valuation.quality;

/// IPC subclasses as small numbers: a letter, two digits, a letter.
final class Subclass {

  /// How many there can be: 26 * 100 * 26.
  static final int COUNT = 67_600;

  private Subclass() {}

  /// `G06F` as a number below [#COUNT].
  ///
  /// @throws IllegalArgumentException when it is none
  static int number(String text) {
    if (text.length() != 4
        || !letter(text.charAt(0))
        || !digit(text.charAt(1))
        || !digit(text.charAt(2))
        || !letter(text.charAt(3))) {
      throw new IllegalArgumentException(
          "a subclass of the IPC is like G06F: " + text.substring(0, Math.min(20, text.length())));
    }
    return ((text.charAt(0) - 'A') * 100 + (text.charAt(1) - '0') * 10 + (text.charAt(2) - '0'))
            * 26
        + (text.charAt(3) - 'A');
  }

  private static boolean letter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
