package org.zhiheng.similarity.goods;

/// A Nice class as the table has it.
///
/// @param niceClass two digits, `01`..`45`
/// @param name such as 第一类
/// @param notes heading and explanatory notes; may be empty
public record ClassRow(String niceClass, String name, String notes) {

  /// Checks the class.
  public ClassRow {
    Codes.checkClass(niceClass);
  }
}
