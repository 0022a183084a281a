package org.zhiheng.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.Words;

/// A writing process that [IndexKillIT] kills: goes on where the last one was, says how many
/// batches the index holds after each call that returned, and never ends by itself.
final class IndexChild {

  static final String SPACE = "org-a";
  static final int BATCH = 10;

  private IndexChild() {}

  /// Runs it.
  ///
  /// @param args the folder, and `rebuild` to begin with a rebuild of what is there
  /// @throws IOException when the index cannot be opened or written
  public static void main(String[] args) throws IOException {
    try (Candidates index = LuceneCandidates.open(Path.of(args[0]), Words.load())) {
      int batches = (int) index.count(SPACE) / BATCH;
      if (args[1].equals("rebuild")) {
        try (Candidates.Rebuild rebuild = index.rebuild()) {
          rebuild.add(entries(0, batches));
          rebuild.commit();
        }
        System.out.println(batches);
      }
      while (true) {
        index.put(entries(batches, batches + 1));
        System.out.println(++batches);
      }
    }
  }

  /// The marks of these batches.
  static List<MarkEntry> entries(int from, int to) {
    List<MarkEntry> entries = new ArrayList<>();
    for (int number = from * BATCH; number < to * BATCH; number++) {
      String name = "MARK " + Integer.toString(number, 36) + " 泡泡" + (char) ('一' + number);
      entries.add(new MarkEntry("k" + number, SPACE, name, Set.of("28"), Set.of()));
    }
    return entries;
  }
}
