package org.zhiheng.jobs.examine.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.zhiheng.jobs.examine.GoodsShelf;

/// How near goods are by the newest table of similar goods that was imported; by groups alone for
/// as long as there is none. Safe for many threads.
public final class GoodsOnShelf implements GoodsNearnessBetween {

  private final GoodsShelf shelf;

  /// By what lies on this shelf.
  public GoodsOnShelf(GoodsShelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public GoodsNearness between(MarkedGoods one, MarkedGoods other) {
    return fixed().between(one, other);
  }

  @Override
  public Said basis() {
    return fixed().basis();
  }

  @Override
  public GoodsNearnessBetween fixed() {
    try {
      return shelf.latest().<GoodsNearnessBetween>map(GoodsByTable::new).orElse(BY_GROUPS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the table of similar goods cannot be read", unreadable);
    }
  }
}
