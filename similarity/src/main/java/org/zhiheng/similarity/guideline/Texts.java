package org.zhiheng.similarity.guideline;

/// What the rules ask of plain texts.
final class Texts {

  private Texts() {}

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// The signs in the order of their code points.
  static String sorted(String text) {
    return text.codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// A text that is one unit repeated, once; of Han characters also each repeated character once
  /// (哈哈乐乐 → 哈乐).
  static String once(String text) {
    String unit = text;
    for (int length = 1; length <= text.length() / 2; length++) {
      boolean han = Character.isIdeographic(text.codePointAt(0));
      if (text.length() % length == 0
          && (han || length >= 2)
          && text.substring(0, length).repeat(text.length() / length).equals(text)) {
        unit = text.substring(0, length);
        break;
      }
    }
    StringBuilder once = new StringBuilder();
    int last = -1;
    for (int point : unit.codePoints().toArray()) {
      if (point != last || !Character.isIdeographic(point)) {
        once.appendCodePoint(point);
      }
      last = point;
    }
    return once.toString();
  }
}
