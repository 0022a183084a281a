package org.zhiheng.similarity.goods;

/// How near two goods or services stand, nearest first.
public enum GoodsRelationKind {
  /// 相同: the same item.
  IDENTICAL,
  /// 同一类似群同一部分: listed together, so similar in principle.
  SAME_GROUP_AND_PART,
  /// 跨类似群保护商品: an item that is protected in the other's group too.
  CROSS_GROUP_ITEM,
  /// 注释类似: a note says that they are similar.
  CROSS_NOTED,
  /// 仅同类: of one class, and nothing in the table makes them similar.
  CLASS_ONLY,
  /// 不相关: of different classes, and nothing in the table makes them similar.
  UNRELATED;

  /// Whether the table takes them for the same or similar.
  public boolean similar() {
    return switch (this) {
      case IDENTICAL, SAME_GROUP_AND_PART, CROSS_GROUP_ITEM, CROSS_NOTED -> true;
      case CLASS_ONLY, UNRELATED -> false;
    };
  }
}
