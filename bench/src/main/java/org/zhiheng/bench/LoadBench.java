package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zhiheng.bench.load.Product;
import org.zhiheng.bench.load.Traffic;
import org.zhiheng.bench.load.Visitor;

/// Question: does the product stand 200 people who look, search, examine, enter, deposit and run
/// deals, and five times as many?
///
/// Fixture: the product as a person starts it (`./zhiheng demo`), over HTTP, with this program on
/// the same machine; each person thinks 2 s on average between two requests. The correctness sum is
/// the number of acknowledged writes that are found afterwards.
///
/// Run: `./zhiheng bench load SECONDS HOME [PEOPLE]`; HOME must be empty.
final class LoadBench {

  private static final int PEOPLE = 200;
  private static final int THINK_MILLIS = 2_000;
  private static final int OVERLOAD = 5;
  private static final int OVERLOAD_SECONDS = 60;
  private static final int SAMPLE_SECONDS = 10;

  private LoadBench() {}

  /// Runs it.
  ///
  /// @param args seconds, the workspace, people
  /// @throws IOException when the server cannot be started or reached
  /// @throws InterruptedException when told to stop
  public static void main(String[] args) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(args[0]);
    Path home = Path.of(args[1]).toAbsolutePath();
    int people = args.length > 2 ? Integer.parseInt(args[2]) : PEOPLE;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("zhiheng.root", "."));
    try (Product product = Product.start(root, home);
        Visitor visitor = Visitor.first(product)) {
      new Traffic(visitor, 1).run(people / 4, SAMPLE_SECONDS * 2, THINK_MILLIS);
      out.println("after the warm-up: " + product.residentMegabytes() + " MB");

      Traffic mixed = new Traffic(visitor, 2);
      List<Long> memory = new ArrayList<>();
      AtomicBoolean over = new AtomicBoolean();
      try (ExecutorService _ = mixed.begun(people, THINK_MILLIS, over)) {
        for (int second = 0; second < seconds; second += SAMPLE_SECONDS) {
          TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
          memory.add(product.residentMegabytes());
        }
        over.set(true);
      }
      out.printf(Locale.ROOT, "%d people, %d s:%n%s", people, seconds, mixed.times());
      out.println("refused: " + mixed.refused());
      out.println("memory, MB, every " + SAMPLE_SECONDS + " s: " + memory);
      told(out, mixed);

      Traffic crowd = new Traffic(visitor, 3);
      crowd.run(people * OVERLOAD, OVERLOAD_SECONDS, THINK_MILLIS / OVERLOAD);
      out.printf(
          Locale.ROOT,
          "%d people who hardly think, %d s:%n%s",
          people * OVERLOAD,
          OVERLOAD_SECONDS,
          crowd.times());
      out.println("refused: " + crowd.refused());
      told(out, crowd);

      Traffic after = new Traffic(visitor, 4);
      after.run(people, SAMPLE_SECONDS * 3, THINK_MILLIS);
      out.printf(Locale.ROOT, "%d people again:%n%s", people, after.times());
      out.println("refused: " + after.refused());
      told(out, after);
      out.println("at the end: " + product.residentMegabytes() + " MB");
    }
  }

  private static void told(PrintStream out, Traffic traffic)
      throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "acknowledged writes: %,d, of these missing: %d%n",
        traffic.acknowledged().size(),
        traffic.missing());
  }
}
