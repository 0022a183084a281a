package org.zhiheng.values;

import java.util.Locale;

/// One thing that was refused, and why: what a person needs to mend it.
///
/// @param code stable, lower case with hyphens (`cn-check-digit`); listed in
///   `docs/guide/reference/problems.md`
/// @param path where: a line (`line 17, column class`), an XPath, a form field or an option
/// @param given the value that was refused, escaped and cut at 80 characters; may be empty
/// @param reason one sentence: what is wrong and what would be accepted
/// @param source the file, rule or article that refused it; may be empty
public record Problem(String code, String path, String given, String reason, String source) {

  /// What is shown of a refused value: enough to find it, too little to flood a report.
  public static final int GIVEN_LENGTH_MAX = 80;

  /// Escapes and cuts the given value.
  ///
  /// @throws IllegalArgumentException when the code is not lower case with hyphens or the reason is
  ///   blank
  public Problem {
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("code must be lower case with hyphens: " + code);
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason must not be blank: " + code);
    }
    given = shown(given);
  }

  /// A problem without a source of its own.
  public static Problem of(String code, String path, String given, String reason) {
    return new Problem(code, path, given, reason, "");
  }

  /// The same problem, found at another place.
  public Problem at(String newPath) {
    return new Problem(code, newPath, given, reason, source);
  }

  /// The same problem, in this file or under this rule.
  public Problem from(String newSource) {
    return new Problem(code, path, given, reason, newSource);
  }

  /// One line for a person: `line 17: cn-check-digit "2018…": reason`.
  public String line() {
    StringBuilder line = new StringBuilder();
    if (!source.isEmpty()) {
      line.append(source).append(": ");
    }
    if (!path.isEmpty()) {
      line.append(path).append(": ");
    }
    line.append(reason);
    if (!given.isEmpty()) {
      line.append(" (given: ").append(given).append(')');
    }
    return line.append(" [").append(code).append(']').toString();
  }

  /// A value as it may be printed: control, format and surrogate halves escaped, cut at
  /// [#GIVEN_LENGTH_MAX] characters with an ellipsis. Already escaped text stays as it is.
  public static String shown(String value) {
    StringBuilder out = new StringBuilder(Math.min(value.length(), GIVEN_LENGTH_MAX + 1));
    int at = 0;
    while (at < value.length()) {
      int point = value.codePointAt(at);
      at += Character.charCount(point);
      String sign = escaped(point);
      if (out.length() + sign.length() > GIVEN_LENGTH_MAX) {
        return out.append('…').toString();
      }
      out.append(sign);
    }
    return out.toString();
  }

  private static String escaped(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          String.format(Locale.ROOT, "\\u{%x}", point);
      default -> Character.toString(point);
    };
  }
}
