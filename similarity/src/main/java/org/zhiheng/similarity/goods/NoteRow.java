package org.zhiheng.similarity.goods;

/// A note that relates two groups.
///
/// @param group whose note it is
/// @param otherGroup the group it names; may be the same
/// @param relation such as `similar`
/// @param note its words
public record NoteRow(String group, String otherGroup, String relation, String note) {

  /// What [#relation] says of goods that are similar today.
  public static final String SIMILAR = "similar";

  /// Checks both groups.
  public NoteRow {
    Codes.checkGroup(group);
    Codes.checkGroup(otherGroup);
  }
}
