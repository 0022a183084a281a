package org.zhiheng.similarity.goods;

/// An item as the table lists it in one group; an item of several groups has several rows.
///
/// @param niceClass two digits
/// @param group four digits
/// @param part 1.. for 第(一)部分 and on, 0 where the group has no parts or the item stands before the
///   first
/// @param code six digits (the basic number of the Nice list) or `C` and six digits
/// @param name in the table's words, without the marks `*` and `※`
public record ItemRow(String niceClass, String group, int part, String code, String name) {

  /// Checks what must hold of each.
  public ItemRow {
    Codes.checkClass(niceClass);
    Codes.checkGroup(group);
    if (!group.startsWith(niceClass)) {
      throw new IllegalArgumentException("group must be of class " + niceClass + ": " + group);
    }
    if (part < 0 || part > Codes.PART_MAX) {
      throw new IllegalArgumentException("part must be in 0.." + Codes.PART_MAX + ": " + part);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank: " + code);
    }
  }

  /// Where it stands.
  public GoodsPlace place() {
    return new GoodsPlace.OfItem(this);
  }
}
