package org.zhiheng.checks;

/// One source file taken apart: what is code, what is comment, what is a string.
///
/// All three keep the file's length and its line breaks; what belongs to another part is blank.
///
/// @param path from the root
/// @param whole the text
/// @param code without comments and without what stands in strings and characters
/// @param comments the comments alone
record SourceText(String path, String whole, String code, String comments) {

  /// Takes Java apart. Text blocks, escapes and nested quotes are understood.
  static SourceText java(String path, String whole) {
    StringBuilder code = new StringBuilder(whole.length());
    StringBuilder comments = new StringBuilder(whole.length());
    int at = 0;
    while (at < whole.length()) {
      int end = at + 1;
      StringBuilder into = code;
      if (whole.startsWith("//", at)) {
        end = upTo(whole, "\n", at, 0);
        into = comments;
      } else if (whole.startsWith("/*", at)) {
        end = upTo(whole, "*/", at + 2, 2);
        into = comments;
      } else if (whole.startsWith("\"\"\"", at)) {
        end = closing(whole, "\"\"\"", at + 3);
        into = null;
      } else if (whole.charAt(at) == '"' || whole.charAt(at) == '\'') {
        end = closing(whole, whole.substring(at, at + 1), at + 1);
        into = null;
      }
      for (int i = at; i < end; i++) {
        char sign = whole.charAt(i);
        char blank = sign == '\n' ? '\n' : ' ';
        code.append(into == code ? sign : blank);
        comments.append(into == comments ? sign : blank);
      }
      at = end;
    }
    return new SourceText(path, whole, code.toString(), comments.toString());
  }

  private static int upTo(String text, String stop, int from, int beyond) {
    int found = text.indexOf(stop, from);
    return found < 0 ? text.length() : found + beyond;
  }

  private static int closing(String text, String quote, int from) {
    int at = from;
    while (at < text.length() && !text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + quote.length());
  }

  /// The line that this place lies in, from 1.
  int line(int at) {
    return 1 + (int) whole.substring(0, at).chars().filter(sign -> sign == '\n').count();
  }

  /// `path:line`
  String place(int at) {
    return path + ":" + line(at);
  }
}
