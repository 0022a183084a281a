package org.zhiheng.similarity.goods;

import java.util.List;

/// An item protected across groups (跨类似群保护商品).
///
/// @param group where it is listed
/// @param item its name
/// @param groups all groups it is protected in
public record CrossItemRow(String group, String item, List<String> groups) {

  /// Checks the groups.
  public CrossItemRow {
    Codes.checkGroup(group);
    groups = List.copyOf(groups);
    groups.forEach(Codes::checkGroup);
  }
}
