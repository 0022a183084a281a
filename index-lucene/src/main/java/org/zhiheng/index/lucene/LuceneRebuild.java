package org.zhiheng.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;

/// A new index being filled beside the one in use, by two threads.
///
/// What is put or removed in the index meanwhile goes into both, and the rebuild then leaves those
/// keys alone: it may have read them before they changed.
final class LuceneRebuild implements Candidates.Rebuild {

  private static final int THREADS = 2;
  private static final int SHEETS_AT_ONCE = 500;
  private static final double BUFFER_MEGABYTES = 128;

  private final LuceneCandidates owner;
  private final Generations.Place place;
  private final Filing filing;
  private final Map<String, String> about;
  private final IndexWriter writer;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /// Guarded by this.
  private final Map<String, SpaceCounts> counts = new HashMap<>();

  /// Keys that were added, by 64 bits of their hash. Guarded by this.
  private final LongSet seen = new LongSet();

  /// Keys that were put or removed meanwhile. Guarded by this.
  private final Set<String> overridden = new HashSet<>();

  /// Guarded by this.
  private boolean over;

  LuceneRebuild(
      LuceneCandidates owner, Generations.Place place, Filing filing, Map<String, String> about)
      throws IOException {
    this.owner = owner;
    this.place = place;
    this.filing = filing;
    this.about = Map.copyOf(about);
    this.writer =
        new IndexWriter(
            place.directory(),
            new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false));
  }

  Generations.Place place() {
    return place;
  }

  @Override
  public synchronized void add(List<MarkEntry> entries) throws IOException {
    requireOpen();
    List<MarkEntry> fresh = new ArrayList<>();
    List<MarkEntry> again = new ArrayList<>();
    for (MarkEntry entry : entries) {
      String whole = whole(entry.space(), entry.key());
      if (overridden.contains(whole)) {
        continue;
      }
      if (seen.add(hash(whole))) {
        fresh.add(entry);
      } else {
        again.add(entry);
      }
    }
    addFresh(fresh);
    for (MarkEntry entry : again) {
      replace(entry);
    }
  }

  /// Takes over what was put into the index in use.
  synchronized void override(List<MarkEntry> entries) throws IOException {
    if (!over) {
      for (MarkEntry entry : entries) {
        String whole = whole(entry.space(), entry.key());
        overridden.add(whole);
        if (seen.add(hash(whole))) {
          addFresh(List.of(entry));
        } else {
          replace(entry);
        }
      }
    }
  }

  /// Takes over what was removed from the index in use.
  synchronized void override(String space, List<String> keys) throws IOException {
    if (!over) {
      for (String key : keys) {
        String whole = whole(space, key);
        overridden.add(whole);
        if (!seen.add(hash(whole))) {
          forget(new SpaceTerms(space), key);
        }
      }
    }
  }

  @Override
  public void commit() throws IOException {
    synchronized (this) {
      requireOpen();
    }
    try {
      writer.forceMerge(1); // the long part: meanwhile others search and write
    } catch (IllegalStateException failed) {
      throw told(failed);
    }
    owner.swap(this);
  }

  /// Ends the filling: all is on the disk, nothing refers to it yet.
  synchronized Generations.Place finish() throws IOException {
    requireOpen();
    try {
      for (Map.Entry<String, SpaceCounts> one : counts.entrySet()) {
        SpaceTerms space = new SpaceTerms(one.getKey());
        writer.updateDocument(space.counts(), Filing.counts(space, one.getValue()));
      }
      writer.setLiveCommitData(about.entrySet());
      writer.commit();
      writer.close();
    } catch (IllegalStateException failed) {
      throw told(failed);
    }
    over = true;
    threads.shutdownNow();
    return place;
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      threads.shutdownNow();
      writer.rollback();
      place.directory().close();
    }
    owner.discarded(this);
  }

  // what failed the writer was told to another call, and this one hears of it
  private IOException told(IllegalStateException failed) {
    if (!OpenIndex.broken(writer)) {
      throw failed;
    }
    return new IOException("the new index could not be written", failed);
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("the rebuild is over");
    }
  }

  private void addFresh(List<MarkEntry> entries) throws IOException {
    List<Callable<Void>> parts = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += SHEETS_AT_ONCE) {
      List<MarkEntry> part = entries.subList(from, Math.min(entries.size(), from + SHEETS_AT_ONCE));
      parts.add(() -> {
        for (MarkEntry entry : part) {
          file(entry);
        }
        return null;
      });
    }
    try {
      for (Future<Void> part : threads.invokeAll(parts)) {
        part.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("the rebuild was interrupted", interrupted);
    } catch (ExecutionException failed) {
      throw new IOException("an entry could not be filed", failed.getCause());
    }
  }

  private void file(MarkEntry entry) throws IOException {
    Filing.Sheet sheet = filing.sheet(entry);
    writer.addDocument(sheet.document());
    synchronized (counts) {
      counts(entry.space()).add(sheet.mark().sum(), sheet.features());
    }
  }

  private SpaceCounts counts(String space) {
    return counts.computeIfAbsent(space, _ -> SpaceCounts.empty());
  }

  // rare and slow: what was added is looked for, to take it out of the counts
  private void replace(MarkEntry entry) throws IOException {
    forget(new SpaceTerms(entry.space()), entry.key());
    file(entry);
  }

  private void forget(SpaceTerms space, String key) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      Optional<FiledMark> before = new View(reader).mark(space, key);
      if (before.isPresent()) {
        synchronized (counts) {
          counts(space.space())
              .remove(before.get().sum(), filing.features(space, before.get().name()));
        }
        writer.deleteDocuments(space.mark(key));
      }
    }
  }

  private static String whole(String space, String key) {
    return space.length() + ":" + space + key;
  }

  // FNV-1a over the characters: 64 bits, so that equal hashes are rare; they are looked into
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }
}
