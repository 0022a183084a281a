package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.util.BytesRef;
import org.zhiheng.similarity.candidate.MarkEntry;

/// One index that is written and searched. A write is one Lucene commit: whole or not at all.
///
/// Its owner lets one thread write at a time; any may search.
final class OpenIndex {

  private static final double BUFFER_MEGABYTES = 32;

  private final Generations.Place place;
  private final Filing filing;
  private final Map<String, String> about;
  private IndexWriter writer;

  /// Whether something may be committed that the view does not show.
  private boolean behind;

  /// Replaced by each write.
  private volatile View view;

  private OpenIndex(
      Generations.Place place, Filing filing, Map<String, String> about, IndexWriter writer)
      throws IOException {
    this.place = place;
    this.filing = filing;
    this.about = about;
    this.writer = writer;
    this.view = new View(DirectoryReader.open(place.directory()));
  }

  /// Opens what lies there; an empty place becomes an empty index.
  static OpenIndex open(Generations.Place place, Filing filing, Map<String, String> about)
      throws IOException {
    if (!DirectoryReader.indexExists(place.directory())) {
      try (IndexWriter first = new IndexWriter(place.directory(), config())) {
        first.setLiveCommitData(about.entrySet());
        first.commit();
      }
    }
    IndexWriter writer = new IndexWriter(place.directory(), config());
    try {
      return new OpenIndex(place, filing, about, writer);
    } catch (IOException failed) {
      writer.rollback();
      throw failed;
    }
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false);
  }

  Generations.Place place() {
    return place;
  }

  /// The state of now, held open: the caller releases it.
  Optional<View> held() {
    View now = view;
    while (!now.hold()) {
      View later = view;
      if (later == now) {
        return Optional.empty(); // closed
      }
      now = later;
    }
    return Optional.of(now);
  }

  void put(List<MarkEntry> entries) throws IOException {
    Map<BytesRef, MarkEntry> last = new LinkedHashMap<>();
    for (MarkEntry entry : entries) {
      last.put(new SpaceTerms(entry.space()).mark(entry.key()).bytes(), entry);
    }
    Map<String, SpaceCounts> changed = new HashMap<>();
    write(
        changed,
        () -> {
          for (MarkEntry entry : last.values()) {
            SpaceTerms space = new SpaceTerms(entry.space());
            SpaceCounts counts = counts(changed, space);
            forget(space, entry.key(), counts);
            Filing.Sheet sheet = filing.sheet(entry);
            counts.add(sheet.mark().sum(), sheet.features());
            writer.updateDocument(space.mark(entry.key()), sheet.document());
          }
        });
  }

  void remove(String from, Collection<String> keys) throws IOException {
    SpaceTerms space = new SpaceTerms(from);
    Map<String, SpaceCounts> changed = new HashMap<>();
    write(
        changed,
        () -> {
          for (String key : java.util.Set.copyOf(keys)) {
            forget(space, key, counts(changed, space));
            writer.deleteDocuments(space.mark(key));
          }
        });
  }

  private SpaceCounts counts(Map<String, SpaceCounts> changed, SpaceTerms space)
      throws IOException {
    SpaceCounts counts = changed.get(space.space());
    if (counts == null) {
      counts = view.counts(space).copy();
      changed.put(space.space(), counts);
    }
    return counts;
  }

  private void forget(SpaceTerms space, String key, SpaceCounts counts) throws IOException {
    Optional<FiledMark> before = view.mark(space, key);
    if (before.isPresent()) {
      counts.remove(before.get().sum(), filing.features(space, before.get().name()));
    }
  }

  private interface Change {
    void make() throws IOException;
  }

  private void write(Map<String, SpaceCounts> changed, Change change) throws IOException {
    catchUp();
    try {
      change.make();
      for (Map.Entry<String, SpaceCounts> one : changed.entrySet()) {
        SpaceTerms space = new SpaceTerms(one.getKey());
        writer.updateDocument(space.counts(), Filing.counts(space, one.getValue()));
      }
      writer.setLiveCommitData(about.entrySet());
      behind = true;
      writer.commit();
    } catch (IOException | RuntimeException failed) {
      behind = true;
      boolean disk = broken(writer);
      try {
        writer.rollback(); // a write that failed half-way must not be in the next commit
      } catch (IOException also) {
        failed.addSuppressed(also);
      }
      if (disk && failed instanceof RuntimeException) {
        throw new IOException("the index could not be written", failed);
      }
      throw failed;
    }
    DirectoryReader reader = DirectoryReader.openIfChanged(view.reader());
    if (reader != null) {
      View after = new View(reader);
      after.know(view, changed.keySet());
      changed.forEach(after::know);
      show(after);
    }
    behind = false;
  }

  /// Whether the disk failed this writer: it then meets every call with an unchecked exception.
  static boolean broken(IndexWriter writer) {
    return writer.getTragicException() != null;
  }

  /// After a write that failed, nobody knows whether it was committed: looks.
  private void catchUp() throws IOException {
    if (!writer.isOpen()) {
      writer = new IndexWriter(place.directory(), config());
    }
    if (behind) {
      DirectoryReader reader = DirectoryReader.openIfChanged(view.reader());
      if (reader != null) {
        show(new View(reader));
      }
      behind = false;
    }
  }

  private void show(View after) throws IOException {
    View before = view;
    view = after;
    before.release();
  }

  void close() throws IOException {
    try {
      view.release();
      if (writer.isOpen()) {
        writer.close(); // nothing is left uncommitted; waits for merges
      }
    } finally {
      writer.rollback(); // does nothing once it is closed
      place.directory().close();
    }
  }
}
