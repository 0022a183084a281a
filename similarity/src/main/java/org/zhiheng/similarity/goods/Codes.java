package org.zhiheng.similarity.goods;

import java.util.OptionalInt;

/// How the table writes classes, groups and parts.
final class Codes {

  /// The table's biggest group has 20 parts.
  static final int PART_MAX = 99;

  private static final String DIGITS = "零一二三四五六七八九";

  private Codes() {}

  static boolean isClass(String text) {
    return text.matches("0[1-9]|[1-3][0-9]|4[0-5]");
  }

  static boolean isGroup(String text) {
    return text.matches("(0[1-9]|[1-3][0-9]|4[0-5])[0-9]{2}");
  }

  static void checkClass(String text) {
    if (!isClass(text)) {
      throw new IllegalArgumentException("class must be 01..45: " + text);
    }
  }

  static void checkGroup(String text) {
    if (!isGroup(text)) {
      throw new IllegalArgumentException("group must be four digits, 0101..4599: " + text);
    }
  }

  /// Reads 一 … 九十九, digits, or nothing (0).
  static OptionalInt part(String text) {
    if (text.isEmpty()) {
      return OptionalInt.of(0);
    }
    if (text.matches("[1-9][0-9]?")) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      int digit = text.length() == 1 ? DIGITS.indexOf(text) : -1;
      return digit > 0 ? OptionalInt.of(digit) : OptionalInt.empty();
    }
    String before = text.substring(0, ten);
    String after = text.substring(ten + 1);
    int tens = before.isEmpty() ? 1 : before.length() == 1 ? DIGITS.indexOf(before) : -1;
    int ones = after.isEmpty() ? 0 : after.length() == 1 ? DIGITS.indexOf(after) : -1;
    return tens > 0 && (after.isEmpty() || ones > 0)
        ? OptionalInt.of(tens * 10 + ones)
        : OptionalInt.empty();
  }

  /// 1..99 as the table writes it: 一, 十九, 二十.
  static String chinese(int part) {
    int tens = part / 10;
    int ones = part % 10;
    return (tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens) + "十")
        + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
  }
}
