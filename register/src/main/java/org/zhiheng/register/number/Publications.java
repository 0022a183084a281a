package org.zhiheng.register.number;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Parsed;

/// Reads publication numbers of patents, with or without their kind code.
///
/// Source: WIPO ST.16 (kind codes) and the numbering of the offices as printed on their documents.
final class Publications {

  private static final Pattern SIGNS = Pattern.compile("[-/.,\\s]");
  private static final Pattern CHINESE = Pattern.compile("[0-9]{7,9}");
  private static final Pattern SPLIT = Pattern.compile("([A-Z0-9]*?[0-9])([A-Z][0-9]?)?");
  private static final Pattern US_GRANT = Pattern.compile("(D|RE|PP|H|T|AI|X)?0*([1-9][0-9]{0,7})");
  private static final Pattern US_APPLICATION = Pattern.compile("((?:20)[0-9]{2})([0-9]{6,7})");
  private static final Pattern WO = Pattern.compile("([0-9]{4})([0-9]{6})|([0-9]{2})([0-9]{5,6})");

  /// Until the end of 2003 the year was printed with two digits.
  private static final int WO_SHORT_YEAR_LAST = 2003;

  private static final int OTHER_LENGTH_MAX = 14;

  private Publications() {}

  /// The number that this folded text is at that office.
  static Parsed<RightNumber> read(Office office, String given, String folded) {
    String bare = SIGNS.matcher(folded).replaceAll("");
    Matcher parts = SPLIT.matcher(Typed.without(office, bare));
    if (!parts.matches()) {
      return refused(
          given,
          "A publication number has an office code, digits and a kind code, such as CN110007813A.");
    }
    String number = parts.group(1);
    String kind = parts.group(2) == null ? "" : parts.group(2);
    return switch (office.code()) {
      case "CN" -> chinese(given, number, kind);
      case "US" -> american(given, number, kind);
      case "EP" -> european(given, number, kind);
      case "WO" -> international(given, number, kind);
      default -> other(office, given, number, kind);
    };
  }

  /// Nine digits since 2007 are shared by the application and the grant; so are the eight of 1985
  /// to 1988, which are the application number. The seven between count for each kind anew.
  private static Parsed<RightNumber> chinese(String given, String number, String kind) {
    if (!CHINESE.matcher(number).matches()) {
      return refused(
          given,
          "A Chinese publication number has 9 digits, 8 before 1989 or 7 between, and a kind code,"
              + " such as CN110007813A.");
    }
    if (number.length() == 7 && kind.isEmpty()) {
      return refused(
          given,
          "A Chinese publication number of 7 digits needs its kind code, such as CN1719946A.");
    }
    String letter = number.length() == 7 ? kind.substring(0, 1) : "";
    return number(Office.CN, number, kind, number + letter);
  }

  private static Parsed<RightNumber> american(String given, String number, String kind) {
    Matcher application = US_APPLICATION.matcher(number);
    if (application.matches()) {
      String digits = application.group(1) + Typed.padded(application.group(2), 7);
      return number(Office.US, digits, kind, digits);
    }
    Matcher grant = US_GRANT.matcher(number);
    if (!grant.matches()) {
      return refused(
          given,
          "A United States publication number is a grant's (US8926509B2, USD435854S1) or an"
              + " application's (US20050004437A1).");
    }
    String digits = (grant.group(1) == null ? "" : grant.group(1)) + grant.group(2);
    return number(Office.US, digits, kind, digits);
  }

  private static Parsed<RightNumber> european(String given, String number, String kind) {
    if (!number.matches("0*[1-9][0-9]{0,6}")) {
      return refused(
          given, "A European publication number has up to 7 digits, such as EP1000000A1.");
    }
    String digits = Typed.padded(Typed.unpadded(number), 7);
    return number(Office.EP, digits, kind, digits);
  }

  private static Parsed<RightNumber> international(String given, String number, String kind) {
    Matcher parts = WO.matcher(number);
    if (!parts.matches()) {
      return refused(
          given,
          "An international publication number has a year and a serial number, such as"
              + " WO2019123456A1.");
    }
    String year = Applications.fullYear(parts.group(1) == null ? parts.group(3) : parts.group(1));
    String serial = Typed.padded(parts.group(2) == null ? parts.group(4) : parts.group(2), 6);
    String text =
        Integer.parseInt(year) > WO_SHORT_YEAR_LAST
            ? year + serial
            : year.substring(2) + (serial.startsWith("0") ? serial.substring(1) : serial);
    return number(Office.WO, text, kind, year + serial);
  }

  private static Parsed<RightNumber> other(
      Office office, String given, String number, String kind) {
    if (number.length() > OTHER_LENGTH_MAX) {
      return refused(
          given, "A publication number has at most " + OTHER_LENGTH_MAX + " letters and digits.");
    }
    return number(office, number, kind, number + (kind.isEmpty() ? "" : kind.substring(0, 1)));
  }

  private static Parsed<RightNumber> refused(String given, String reason) {
    return Parsed.refused("publication-number", given, reason);
  }

  private static Parsed<RightNumber> number(Office office, String digits, String kind, String key) {
    return Parsed.ok(
        new RightNumber(
            office,
            NumberType.PUBLICATION,
            office.code() + digits + kind,
            office.code() + ":P:" + key));
  }
}
