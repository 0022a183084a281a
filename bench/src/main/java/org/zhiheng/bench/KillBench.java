package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zhiheng.bench.load.Product;
import org.zhiheng.bench.load.Traffic;
import org.zhiheng.bench.load.Visitor;

/// Question: is anything lost that was acknowledged, when the server or its database ends in the
/// middle of the work of many?
///
/// Fixture: the product as a person starts it, killed with -9 at seeded moments of a mixed load, by
/// turns the server and the database; started again, and looked at: every write that was ever
/// acknowledged is asked for, and at the end `./zhiheng doctor` looks through all.
///
/// Run: `./zhiheng bench kill TIMES HOME [SEED]`; HOME must be empty.
final class KillBench {

  private static final int PEOPLE = 60;
  private static final int THINK_MILLIS = 400;
  private static final int LEAST_MILLIS = 500;
  private static final int MOST_MILLIS = 6_000;
  private static final int RECOVERY_SECONDS = 30;

  private KillBench() {}

  /// Runs it.
  ///
  /// @param args how many times, the workspace, the seed
  /// @throws IOException when the server cannot be started or reached
  /// @throws InterruptedException when told to stop
  public static void main(String[] args) throws IOException, InterruptedException {
    int times = Integer.parseInt(args[0]);
    Path home = Path.of(args[1]).toAbsolutePath();
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 7;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("zhiheng.root", "."));
    SplittableRandom random = new SplittableRandom(seed);
    List<Traffic> all = new ArrayList<>();
    int databases = 0;
    int byItself = 0;
    long slowest = 0;
    Product product = Product.start(root, home);
    try (Visitor visitor = Visitor.first(product)) {
      for (int time = 0; time < times; time++) {
        Traffic traffic = new Traffic(visitor, seed * 100 + time);
        all.add(traffic);
        boolean database = time % 2 == 1;
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService _ = traffic.begun(PEOPLE, THINK_MILLIS, over)) {
          TimeUnit.MILLISECONDS.sleep(LEAST_MILLIS + random.nextInt(MOST_MILLIS - LEAST_MILLIS));
          if (database) {
            databases += product.killDatabase() ? 1 : 0;
          } else {
            product.kill();
          }
          over.set(true);
        }
        if (database && product.endsWithin(RECOVERY_SECONDS)) {
          byItself++;
        }
        product.close();
        long from = System.nanoTime();
        product = Product.start(root, home);
        slowest = Math.max(slowest, System.nanoTime() - from);
        visitor.again(product);
        int missing = traffic.missing();
        out.printf(
            Locale.ROOT,
            "%d: %s killed, %d acknowledged, %d missing%n",
            time + 1,
            database ? "database" : "server",
            traffic.acknowledged().size(),
            missing);
      }
      int acknowledged = 0;
      int missing = 0;
      for (Traffic traffic : all) {
        acknowledged += traffic.acknowledged().size();
        missing += traffic.missing();
      }
      out.printf(
          Locale.ROOT,
          "%d kills (%d of the database, after %d of which the server ended to be started anew); slowest "
              + "start %.1f s; acknowledged %,d, missing at the end %d%n",
          times,
          databases,
          byItself,
          slowest / 1e9,
          acknowledged,
          missing);
    } finally {
      product.close();
    }
    Process doctor =
        new ProcessBuilder(root.resolve("zhiheng").toString(), "doctor", "--home", home.toString())
            .inheritIO()
            .start();
    out.println("doctor ended with " + doctor.waitFor());
  }
}
