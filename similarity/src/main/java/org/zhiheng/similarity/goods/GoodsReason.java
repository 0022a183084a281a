package org.zhiheng.similarity.goods;

import java.util.List;

/// What in the table shows how near two goods stand. Data, not sentences: pages say it in words.
public sealed interface GoodsReason {

  /// Both are this item.
  record SameItem(String code, String name) implements GoodsReason {}

  /// Both are listed in this group, and in this part of it.
  ///
  /// @param part 0 when the group has no parts or they are not known
  record SameGroup(String group, int part) implements GoodsReason {}

  /// Both are in this group, but in different parts.
  ///
  /// @param note what the group's note says of its parts; empty when it says nothing
  record OtherPart(String group, int left, int right, String note) implements GoodsReason {}

  /// A sentence of the group's own notes that says something of its goods among each other.
  record WithinGroup(String group, String note) implements GoodsReason {}

  /// A note between two groups.
  ///
  /// @param applies whether it covers these goods, as far as that can be read off
  record Note(String group, String otherGroup, String note, Applies applies)
      implements GoodsReason {}

  /// The item is protected in all these groups.
  record CrossItem(String item, List<String> groups) implements GoodsReason {
    /// Copies the list.
    public CrossItem {
      groups = List.copyOf(groups);
    }
  }

  /// Both are of this class.
  record SameClass(String niceClass) implements GoodsReason {}

  /// The table has no such group.
  record UnknownGroup(String group) implements GoodsReason {}

  /// Whether a note covers goods.
  enum Applies {
    /// It names both.
    YES,
    /// It names only some goods of the groups, or names them in a way that only a person can read.
    PERSON_READS
  }
}
