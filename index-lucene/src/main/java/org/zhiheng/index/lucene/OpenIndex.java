package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
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
    return new IndexWriterConfig()
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setSimilarity(new SharedFeatures(1))
        .setCommitOnClose(false);
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
    boolean done = false;
    try {
      change.make();
      for (Map.Entry<String, SpaceCounts> one : changed.entrySet()) {
        SpaceTerms space = new SpaceTerms(one.getKey());
        writer.updateDocument(space.counts(), Filing.counts(space, one.getValue()));
      }
      writer.setLiveCommitData(about.entrySet());
      writer.commit();
      done = true;
    } finally {
      if (!done) {
        startOver();
      }
    }
    show(changed);
  }

  // a write that failed half-way must not be in the next commit
  private void startOver() throws IOException {
    writer.rollback();
    writer = new IndexWriter(place.directory(), config());
  }

  private void show(Map<String, SpaceCounts> changed) throws IOException {
    View before = view;
    DirectoryReader reader = DirectoryReader.openIfChanged(before.reader());
    if (reader != null) {
      View after = new View(reader);
      after.know(before, changed.keySet());
      changed.forEach(after::know);
      view = after;
      before.release();
    }
  }

  void close() throws IOException {
    List<IOException> failures = new ArrayList<>();
    try {
      view.release();
      writer.close(); // nothing is left uncommitted; waits for merges
    } catch (IOException failed) {
      writer.rollback();
      failures.add(failed);
    } finally {
      place.directory().close();
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
