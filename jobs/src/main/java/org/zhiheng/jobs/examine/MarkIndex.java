package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.values.OrganisationId;

/// Keeps the index of marks in step with the register.
///
/// The bookmark is written after what it stands for: a kill between the two makes the same marks
/// come again, which changes nothing. One process at a time follows; the others read.
public final class MarkIndex {

  /// Marks taken in at a time: some megabytes, one commit.
  private static final int BATCH = 5_000;

  private final MarkFeed feed;
  private final Candidates candidates;
  private final Bookmark bookmark;
  private final Consumer<List<MarkFeed.Marked>> changed;

  /// Follows this register with this index.
  ///
  /// @param changed told of marks that changed, before the bookmark moves past them: after a kill
  ///   they come again. Marks of an index that is built anew are not told of.
  public MarkIndex(
      MarkFeed feed,
      Candidates candidates,
      Bookmark bookmark,
      Consumer<List<MarkFeed.Marked>> changed) {
    this.feed = feed;
    this.candidates = candidates;
    this.bookmark = bookmark;
    this.changed = changed;
  }

  /// The space of an organisation's marks.
  static String space(OrganisationId organisation) {
    return organisation.toString();
  }

  /// Takes in what changed since the last time; the whole register when the index was filed by
  /// other features, or followed another register.
  ///
  /// @param progress told how many marks were taken in so far
  /// @return how many marks were taken in
  /// @throws IOException when the index cannot be written
  public synchronized long follow(LongConsumer progress) throws IOException {
    if (!candidates.current()) {
      return rebuild(progress);
    }
    Optional<MarkFeed.Point> point = bookmark.read();
    long taken = 0;
    while (true) {
      MarkFeed.Changes changes = feed.since(point, BATCH);
      if (startedAnew(point, changes)) {
        return rebuild(progress);
      }
      if (!changes.marks().isEmpty()) {
        candidates.put(entries(changes.marks()));
        changed.accept(changes.marks());
        taken += changes.marks().size();
        progress.accept(taken);
      }
      if (changes.through().isPresent()) {
        point = changes.through();
        bookmark.write(point.get());
      }
      if (!changes.more()) {
        return taken;
      }
    }
  }

  /// Files the whole register anew, beside the index that is searched, and swaps it in.
  ///
  /// @param progress told how many marks were taken in so far
  /// @return how many marks were taken in
  /// @throws IOException when the index cannot be written; the old one stays
  public synchronized long rebuild(LongConsumer progress) throws IOException {
    bookmark.forget();
    Optional<MarkFeed.Point> point = Optional.empty();
    long taken = 0;
    try (Candidates.Rebuild fresh = candidates.rebuild()) {
      MarkFeed.Changes changes;
      do {
        changes = feed.since(point, BATCH);
        fresh.add(entries(changes.marks()));
        taken += changes.marks().size();
        progress.accept(taken);
        point = changes.through();
      } while (changes.more());
      fresh.commit();
    }
    if (point.isPresent()) {
      bookmark.write(point.get());
    }
    return taken;
  }

  /// The register behind the feed is another one than the bookmark speaks of.
  private static boolean startedAnew(Optional<MarkFeed.Point> point, MarkFeed.Changes changes) {
    return point.isPresent()
        && changes.through().isPresent()
        && !point.get().store().equals(changes.through().get().store());
  }

  private static List<MarkEntry> entries(List<MarkFeed.Marked> marks) {
    return marks.stream()
        .map(mark ->
            new MarkEntry(
                mark.right().toString(),
                space(mark.organisation()),
                mark.name(),
                mark.classes(),
                mark.groups()))
        .toList();
  }
}
