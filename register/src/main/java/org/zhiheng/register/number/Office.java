package org.zhiheng.register.number;

import org.zhiheng.values.Parsed;

/// An office, by its two-letter code of WIPO standard ST.3 (`CN`, `EP`, `US`, `WO`).
///
/// Any code of that form is taken: a new office is data, not code.
///
/// @param code two capital letters
public record Office(String code) implements Comparable<Office> {

  /// 国家知识产权局; copyright and data registers of China too, told apart by the kind of right.
  public static final Office CN = new Office("CN");

  /// European Patent Office.
  public static final Office EP = new Office("EP");

  /// United States Patent and Trademark Office.
  public static final Office US = new Office("US");

  /// World Intellectual Property Organization.
  public static final Office WO = new Office("WO");

  /// @throws IllegalArgumentException when it is not two capital letters
  public Office {
    if (!code.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("an office code is two capital letters: " + code);
    }
  }

  /// Reads `cn` or `CN`.
  public static Parsed<Office> parse(String text) {
    String code = text.strip().toUpperCase(java.util.Locale.ROOT);
    return code.matches("[A-Z]{2}")
        ? Parsed.ok(new Office(code))
        : Parsed.refused(
            "office", text, "An office is a two-letter code of WIPO ST.3, such as CN.");
  }

  @Override
  public int compareTo(Office other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
