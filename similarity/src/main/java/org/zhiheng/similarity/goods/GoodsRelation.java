package org.zhiheng.similarity.goods;

import java.util.List;

/// How near two goods or services stand by the table, and why.
///
/// The table is the office's presumption, not the law's last word: a person decides.
///
/// @param kind the nearest that holds
/// @param left the one
/// @param right the other
/// @param reasons weightiest first; none when unrelated
/// @param personReads whether the kind hangs on words that only a person can read, such as a note
///   limited to a paragraph, or on goods that are known by group only
public record GoodsRelation(
    GoodsRelationKind kind,
    GoodsPlace left,
    GoodsPlace right,
    List<GoodsReason> reasons,
    boolean personReads) {

  /// Copies the list.
  public GoodsRelation {
    reasons = List.copyOf(reasons);
  }

  /// The nearer of two; of two alike the one that needs no person.
  GoodsRelation nearer(GoodsRelation other) {
    int order = kind.compareTo(other.kind);
    if (order == 0) {
      return personReads && !other.personReads ? other : this;
    }
    return order < 0 ? this : other;
  }
}
