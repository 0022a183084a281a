package org.zhiheng.jobs.examine.assignment;

import java.util.Collections;

/// Tells how near what two marks stand for is. Safe for many threads.
@FunctionalInterface
public interface GoodsNearnessBetween {

  /// By groups and classes alone, for as long as no goods table is imported: a group in common is
  /// similar; a class in common is unknown unless both marks' groups are known and differ; no class
  /// in common is unrelated, though the table's notes across classes were not asked.
  GoodsNearnessBetween BY_GROUPS =
      (one, other) -> {
        if (!Collections.disjoint(one.groups(), other.groups())) {
          return GoodsNearness.SAME_OR_SIMILAR;
        }
        if (one.classes().isEmpty() || other.classes().isEmpty()) {
          return GoodsNearness.UNKNOWN;
        }
        if (Collections.disjoint(one.classes(), other.classes())) {
          return GoodsNearness.UNRELATED;
        }
        return groupsKnown(one, other) ? GoodsNearness.CLASS_ONLY : GoodsNearness.UNKNOWN;
      };

  /// How near they are; the same whichever stands first.
  GoodsNearness between(MarkedGoods one, MarkedGoods other);

  /// By what it is told, in words.
  default Said basis() {
    return new Said(
        "尚未导入《类似商品和服务区分表》：仅按登记的类似群和类别判断商品，跨类类似的注释未考虑。",
        "No table of similar goods is imported: goods are told by the recorded groups and classes"
            + " alone, without the notes across classes.");
  }

  /// The same for one answer: what is imported meanwhile does not change it.
  default GoodsNearnessBetween fixed() {
    return this;
  }

  /// Whether each class that both have is known by its groups in both.
  private static boolean groupsKnown(MarkedGoods one, MarkedGoods other) {
    return one.classes().stream()
        .filter(other.classes()::contains)
        .allMatch(shared -> grouped(one, shared) && grouped(other, shared));
  }

  private static boolean grouped(MarkedGoods marked, String niceClass) {
    return marked.groups().stream().anyMatch(group -> group.startsWith(niceClass));
  }
}
