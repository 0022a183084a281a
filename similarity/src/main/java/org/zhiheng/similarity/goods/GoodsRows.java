package org.zhiheng.similarity.goods;

import java.util.List;

/// The rows of a table, plain, in the order they were read: what a store keeps.
///
/// @param classes may be empty
/// @param groups at least one
/// @param items an item of several groups has several rows
/// @param notes between groups
/// @param crossItems items protected across groups
public record GoodsRows(
    List<ClassRow> classes,
    List<GroupRow> groups,
    List<ItemRow> items,
    List<NoteRow> notes,
    List<CrossItemRow> crossItems) {

  /// Copies the lists.
  public GoodsRows {
    classes = List.copyOf(classes);
    groups = List.copyOf(groups);
    items = List.copyOf(items);
    notes = List.copyOf(notes);
    crossItems = List.copyOf(crossItems);
  }
}
