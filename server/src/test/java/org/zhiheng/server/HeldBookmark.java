package org.zhiheng.server;

import java.util.Optional;
import org.zhiheng.jobs.examine.Bookmark;
import org.zhiheng.jobs.examine.MarkFeed;

/// A bookmark in memory.
final class HeldBookmark implements Bookmark {

  private Optional<MarkFeed.Point> point = Optional.empty();

  @Override
  public Optional<MarkFeed.Point> read() {
    return point;
  }

  @Override
  public void write(MarkFeed.Point next) {
    point = Optional.of(next);
  }

  @Override
  public void forget() {
    point = Optional.empty();
  }
}
