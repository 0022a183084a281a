package org.zhiheng.similarity.goods;

import java.util.List;

/// A note between groups as it was read: these goods and those are similar.
///
/// @param row its words
/// @param left the goods of the group whose note it is
/// @param right the goods it names
record Note(NoteRow row, List<NoteSide> left, List<NoteSide> right) {

  Note {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// How far it covers these two, whichever stands left.
  NoteSide.Cover covers(GoodsPlace one, GoodsPlace two) {
    NoteSide.Cover forth = weaker(best(left, one), best(right, two));
    NoteSide.Cover back = weaker(best(left, two), best(right, one));
    return stronger(forth, back);
  }

  private static NoteSide.Cover best(List<NoteSide> sides, GoodsPlace place) {
    NoteSide.Cover best = NoteSide.Cover.NO;
    for (NoteSide side : sides) {
      best = stronger(best, side.covers(place));
    }
    return best;
  }

  private static NoteSide.Cover stronger(NoteSide.Cover one, NoteSide.Cover two) {
    return one.compareTo(two) <= 0 ? one : two;
  }

  private static NoteSide.Cover weaker(NoteSide.Cover one, NoteSide.Cover two) {
    return one.compareTo(two) >= 0 ? one : two;
  }
}
