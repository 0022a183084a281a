package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhiheng.bench.marks.FuzzyPeer;
import org.zhiheng.bench.marks.IndexPeer;
import org.zhiheng.bench.marks.MarkNames;
import org.zhiheng.bench.marks.MarkQuestion;
import org.zhiheng.bench.marks.Peer;
import org.zhiheng.bench.marks.TrigramPeer;
import org.zhiheng.seeds.Seed;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.store.postgres.Database;

/// Question: how long does one thread take to find the 20 marks most alike among so many, and how
/// often is the one that was meant among them; beside Lucene's `FuzzyQuery` and PostgreSQL's
/// `pg_trgm` on the same names?
///
/// Fixture: the names of real brands, then names put together from their parts with a seed; the
/// questions are names of them with letters mistyped, replaced by what looks or sounds alike, with
/// a word added, or in pinyin. A question is answered when a name equal to the one it was made from
/// is among the 20.
///
/// Run: `java … org.zhiheng.bench.MarkSearchBench NAMES QUESTIONS HOME DATA [alone]`; `alone`
/// leaves the peers out. A peer is asked for at most [#PEER_SECONDS_MAX] seconds.
final class MarkSearchBench {

  private static final int MOST = 20;
  private static final int WARM_UP = 300;
  private static final long PEER_SECONDS_MAX = 60;

  private MarkSearchBench() {}

  /// Runs it.
  ///
  /// @param args how many names, how many questions, the workspace, `shared/data`, and `alone`
  /// @throws IOException when something cannot be read or written
  /// @throws SQLException when the database refuses something
  public static void main(String[] args) throws IOException, SQLException {
    PrintStream out = System.out;
    long count = Long.parseLong(args[0]);
    Path home = Path.of(args[2]);
    MarkNames names = MarkNames.read(Path.of(args[3]));
    List<MarkQuestion> questions =
        MarkQuestion.about(names, count, Integer.parseInt(args[1]), Seed.of(1));
    List<MarkQuestion> warm = MarkQuestion.about(names, count, WARM_UP, Seed.of(2));
    out.printf(
        Locale.ROOT,
        "names %,d (%,d real), questions %,d%n",
        count,
        names.real(),
        questions.size());
    Words words = Words.load();
    Path folder = home.resolve("marks-" + count);
    long from = System.nanoTime();
    try (Peer peer = IndexPeer.build(folder, words, names, count)) {
      out.printf(
          Locale.ROOT,
          "index built or opened in %.1f s, %,d bytes%n",
          (System.nanoTime() - from) / 1e9,
          bytes(folder));
      ask(peer, warm, questions, out);
      Runtime runtime = Runtime.getRuntime();
      out.printf(
          Locale.ROOT,
          "heap in use %,d MB%n",
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
    if (args.length > 4 && args[4].equals("alone")) {
      return;
    }
    Path fuzzy = home.resolve("fuzzy-" + count);
    FuzzyPeer.build(fuzzy, names, count);
    try (Peer whole = FuzzyPeer.whole(fuzzy);
        Peer byWords = FuzzyPeer.words(fuzzy)) {
      ask(whole, warm, questions, out);
      ask(byWords, warm, questions, out);
    }
    try (Database database = TrigramPeer.database(home)) {
      TrigramPeer.build(database, names, count);
      try (Peer like = TrigramPeer.like(database);
          Peer nearest = TrigramPeer.nearest(database)) {
        ask(like, warm, questions, out);
        ask(nearest, warm, questions, out);
      }
    }
  }

  private static void ask(
      Peer peer, List<MarkQuestion> warm, List<MarkQuestion> questions, PrintStream out)
      throws IOException, SQLException {
    long until = System.nanoTime() + PEER_SECONDS_MAX * 1_000_000_000L / 6;
    for (MarkQuestion question : warm) {
      if (System.nanoTime() < until) {
        peer.find(question.asked(), MOST);
      }
    }
    until = System.nanoTime() + PEER_SECONDS_MAX * 1_000_000_000L;
    List<Long> nanos = new ArrayList<>();
    Map<String, int[]> hits = new TreeMap<>();
    long sum = 0;
    for (MarkQuestion question : questions) {
      long from = System.nanoTime();
      if (from > until) {
        break;
      }
      List<String> found = peer.find(question.asked(), MOST);
      nanos.add(System.nanoTime() - from);
      boolean hit = found.stream().anyMatch(question.wanted()::equalsIgnoreCase);
      for (String kind : List.of(question.change(), "all")) {
        int[] own = hits.computeIfAbsent(kind, _ -> new int[2]);
        own[0] += hit ? 1 : 0;
        own[1]++;
      }
      sum = 31 * sum + found.hashCode();
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    StringBuilder recall = new StringBuilder();
    hits.forEach((kind, own) ->
        recall.append(String.format(Locale.ROOT, " %s %.3f", kind, (double) own[0] / own[1])));
    out.printf(
        Locale.ROOT,
        "%-20s asked %,6d  p50 %8.2f ms  p99 %8.2f ms  max %8.2f ms  %,9.1f a second  recall@20:%s"
            + "  (sum %x)%n",
        peer.title(),
        sorted.length,
        at(sorted, 0.50),
        at(sorted, 0.99),
        sorted[sorted.length - 1] / 1e6,
        sorted.length / (Arrays.stream(sorted).sum() / 1e9),
        recall,
        sum);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
  }

  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
