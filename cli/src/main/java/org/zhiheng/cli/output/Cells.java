package org.zhiheng.cli.output;

import java.util.Locale;

/// How one cell is written: escaped, quoted, measured, cut.
final class Cells {

  /// What one cell of a listing takes at most, in terminal columns: a SHA-256 in hexadecimal digits
  /// fits. JSON and CSV are never cut.
  static final int WIDTH_MAX = 64;

  private Cells() {}

  /// The text with what could move a terminal's cursor or hide text made visible: control, format
  /// and separator characters, halves of pairs. Nothing is cut.
  static String escaped(String text) {
    int at = 0;
    while (at < text.length() && !dangerous(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(point -> {
          if (dangerous(point)) {
            out.append(String.format(Locale.ROOT, "\\u{%x}", point));
          } else {
            out.appendCodePoint(point);
          }
        });
    return out.toString();
  }

  private static boolean dangerous(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /// A CSV field: quoted when it has to be.
  ///
  /// Source: RFC 4180 (2005-10), section 2.
  static String csv(String text) {
    String shown = escaped(text);
    if (shown.indexOf(',') < 0 && shown.indexOf('"') < 0) {
      return shown;
    }
    return '"' + shown.replace("\"", "\"\"") + '"';
  }

  /// A JSON string with its quotes; what could move a terminal's cursor is escaped too.
  ///
  /// Source: RFC 8259 (2017-12), section 7.
  static String json(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '"' || unit == '\\') {
        out.append('\\').append(unit);
      } else if (unit == '\n') {
        out.append("\\n");
      } else if (unit == '\t') {
        out.append("\\t");
      } else if (Character.isISOControl(unit)
          || Character.getType(unit) == Character.FORMAT
          || unit == '\u2028'
          || unit == '\u2029'
          || loneSurrogate(text, i)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      } else {
        out.append(unit);
      }
    }
    return out.append('"').toString();
  }

  /// A JSON document with what could move a terminal's cursor escaped; such signs stand in its
  /// strings alone, so that it says the same.
  static String safeJson(String document) {
    StringBuilder out = new StringBuilder(document.length());
    for (int i = 0; i < document.length(); i++) {
      char unit = document.charAt(i);
      boolean unsafe =
          (Character.isISOControl(unit) && unit != '\n')
              || Character.getType(unit) == Character.FORMAT
              || unit == '\u2028'
              || unit == '\u2029';
      if (unsafe) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      } else {
        out.append(unit);
      }
    }
    return out.toString();
  }

  private static boolean loneSurrogate(String text, int at) {
    char unit = text.charAt(at);
    if (Character.isHighSurrogate(unit)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(unit)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /// How many columns of a terminal the text takes: two for each wide character.
  ///
  /// Source: Unicode Standard Annex 11, East Asian Width, by whole blocks: CJK, kana, Hangul and
  /// full-width forms are wide, combining marks take none.
  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        point >= 0x1100
            && (point <= 0x115F
                || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE4F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1F64F)
                || (point >= 0x20000 && point <= 0x3FFFD));
    return wide ? 2 : 1;
  }

  /// The text, or as much of it as fits [#WIDTH_MAX] with an ellipsis behind.
  static String cut(String text) {
    if (width(text) <= WIDTH_MAX) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int taken = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      taken += width(point);
      if (taken > WIDTH_MAX - 1) {
        break;
      }
      out.appendCodePoint(point);
    }
    return out.append('…').toString();
  }
}
