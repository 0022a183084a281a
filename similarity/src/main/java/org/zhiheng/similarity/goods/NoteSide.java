package org.zhiheng.similarity.goods;

import java.util.Set;

/// Which goods of one group a note names.
///
/// @param group four digits
/// @param part 1..; 0 when it names none
/// @param items names as the items have them, empty when all of the group or part are meant
/// @param open whether it may mean more, or less, than can be read off (a paragraph, 等, 各种, 除…以外)
record NoteSide(String group, int part, Set<String> items, boolean open) {

  /// How far a place is covered.
  enum Cover {
    YES,
    PERSON_READS,
    NO
  }

  NoteSide {
    items = Set.copyOf(items);
  }

  Cover covers(GoodsPlace place) {
    return switch (place) {
      case GoodsPlace.OfClass _ -> Cover.NO;
      case GoodsPlace.OfGroup of -> {
        if (!of.group().equals(group)) {
          yield Cover.NO;
        }
        if (part > 0 && of.part() > 0 && part != of.part()) {
          yield Cover.NO;
        }
        boolean whole = items.isEmpty() && !open && (part == 0 || part == of.part());
        yield whole ? Cover.YES : Cover.PERSON_READS;
      }
      case GoodsPlace.OfItem of -> {
        ItemRow item = of.item();
        if (!item.group().equals(group) || (part > 0 && item.part() != part)) {
          yield Cover.NO;
        }
        if (items.contains(item.name())) {
          yield Cover.YES;
        }
        if (open) {
          yield Cover.PERSON_READS;
        }
        yield items.isEmpty() ? Cover.YES : Cover.NO;
      }
    };
  }
}
