package org.zhiheng.register.number;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Parsed;

/// Reads the symbols of classifications, in any spelling, to one canonical form.
///
/// Reading what was printed gives the same symbol again.
public final class Symbols {

  private static final int NICE_CLASS_LAST = 45;
  private static final int LOCARNO_CLASS_LAST = 32;

  /// Classes 31, 32 and 99 have the one subclass 00; no class before them has it.
  private static final int LOCARNO_UNDIVIDED_FIRST = 31;

  /// Class 99 was Locarno's class of miscellaneous designs until its ninth edition.
  private static final int LOCARNO_MISCELLANEOUS = 99;

  /// Parts of a similar group are counted in Chinese; the longest group has some thirty.
  private static final int PART_LAST = 99;

  private static final Pattern PATENT =
      Pattern.compile(
          "([A-HY])([0-9]{2})([A-Z])(?:0*([1-9][0-9]{0,3})/([0-9]{2,6}))?"
              + "(?:\\([0-9]{4}\\.[0-9]{2}\\))?(?:[IAN][A-Z]*)?");
  private static final Pattern LOCARNO =
      Pattern.compile(
          "(?:LOC)?(?:\\([0-9]{1,2}\\))?(?:CL\\.?)?([0-9]{1,2})[-.]([0-9]{1,2})"
              + "(?:\\([0-9]{1,2}\\))?");
  private static final Pattern GROUP =
      Pattern.compile("([0-9]{2})([0-9]{2})(?:第?\\(([0-9]{1,2}|[一二三四五六七八九十]{1,3})\\)(?:部分)?)?");
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  private Symbols() {}

  /// The symbol of this scheme that the text is: `G06F 13/12 (2006.01)` → `G06F13/12`, `01-01 (11)`
  /// → `01-01`, `第9类` → `09`, `0102（一）` → `0102(1)`. A patent subclass alone (`G06F`) is taken too.
  public static Parsed<ClassSymbol> read(ClassScheme scheme, String text) {
    String joined = Typed.folded(text).map(Typed::joined).orElse("");
    return switch (scheme) {
      case IPC -> patent(scheme, text, joined);
      case CPC -> patent(scheme, text, joined);
      case LOCARNO -> locarno(text, joined);
      case NICE -> nice(text, joined);
      case SIMILAR_GROUP -> similarGroup(text, joined);
      case USPC -> unitedStates(text);
    };
  }

  private static Parsed<ClassSymbol> patent(ClassScheme scheme, String given, String joined) {
    Matcher parts = PATENT.matcher(joined);
    boolean reads =
        parts.matches()
            && !parts.group(2).equals("00")
            && (scheme == ClassScheme.CPC || !parts.group(1).equals("Y"));
    if (!reads) {
      return Parsed.refused(
          scheme == ClassScheme.CPC ? "cpc-symbol" : "ipc-symbol",
          given,
          "A patent class is a section, class, subclass, group and subgroup, such as H04N7/173.");
    }
    String subclass = parts.group(1) + parts.group(2) + parts.group(3);
    String group = parts.group(4) == null ? "" : parts.group(4) + "/" + parts.group(5);
    return Parsed.ok(new ClassSymbol(scheme, subclass + group));
  }

  private static Parsed<ClassSymbol> locarno(String given, String joined) {
    Matcher parts = LOCARNO.matcher(joined);
    if (parts.matches()) {
      int number = Integer.parseInt(parts.group(1));
      boolean known =
          (number >= 1 && number <= LOCARNO_CLASS_LAST) || number == LOCARNO_MISCELLANEOUS;
      boolean undivided = Integer.parseInt(parts.group(2)) == 0;
      if (known && (!undivided || number >= LOCARNO_UNDIVIDED_FIRST)) {
        return Parsed.ok(
            new ClassSymbol(
                ClassScheme.LOCARNO,
                Typed.padded(parts.group(1), 2) + "-" + Typed.padded(parts.group(2), 2)));
      }
    }
    return Parsed.refused(
        "locarno-symbol",
        given,
        "A Locarno symbol is a class 01 to 32 and a subclass, such as 01-01.");
  }

  private static Parsed<ClassSymbol> nice(String given, String joined) {
    String digits = joined.replaceFirst("^第?0*([0-9]{1,2})类?$", "$1");
    Optional<Integer> number = whole(digits);
    return number.filter(n -> n >= 1 && n <= NICE_CLASS_LAST).isPresent()
        ? Parsed.ok(new ClassSymbol(ClassScheme.NICE, Typed.padded(digits, 2)))
        : Parsed.refused("nice-class", given, "A Nice class is a number from 1 to 45.");
  }

  private static Parsed<ClassSymbol> similarGroup(String given, String joined) {
    Matcher parts = GROUP.matcher(joined);
    if (parts.matches() && !parts.group(2).equals("00")) {
      int number = Integer.parseInt(parts.group(1));
      String part = parts.group(3) == null ? "" : parts.group(3);
      Optional<Integer> counted = part.isEmpty() ? Optional.of(0) : counted(part);
      if (number >= 1 && number <= NICE_CLASS_LAST && counted.isPresent()) {
        return Parsed.ok(
            new ClassSymbol(
                ClassScheme.SIMILAR_GROUP,
                parts.group(1)
                    + parts.group(2)
                    + (part.isEmpty() ? "" : "(" + counted.get() + ")")));
      }
    }
    return Parsed.refused(
        "similar-group",
        given,
        "A similar group is four digits, the first two a class from 01 to 45, and perhaps a part,"
            + " such as 0102 or 0102(1).");
  }

  private static Parsed<ClassSymbol> unitedStates(String given) {
    String symbol = Typed.folded(given).map(folded -> folded.replaceAll("\\s+", " ")).orElse("");
    return symbol.matches("[A-Z0-9][A-Z0-9 ./+-]{0,39}")
        ? Parsed.ok(new ClassSymbol(ClassScheme.USPC, symbol))
        : Parsed.refused(
            "uspc-symbol",
            given,
            "A United States class has up to 40 letters and digits, such as 455/556.1.");
  }

  /// The part's number, written in digits or in Chinese up to 九十九.
  private static Optional<Integer> counted(String part) {
    if (Character.isDigit(part.charAt(0))) {
      return whole(part).filter(n -> n >= 1 && n <= PART_LAST);
    }
    int ten = part.indexOf('十');
    if (ten < 0) {
      return part.length() == 1 ? Optional.of(CHINESE_DIGITS.indexOf(part)) : Optional.empty();
    }
    if (ten != part.lastIndexOf('十') || ten > 1 || part.length() - ten > 2) {
      return Optional.empty();
    }
    int tens = ten == 0 ? 1 : CHINESE_DIGITS.indexOf(part.charAt(0));
    int ones = ten + 1 == part.length() ? 0 : CHINESE_DIGITS.indexOf(part.charAt(ten + 1));
    return Optional.of(tens * 10 + ones);
  }

  private static Optional<Integer> whole(String digits) {
    return digits.matches("[0-9]{1,2}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
  }
}
