package org.zhiheng.store.postgres.search;

import java.util.Locale;
import java.util.Optional;
import org.zhiheng.register.number.RightNumber;

/// The form in which numbers are looked for: letters and digits, upper case, without the points,
/// strokes and spaces that are typed or left out at will. A number is found by its beginning, with
/// or without its office's code.
public final class Spelling {

  /// Letters of an office's code.
  public static final int OFFICE_LENGTH = 2;

  private Spelling() {}

  /// What is indexed: without the office's code.
  public static String of(RightNumber number) {
    String plain = plain(number.text());
    String office = number.office().code();
    return plain.startsWith(office) && plain.length() > OFFICE_LENGTH
        ? plain.substring(OFFICE_LENGTH)
        : plain;
  }

  /// Appends both forms, each behind a space.
  public static void append(RightNumber number, StringBuilder out) {
    String spelling = of(number);
    out.append(' ').append(number.office().code()).append(spelling).append(' ').append(spelling);
  }

  /// The form of a word that was typed, if it may be a number's beginning: it has a digit.
  public static Optional<String> sought(String word) {
    String plain = plain(java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFKC));
    boolean digit = plain.chars().anyMatch(one -> one >= '0' && one <= '9');
    boolean other = word.codePoints().anyMatch(point -> point > 0x7F && wide(point));
    return digit && !other ? Optional.of(plain) : Optional.empty();
  }

  /// The form without the first two letters, when it begins with them: an office's code perhaps.
  public static Optional<String> withoutOffice(String plain) {
    return plain.length() > OFFICE_LENGTH
            && Character.isLetter(plain.charAt(0))
            && Character.isLetter(plain.charAt(1))
        ? Optional.of(plain.substring(OFFICE_LENGTH))
        : Optional.empty();
  }

  private static boolean wide(int point) {
    return !SearchText.of(Character.toString(point)).isEmpty()
        && !SearchText.narrow(SearchText.of(Character.toString(point)).charAt(1));
  }

  private static String plain(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(upper.length());
    for (int at = 0; at < upper.length(); at++) {
      char one = upper.charAt(at);
      if ((one >= '0' && one <= '9') || (one >= 'A' && one <= 'Z')) {
        plain.append(one);
      }
    }
    return plain.toString();
  }
}
