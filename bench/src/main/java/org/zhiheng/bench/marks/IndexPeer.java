package org.zhiheng.bench.marks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.index.lucene.Effort;
import org.zhiheng.index.lucene.LuceneCandidates;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

/// The index under test.
public final class IndexPeer implements Peer {

  private static final String SPACE = "bench";
  private static final int BATCH = 20_000;

  private final Words words;
  private final Candidates index;
  private final String title;

  private IndexPeer(Words words, Candidates index, String title) {
    this.words = words;
    this.index = index;
    this.title = title;
  }

  /// Builds the index; one that holds as many already is taken as it is.
  ///
  /// @throws IOException when it cannot be written
  public static void build(Path folder, Words words, MarkNames names, long count)
      throws IOException {
    try (Candidates index = LuceneCandidates.open(folder, words)) {
      if (index.count(SPACE) != count || !index.current()) {
        fill(index, names, count);
      }
    }
  }

  /// Searches with this effort.
  ///
  /// @throws IOException when it cannot be read
  public static IndexPeer open(Path folder, Words words, String title, Effort effort)
      throws IOException {
    return new IndexPeer(words, LuceneCandidates.openToRead(folder, words, effort), title);
  }

  private static void fill(Candidates index, MarkNames names, long count) throws IOException {
    try (Candidates.Rebuild rebuild = index.rebuild()) {
      List<MarkEntry> batch = new ArrayList<>(BATCH);
      for (long number = 0; number < count; number++) {
        String key = Long.toString(number);
        String inClass = Long.toString(10 + number % 35);
        batch.add(new MarkEntry(key, SPACE, names.name(number), Set.of(inClass), Set.of()));
        if (batch.size() == BATCH) {
          rebuild.add(batch);
          batch.clear();
        }
      }
      rebuild.add(batch);
      rebuild.commit();
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<String> find(String asked, int most) throws IOException {
    Optional<WordMark> mark = words.read(asked).found();
    if (mark.isEmpty()) {
      return List.of();
    }
    CandidateQuery query = new CandidateQuery(SPACE, mark.get(), Set.of(), Set.of(), most);
    return index.nearest(query).stream().map(Candidate::name).toList();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
