package org.zhiheng.register.number;

import org.zhiheng.values.Parsed;

/// A unified social credit code (统一社会信用代码): who an organisation in China is.
///
/// Source: GB 32100-2015, recalled: 18 characters of 31 signs (digits and capital letters without
/// I, O, S, V and Z); the last makes the sum of the values weighted with 3^(i-1) mod 31 a multiple
/// of 31.
///
/// @param code the 18 characters
public record SocialCreditCode(String code) {

  private static final int LENGTH = 18;

  private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /// @throws IllegalArgumentException when it is not 18 of the signs or its check sign is wrong
  public SocialCreditCode {
    if (!formed(code) || code.charAt(LENGTH - 1) != checkSign(code.substring(0, LENGTH - 1))) {
      throw new IllegalArgumentException("not a unified social credit code: " + code);
    }
  }

  /// Reads a code in any case and width; spaces and hyphens in it are taken.
  public static Parsed<SocialCreditCode> parse(String text) {
    String code = Typed.folded(text).map(Typed::bare).orElse("");
    if (!formed(code)) {
      return Parsed.refused(
          "credit-code",
          text,
          "A unified social credit code has 18 digits and capital letters, without I, O, S, V and"
              + " Z.");
    }
    char expected = checkSign(code.substring(0, LENGTH - 1));
    if (code.charAt(LENGTH - 1) != expected) {
      return Parsed.refused(
          "credit-code-check",
          text,
          "The check sign of " + code.substring(0, LENGTH - 1) + " is " + expected + ".");
    }
    return Parsed.ok(new SocialCreditCode(code));
  }

  private static boolean formed(String code) {
    return code.length() == LENGTH && code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
  }

  private static char checkSign(String seventeen) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < seventeen.length(); i++) {
      sum += SIGNS.indexOf(seventeen.charAt(i)) * weight;
      weight = weight * 3 % SIGNS.length();
    }
    return SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
  }

  @Override
  public String toString() {
    return code;
  }
}
