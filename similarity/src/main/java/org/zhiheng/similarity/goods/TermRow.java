package org.zhiheng.similarity.goods;

/// A term of an alphabetical list of goods and services in Latin letters, such as the Nice list in
/// English.
///
/// @param niceClass two digits
/// @param basicNumber six digits, the code of the item in a goods table; may be empty
/// @param term in the list's words
public record TermRow(String niceClass, String basicNumber, String term) {

  /// Checks the class.
  public TermRow {
    Codes.checkClass(niceClass);
    if (term.isBlank()) {
      throw new IllegalArgumentException("term must not be blank: " + basicNumber);
    }
  }
}
