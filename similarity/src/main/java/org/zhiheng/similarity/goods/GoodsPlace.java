package org.zhiheng.similarity.goods;

/// Where goods stand in the table, as exactly as it is known.
public sealed interface GoodsPlace {

  /// Only the class is known.
  record OfClass(String niceClass) implements GoodsPlace {
    /// Checks the class.
    public OfClass {
      Codes.checkClass(niceClass);
    }
  }

  /// The group is known, and the part if it is not 0.
  ///
  /// @param group four digits
  /// @param part 1..; 0 when it is not known or the group has none
  record OfGroup(String group, int part) implements GoodsPlace {
    /// Checks both.
    public OfGroup {
      Codes.checkGroup(group);
      if (part < 0 || part > Codes.PART_MAX) {
        throw new IllegalArgumentException("part must be in 0.." + Codes.PART_MAX + ": " + part);
      }
    }

    /// The whole group.
    public OfGroup(String group) {
      this(group, 0);
    }

    @Override
    public String niceClass() {
      return group.substring(0, 2);
    }
  }

  /// The item is known.
  record OfItem(ItemRow item) implements GoodsPlace {
    @Override
    public String niceClass() {
      return item.niceClass();
    }
  }

  /// Two digits.
  String niceClass();
}
