package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.util.Optional;

/// Files the pictures that are attached to marks, whoever attached them and however: by a page, a
/// command, REST or an import.
///
/// It reads the same feed as [MarkIndex], with a bookmark of its own: without one it begins at the
/// beginning, so that pictures attached before are filed too. The bookmark is written after what it
/// stands for; a kill between the two makes the same marks come again, which changes nothing. One
/// process at a time follows.
public final class FigureIndex {

  /// Marks looked at in one step.
  private static final int BATCH = 1_000;

  private final MarkFeed feed;
  private final Bookmark bookmark;
  private final FigureDesk figures;

  /// Follows this register for these figures.
  public FigureIndex(MarkFeed feed, Bookmark bookmark, FigureDesk figures) {
    this.feed = feed;
    this.bookmark = bookmark;
    this.figures = figures;
  }

  /// Files what was attached since the last time.
  ///
  /// @return how many pictures were looked at
  /// @throws IOException when a picture or the bookmark cannot be read or written; the next call
  ///   begins where this one ended
  public synchronized long follow() throws IOException {
    Optional<MarkFeed.Point> point = bookmark.read();
    long looked = 0;
    MarkFeed.Changes changes;
    do {
      changes = feed.since(point, BATCH);
      for (MarkFeed.Marked mark : changes.marks()) {
        if (mark.hasDocuments()) {
          looked += figures.file(mark.organisation(), mark.right());
        }
      }
      if (changes.through().isPresent() && !changes.through().equals(point)) {
        bookmark.write(changes.through().get());
      }
      point = changes.through();
    } while (changes.more());
    return looked;
  }
}
