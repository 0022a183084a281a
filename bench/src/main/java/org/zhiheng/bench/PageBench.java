package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.zhiheng.bench.load.Product;
import org.zhiheng.bench.load.Visitor;

/// Question: how long does one right's page take at 200 requests a second, and how much memory does
/// the server hold, idle and after?
///
/// Fixture: the product as a person starts it (`./zhiheng demo`), signed in to over HTTP; every
/// request asks for another right of the sample. Times run from when a request was due, not from
/// when it was sent, so that a server that stalls is not flattered. The correctness sum is the
/// number of pages that name the right asked for.
///
/// Run: `./zhiheng bench page SECONDS HOME`; HOME must be empty: the first administrator's password
/// is shown once.
final class PageBench {

  private static final int REQUESTS_PER_SECOND = 200;
  private static final int WARM_UP_SECONDS = 10;
  private static final int RIGHTS = 3_000;

  private PageBench() {}

  /// Runs it.
  ///
  /// @param args seconds, the workspace
  /// @throws IOException when the server cannot be started or reached
  /// @throws InterruptedException when told to stop
  public static void main(String[] args) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(args[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path root = Path.of(System.getProperty("zhiheng.root", "."));
    try (Product product = Product.start(root, Path.of(args[1]).toAbsolutePath());
        Visitor visitor = Visitor.first(product)) {
      out.println("idle after start and one sign-in: " + product.residentMegabytes() + " MB");
      run(visitor, WARM_UP_SECONDS, out, "warm-up");
      run(visitor, seconds, out, "measured");
      out.println("after it: " + product.residentMegabytes() + " MB");
    }
  }

  private static void run(Visitor visitor, int seconds, PrintStream out, String name)
      throws InterruptedException {
    int count = seconds * REQUESTS_PER_SECOND;
    long[] nanos = new long[count];
    AtomicLong right = new AtomicLong();
    SplittableRandom random = new SplittableRandom(7);
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int index = 0; index < count; index++) {
        long due = start + index * (TimeUnit.SECONDS.toNanos(1) / REQUESTS_PER_SECOND);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
        int slot = index;
        String id = "R" + (1 + random.nextInt(RIGHTS));
        threads.execute(() -> {
          if (shows(visitor, id)) {
            right.incrementAndGet();
          }
          nanos[slot] = System.nanoTime() - due;
        });
      }
    }
    Arrays.sort(nanos);
    out.printf(
        java.util.Locale.ROOT,
        "%s: %d requests at %d/s, %d right pages; p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        name,
        count,
        REQUESTS_PER_SECOND,
        right.get(),
        nanos[count / 2] / 1e6,
        nanos[(int) (count * .99)] / 1e6,
        nanos[count - 1] / 1e6);
  }

  private static boolean shows(Visitor visitor, String id) {
    try {
      HttpResponse<String> page = visitor.page("/rights/" + id);
      return page.statusCode() == 200 && page.body().contains("/rights/" + id);
    } catch (IOException failed) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
