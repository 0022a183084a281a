package org.zhiheng.cashflow.deal;

import java.util.Locale;

/// Texts as JSON writes them.
public final class JsonText {

  private JsonText() {}

  /// The text in quotes; quotes, backslashes and control characters escaped.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (sign < ' ' || sign == '\u007f' || sign == '\u2028' || sign == '\u2029') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
          } else {
            out.append(sign);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
