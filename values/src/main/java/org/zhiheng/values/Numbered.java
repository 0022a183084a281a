package org.zhiheng.values;

/// Reads the ids that are a letter and a number.
final class Numbered {

  private Numbered() {}

  /// The number behind the letter, 1..999,999,999,999,999,999.
  static Parsed<Long> parse(char letter, String text) {
    String trimmed = text.strip();
    boolean lettered =
        !trimmed.isEmpty()
            && Character.toUpperCase(trimmed.charAt(0)) == Character.toUpperCase(letter);
    String digits = lettered ? trimmed.substring(1) : trimmed;
    if (!digits.matches("[1-9][0-9]{0,17}")) {
      return Parsed.refused(
          "id",
          text,
          "An id is written " + letter + " and a number from 1, such as " + letter + "42.");
    }
    return Parsed.ok(Long.parseLong(digits));
  }
}
