package org.zhiheng.similarity.goods;

/// A similar group (类似群) as the table has it.
///
/// @param niceClass two digits
/// @param group four digits, the first two those of the class
/// @param title what it holds, in the table's words
/// @param notes all notes of the group as printed, several lines; may be empty
public record GroupRow(String niceClass, String group, String title, String notes) {

  /// Checks class and group.
  public GroupRow {
    Codes.checkClass(niceClass);
    Codes.checkGroup(group);
    if (!group.startsWith(niceClass)) {
      throw new IllegalArgumentException("group must be of class " + niceClass + ": " + group);
    }
  }
}
