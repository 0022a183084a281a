package org.zhiheng.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.Words;

/// Marks in a Lucene index: in a folder, or in memory for as long as the process lives.
///
/// Safe for many threads: any number search, one writes at a time, and a rebuild is filled beside
/// both.
public final class LuceneCandidates implements Candidates {

  private final Generations generations;
  private final Filing filing;
  private final Search search;

  /// What is searched; replaced by a rebuild.
  private volatile OpenIndex index;

  /// What the index in use was filed by; replaced with it.
  private volatile boolean current;

  /// Guarded by this.
  private Optional<LuceneRebuild> rebuild = Optional.empty();

  /// Whether a swap failed half-way. Guarded by this.
  private boolean uncertain;

  /// Guarded by this.
  private boolean closed;

  private LuceneCandidates(Generations generations, Words words, OpenIndex index)
      throws IOException {
    this.generations = generations;
    this.filing = new Filing(words);
    this.search = new Search(words, Effort.USUAL);
    this.index = index;
    this.current = isCurrent(index);
  }

  /// Opens the index in this folder to search and to write; a folder without one begins empty.
  ///
  /// @throws IOException when it cannot be read, or another has it open to write
  public static LuceneCandidates open(Path folder, Words words) throws IOException {
    return open(FolderGenerations.open(folder), words);
  }

  /// Opens the index in this folder to search only, as it is now: beside whoever writes it, in this
  /// process or another. What is written later is not seen.
  ///
  /// @throws IOException when there is none or it cannot be read; its [#put], [#remove] and
  ///   [#rebuild] throw it too
  public static Candidates openToRead(Path folder, Words words) throws IOException {
    return openToRead(folder, words, Effort.USUAL);
  }

  /// The same, searched with another effort than examinations are made with.
  ///
  /// @throws IOException as [#openToRead(Path, Words)]
  public static Candidates openToRead(Path folder, Words words, Effort effort) throws IOException {
    return new ReadCandidates(FolderGenerations.toRead(folder), new Search(words, effort));
  }

  /// An empty index in memory.
  public static LuceneCandidates inMemory(Words words) {
    try {
      return open(new MemoryGenerations(), words);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory can be read and written", impossible);
    }
  }

  static LuceneCandidates open(Generations generations, Words words) throws IOException {
    boolean done = false;
    try {
      Optional<Generations.Place> chosen = generations.chosen();
      Generations.Place place = chosen.isPresent() ? chosen.get() : generations.next();
      OpenIndex index = OpenIndex.open(place, new Filing(words), Filing.about());
      if (chosen.isEmpty()) {
        generations.choose(place);
      }
      LuceneCandidates candidates = new LuceneCandidates(generations, words, index);
      done = true;
      return candidates;
    } finally {
      if (!done) {
        generations.close();
      }
    }
  }

  @Override
  public List<Candidate> nearest(CandidateQuery query) throws IOException {
    requireCurrent();
    View view = view();
    try {
      return search.nearest(view, query);
    } finally {
      view.release();
    }
  }

  @Override
  public synchronized void put(List<MarkEntry> entries) throws IOException {
    requireWritable();
    requireCurrent();
    if (rebuild.isPresent()) {
      rebuild.get().override(entries);
    }
    index.put(entries);
  }

  @Override
  public synchronized void remove(String space, List<String> keys) throws IOException {
    requireWritable();
    requireCurrent();
    if (rebuild.isPresent()) {
      rebuild.get().override(space, keys);
    }
    index.remove(space, keys);
  }

  @Override
  public synchronized Rebuild rebuild() throws IOException {
    requireWritable();
    if (rebuild.isPresent()) {
      throw new IllegalStateException("a rebuild is under way");
    }
    LuceneRebuild begun = new LuceneRebuild(this, generations.next(), filing, Filing.about());
    rebuild = Optional.of(begun);
    return begun;
  }

  /// Puts a filled index in the place of the one in use.
  synchronized void swap(LuceneRebuild filled) throws IOException {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
    OpenIndex next = OpenIndex.open(filled.finish(), filing, Filing.about());
    rebuild = Optional.empty();
    boolean done = false;
    try {
      generations.choose(next.place());
      done = true;
    } finally {
      if (!done) {
        // which of the two a kill would leave is not known: what is written to either could be lost
        uncertain = true;
        next.close();
      }
    }
    OpenIndex before = index;
    index = next;
    current = isCurrent(next);
    before.close();
    generations.drop(before.place());
  }

  /// A rebuild was given up.
  synchronized void discarded(LuceneRebuild over) throws IOException {
    if (rebuild.equals(Optional.of(over))) {
      rebuild = Optional.empty();
    }
    if (!closed) {
      generations.drop(over.place());
    }
  }

  @Override
  public String version(String space) throws IOException {
    View view = view();
    try {
      return view.version(new SpaceTerms(space));
    } finally {
      view.release();
    }
  }

  @Override
  public long count(String space) throws IOException {
    View view = view();
    try {
      return view.counts(new SpaceTerms(space)).marks();
    } finally {
      view.release();
    }
  }

  @Override
  public boolean current() {
    return current;
  }

  @Override
  public void close() throws IOException {
    Optional<LuceneRebuild> open;
    synchronized (this) {
      if (closed) {
        return;
      }
      open = rebuild;
    }
    if (open.isPresent()) {
      open.get().close();
    }
    synchronized (this) {
      closed = true;
      try {
        index.close();
      } finally {
        generations.close();
      }
    }
  }

  private View view() {
    OpenIndex now = index;
    Optional<View> held = now.held();
    while (held.isEmpty()) {
      if (index == now) {
        throw new IllegalStateException("the index is closed");
      }
      now = index;
      held = now.held();
    }
    return held.get();
  }

  private void requireWritable() throws IOException {
    if (closed) {
      throw new IllegalStateException("the index is closed");
    }
    if (uncertain) {
      throw new IOException("a rebuilt index could not be put in place: open the index again");
    }
  }

  private void requireCurrent() throws IOException {
    if (!current) {
      throw new IOException(Filing.NOT_CURRENT);
    }
  }

  private static boolean isCurrent(OpenIndex opened) throws IOException {
    View view = opened.held().orElseThrow();
    try {
      return view.about().equals(Filing.about());
    } finally {
      view.release();
    }
  }
}
