package org.zhiheng.register.number;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.zhiheng.values.Parsed;

/// Reads the numbers that offices give, in any spelling, to one canonical form.
///
/// Full-width letters and digits, spaces, lower case and the office's code in front are all taken.
/// Reading what was printed gives the same number again.
public final class Numbers {

  /// Most keys that [#keysOf] gives: what one typed number can mean.
  public static final int KEYS_MAX = 32;

  private static final int MADRID_DIGITS_MAX = 7;

  /// Offices whose numbers people type without the office's code.
  private static final List<Office> UNPREFIXED =
      List.of(Office.CN, Office.US, Office.EP, Office.WO);

  /// What a registration number is written with: nothing that cannot be seen.
  private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+");

  private static final List<String> KIND_LETTERS = List.of("A", "B", "C", "U", "Y", "S", "D");

  private Numbers() {}

  /// A patent application number: `201830514079.9`, `ZL201830514079.9`, `CN99100001.7`,
  /// `15/919,370`, `99203729.1`, `PCT/CN2019/012345`.
  ///
  /// Chinese ones are refused unless year, kind and check digit hold. A Chinese mark's number is no
  /// application number but stays the same from filing on: [#registration] reads it.
  public static Parsed<RightNumber> application(Office office, String text) {
    return read(office, text, Applications::read);
  }

  /// A publication number of a patent: `CN110007813A`, `US8926509B2`, `EP1000000A1`,
  /// `WO2019123456A1`. Zeros in front of United States numbers are dropped, European ones filled up
  /// to seven digits.
  public static Parsed<RightNumber> publication(Office office, String text) {
    return read(office, text, Publications::read);
  }

  /// A registration number of a mark, a copyright, an indication, a layout or data: `12345678`,
  /// `2019SR0123456`, `国作登字-2019-F-00123456`, `BS.195012345`. Signs between letters and digits do
  /// not tell numbers apart.
  public static Parsed<RightNumber> registration(Office office, String text) {
    return read(office, text, Numbers::registered);
  }

  /// A Madrid international registration number: `1234567`, `1234567A`, `G1234567` as China prints
  /// it, `IR 1234567`, `2R145123` as renewals before 1996 were printed.
  public static Parsed<RightNumber> madrid(String text) {
    return read(Office.WO, text, (_, given, folded) -> madrid(given, folded));
  }

  /// The keys of all numbers that this typed text could be, likeliest first; none when it is like
  /// no number. At most [#KEYS_MAX].
  public static List<String> keysOf(String typed) {
    List<String> keys = new ArrayList<>();
    Typed.folded(typed).ifPresent(folded -> keys.addAll(keys(Typed.joined(folded))));
    return List.copyOf(keys.subList(0, Math.min(keys.size(), KEYS_MAX)));
  }

  private static SequencedSet<String> keys(String typed) {
    SequencedSet<String> keys = new LinkedHashSet<>();
    add(keys, application(Office.CN, typed));
    String chinese = typed.replaceFirst("^(CN|ZL)", "");
    for (String digits : ChineseApplications.unchecked(chinese)) {
      add(keys, application(Office.CN, digits + ChineseApplications.checkDigit(digits)));
    }
    List<Office> offices = officesOf(typed);
    for (Office office : offices) {
      add(keys, publication(office, typed));
    }
    for (Office office : offices) {
      addWithEachKind(keys, office, typed);
      add(keys, application(office, typed));
    }
    if (typed.codePoints().anyMatch(Character::isDigit)) {
      add(keys, madrid(typed));
      add(keys, registration(Office.CN, typed));
      for (Office office : offices) {
        add(keys, registration(office, typed));
      }
    }
    return keys;
  }

  /// The office that the text begins with, or those whose numbers are typed without one.
  private static List<Office> officesOf(String typed) {
    if (typed.startsWith("PCT")) {
      return List.of(Office.WO);
    }
    if (typed.startsWith("ZL")) {
      return List.of(Office.CN);
    }
    boolean named = typed.matches("[A-Z]{2}[0-9DHTRXPA].*") && !typed.matches("(RE|PP|AI).*");
    return named ? List.of(new Office(typed.substring(0, 2))) : UNPREFIXED;
  }

  /// Numbers that need their kind letter and were typed without it.
  private static void addWithEachKind(SequencedSet<String> keys, Office office, String typed) {
    boolean needed = !UNPREFIXED.contains(office) || typed.matches("(CN)?[0-9]{7}");
    if (!needed || !Character.isDigit(typed.charAt(typed.length() - 1))) {
      return;
    }
    if (office.equals(Office.CN) || !UNPREFIXED.contains(office)) {
      KIND_LETTERS.forEach(letter -> add(keys, publication(office, typed + letter)));
    }
  }

  private static void add(SequencedSet<String> keys, Parsed<RightNumber> number) {
    number.found().map(RightNumber::key).ifPresent(keys::add);
  }

  private static Parsed<RightNumber> registered(Office office, String given, String folded) {
    String text = folded.replaceAll("\\s+", " ");
    String bare = Typed.bare(text);
    if (text.length() > RightNumber.LENGTH_MAX
        || !bare.codePoints().anyMatch(Character::isDigit)
        || !VISIBLE.matcher(text).matches()) {
      return Parsed.refused(
          "registration-number",
          given,
          "A registration number has a digit and at most "
              + RightNumber.LENGTH_MAX
              + " characters, such as 12345678 or 2019SR0123456.");
    }
    return Parsed.ok(
        new RightNumber(office, NumberType.REGISTRATION, text, office.code() + ":R:" + bare));
  }

  private static Parsed<RightNumber> madrid(String given, String folded) {
    String number = Typed.joined(folded).replaceAll("^(IR|WO|G)", "").replace(",", "");
    if (!number.matches("([2-9]?R)?[0-9]{1," + MADRID_DIGITS_MAX + "}[A-Z]?")
        || !number.matches(".*[1-9].*")) {
      return Parsed.refused(
          "madrid-number",
          given,
          "An international registration number has up to 7 digits and perhaps a letter, such as"
              + " 1234567 or G1234567.");
    }
    String renewed = number.replaceFirst("[0-9]+[A-Z]?$", "");
    String own = Typed.unpadded(number.substring(renewed.length()));
    return Parsed.ok(new RightNumber(Office.WO, NumberType.MADRID, renewed + own, "WO:M:" + own));
  }

  private static Parsed<RightNumber> read(Office office, String text, Reading reading) {
    return Typed.folded(text)
        .map(folded -> reading.read(office, text, folded))
        .orElseGet(() ->
            Parsed.refused(
                "number-length",
                text,
                "A number must not be blank or longer than " + Typed.LENGTH_MAX + " characters."));
  }

  /// Reads one type of number.
  private interface Reading {

    /// @param given as typed, for the problem
    /// @param folded in one spelling
    Parsed<RightNumber> read(Office office, String given, String folded);
  }
}
