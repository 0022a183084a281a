package org.zhiheng.similarity.word;

/// A name as it is compared: read once, then compared often. Made by [Words#read].
public final class WordMark {

  private final String text;
  private final String form;

  WordMark(String text, String form) {
    this.text = text;
    this.form = form;
  }

  /// As it was given.
  public String text() {
    return text;
  }

  /// Without what does not distinguish: width, case, script variant, look-alike signs.
  public String form() {
    return form;
  }
}
