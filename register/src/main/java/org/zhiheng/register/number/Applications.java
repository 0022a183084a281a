package org.zhiheng.register.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Parsed;

/// Reads patent application numbers of all offices.
///
/// Forms: United States series code and serial number (`15/919,370`; `201815919370` in DOCDB);
/// European year and serial number with or without its check digit, which is not verified
/// (`99203729.1`; `19990203729` in EPODOC); international `PCT/CA2003/001234`; others as printed.
final class Applications {

  private static final int BARE_LENGTH_MAX = 24;

  private static final Pattern US =
      Pattern.compile("(?:19[0-9]{2}|20[0-9]{2})?([0-9]{2})([0-9]{6})");
  private static final Pattern EP = Pattern.compile("([0-9]{2})([0-9]{6})(?:\\.?([0-9]))?");
  private static final Pattern EPODOC = Pattern.compile("(?:19|20)([0-9]{2})0([0-9]{6})");
  private static final Pattern PCT =
      Pattern.compile("PCT/?([A-Z]{2})/?([0-9]{4}|[0-9]{2})/?([0-9]{5,6})");

  private Applications() {}

  /// The number that this folded text is at that office.
  static Parsed<RightNumber> read(Office office, String given, String folded) {
    String joined = Typed.joined(folded);
    return switch (office.code()) {
      case "CN" -> ChineseApplications.read(given, joined);
      case "US" -> american(given, joined);
      case "EP" -> european(given, joined);
      case "WO" -> international(given, Typed.without(Office.WO, joined));
      default -> other(office, given, joined);
    };
  }

  private static Parsed<RightNumber> american(String given, String joined) {
    Matcher digits = US.matcher(Typed.without(Office.US, joined).replaceAll("[/,]", ""));
    if (!digits.matches()) {
      return Parsed.refused(
          "application-number",
          given,
          "A United States application number has 8 digits, such as 15/919,370.");
    }
    String serial = digits.group(2);
    return number(
        Office.US,
        digits.group(1) + "/" + serial.substring(0, 3) + "," + serial.substring(3),
        digits.group(1) + serial);
  }

  private static Parsed<RightNumber> european(String given, String joined) {
    String number = Typed.without(Office.EP, joined);
    Matcher epodoc = EPODOC.matcher(number);
    if (epodoc.matches()) {
      String digits = epodoc.group(1) + epodoc.group(2);
      return number(Office.EP, digits, digits);
    }
    Matcher plain = EP.matcher(number);
    if (!plain.matches()) {
      return Parsed.refused(
          "application-number",
          given,
          "A European application number has 8 digits and perhaps a check digit, such as"
              + " 99203729.1.");
    }
    String digits = plain.group(1) + plain.group(2);
    String check = plain.group(3);
    return number(Office.EP, check == null ? digits : digits + "." + check, digits);
  }

  private static Parsed<RightNumber> international(String given, String joined) {
    Matcher parts = PCT.matcher(joined);
    if (!parts.matches()) {
      return Parsed.refused(
          "application-number",
          given,
          "An international application number is written PCT/CN2019/012345.");
    }
    String year = fullYear(parts.group(2));
    String serial = Typed.padded(parts.group(3), 6);
    return number(
        Office.WO,
        "PCT/" + parts.group(1) + year + "/" + serial,
        "PCT" + parts.group(1) + year + serial);
  }

  private static Parsed<RightNumber> other(Office office, String given, String joined) {
    String number = Typed.without(office, joined);
    String bare = number.replaceAll("[-/.,]", "");
    if (!bare.matches("[A-Z]{0,4}[0-9][0-9A-Z]*") || bare.length() > BARE_LENGTH_MAX) {
      return Parsed.refused(
          "application-number",
          given,
          "An application number has digits, perhaps letters, and at most "
              + BARE_LENGTH_MAX
              + " of both.");
    }
    return number(office, number, bare);
  }

  /// The Patent Cooperation Treaty has counted since 1978: `78`..`99` are of the last century.
  static String fullYear(String year) {
    if (year.length() == 4) {
      return year;
    }
    return (Integer.parseInt(year) >= 78 ? "19" : "20") + year;
  }

  private static Parsed<RightNumber> number(Office office, String text, String key) {
    return text.length() > RightNumber.LENGTH_MAX
        ? Parsed.refused(
            "number-length",
            text,
            "A number has at most " + RightNumber.LENGTH_MAX + " characters.")
        : Parsed.ok(
            new RightNumber(office, NumberType.APPLICATION, text, office.code() + ":A:" + key));
  }
}
