package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import org.zhiheng.index.lucene.Effort;
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
/// Run: `java … org.zhiheng.bench.MarkSearchBench NAMES QUESTIONS HOME DATA ROUNDS [alone|lucene]`;
/// `alone` leaves the peers out, `lucene` PostgreSQL. A peer is asked for at most
/// [#PEER_SECONDS_MAX] seconds a round. The time of the processor is that of the asking thread: of
/// PostgreSQL it holds the waiting side alone.
final class MarkSearchBench {

  private static final int MOST = 20;
  private static final int WARM_UP = 3_000;
  private static final long PEER_SECONDS_MAX = 60;

  /// What is found against how long it takes, from the quickest to the most thorough.
  private static final List<Map.Entry<String, Effort>> EFFORTS =
      List.of(
          Map.entry("zhiheng, as FuzzyQuery", new Effort(1_000, 40, 20)),
          Map.entry("zhiheng, least", new Effort(1_500, 120, 20)),
          Map.entry("zhiheng, brisk", Effort.BRISK),
          Map.entry("zhiheng, usual", Effort.USUAL),
          Map.entry("zhiheng, most", new Effort(64_000, 6_000, 400)));

  private MarkSearchBench() {}

  /// Runs it.
  ///
  /// @param args how many names, how many questions, the workspace, `shared/data`, how many rounds,
  ///   and `alone` or `lucene`
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
    IndexPeer.build(folder, words, names, count);
    out.printf(
        Locale.ROOT,
        "index built or opened in %.1f s, %,d bytes%n",
        (System.nanoTime() - from) / 1e9,
        bytes(folder));
    int rounds = Integer.parseInt(args[4]);
    boolean alone = args.length > 5 && args[5].equals("alone");
    boolean trigrams = args.length < 6;
    try (Opened peers = new Opened()) {
      for (Map.Entry<String, Effort> effort : EFFORTS) {
        peers.add(IndexPeer.open(folder, words, effort.getKey(), effort.getValue()));
      }
      if (!alone) {
        Path fuzzy = home.resolve("fuzzy-" + count);
        FuzzyPeer.build(fuzzy, names, count);
        peers.add(FuzzyPeer.words(fuzzy));
        peers.add(FuzzyPeer.whole(fuzzy));
      }
      for (Peer peer : peers.all) {
        warm(peer, warm);
      }
      // by turns, so that whatever else the machine does meets all alike
      for (int round = 0; round < rounds; round++) {
        for (Peer peer : peers.all) {
          ask(peer, questions, out);
        }
      }
    }
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "heap in use %,d MB of at most %,d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
    if (trigrams) {
      trigrams(home, names, count, warm, questions, rounds, out);
    }
  }

  private static void trigrams(
      Path home,
      MarkNames names,
      long count,
      List<MarkQuestion> warm,
      List<MarkQuestion> questions,
      int rounds,
      PrintStream out)
      throws IOException, SQLException {
    try (Database database = TrigramPeer.database(home)) {
      TrigramPeer.build(database, names, count);
      try (Peer like = TrigramPeer.like(database);
          Peer nearest = TrigramPeer.nearest(database)) {
        warm(like, warm);
        warm(nearest, warm);
        for (int round = 0; round < rounds; round++) {
          ask(like, questions, out);
          ask(nearest, questions, out);
        }
      }
    }
  }

  /// Peers, closed together.
  private static final class Opened implements AutoCloseable {

    private final List<Peer> all = new ArrayList<>();

    void add(Peer peer) {
      all.add(peer);
    }

    @Override
    public void close() throws IOException, SQLException {
      for (Peer peer : all) {
        peer.close();
      }
    }
  }

  private static void warm(Peer peer, List<MarkQuestion> warm) throws IOException, SQLException {
    long until = System.nanoTime() + PEER_SECONDS_MAX * 1_000_000_000L / 6;
    for (MarkQuestion question : warm) {
      if (System.nanoTime() < until) {
        peer.find(question.asked(), MOST);
      }
    }
  }

  private static void ask(Peer peer, List<MarkQuestion> questions, PrintStream out)
      throws IOException, SQLException {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long until = System.nanoTime() + PEER_SECONDS_MAX * 1_000_000_000L;
    List<Long> nanos = new ArrayList<>();
    Map<String, int[]> hits = new TreeMap<>();
    long sum = 0;
    long ran = 0;
    for (MarkQuestion question : questions) {
      long from = System.nanoTime();
      if (from > until) {
        break;
      }
      long ranBefore = processor.getCurrentThreadCpuTime();
      List<String> found = peer.find(question.asked(), MOST);
      ran += processor.getCurrentThreadCpuTime() - ranBefore;
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
        "%-22s asked %,6d  p50 %8.2f  p99 %8.2f  max %8.2f ms  %,8.1f a second"
            + "  own processor time %7.3f ms  recall@20:%s  (sum %x)%n",
        peer.title(),
        sorted.length,
        at(sorted, 0.50),
        at(sorted, 0.99),
        sorted[sorted.length - 1] / 1e6,
        sorted.length / (Arrays.stream(sorted).sum() / 1e9),
        ran / 1e6 / sorted.length,
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
