package org.zhiheng.cli;

import java.util.Locale;

/// Lines of talk, safe for a terminal.
final class Lines {

  private Lines() {}

  /// The text with control characters made visible; line breaks stay.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          int type = Character.getType(point);
          boolean hidden =
              type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
          if (hidden && point != '\n') {
            out.append(String.format(Locale.ROOT, "\\u{%x}", point));
          } else {
            out.appendCodePoint(point);
          }
        });
    return out.toString();
  }

  /// The text on one line.
  static String single(String text) {
    return escaped(text.strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
