package org.zhiheng.bench.load;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// What many people do at once: look at pages, search, examine, enter rights, deposit evidence, run
/// deals. Each thinks between two requests; what was acknowledged is remembered.
public final class Traffic {

  private static final int RIGHTS = 3_000;
  private static final List<String> WORDS =
      List.of("电池", "真空", "玩具", "样例", "LABUBU", "装置", "图书", "星河", "measure", "CN2023");

  /// A deal of two licences; small, as people try one.
  private static final String DEAL =
      """
      deal: load-1
      dates: {cutoff: 2026-11-30, closing: 2026-12-15, collect: month-end, pay: quarterly on 15,
              legal: 2029-12-15}
      parties: {originator: 示例研究院}
      pool:
        kind: licence-back
        assets:
          - {id: L1, kind: licence, amount: "1200000.00", first: 2027-01-25, every: 3, count: 11,
             obligor: 甲示例公司}
          - {id: L2, kind: licence, amount: "1000000.00", first: 2027-01-25, every: 3, count: 11,
             obligor: 乙示例公司}
      tranches:
        A: {size: "20000000.00", coupon: 2.15%, maturity: 2029-12-15}
        sub: {size: "1000000.00"}
      waterfall: {normal: [interest A, principal A, principal sub, residual sub]}
      """;

  /// What one does; a weight of a hundred.
  private enum Kind {
    PAGE(35),
    SEARCH(15),
    BOARD(5),
    DEADLINES(10),
    EXAMINATION(10),
    ENTERED(10),
    EVIDENCE(10),
    DEAL(5);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }

    static Kind drawn(SplittableRandom random) {
      int dice = random.nextInt(Arrays.stream(values()).mapToInt(one -> one.weight).sum());
      for (Kind kind : values()) {
        dice -= kind.weight;
        if (dice < 0) {
          return kind;
        }
      }
      throw new IllegalStateException("weights do not add up");
    }
  }

  private final Visitor visitor;
  private final long seed;
  private final AtomicLong serial = new AtomicLong();
  private final Queue<Written> acknowledged = new ConcurrentLinkedQueue<>();
  private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

  /// @param seed what gives the same people again; what they write is named by it
  public Traffic(Visitor visitor, long seed) {
    this.visitor = visitor;
    this.seed = seed;
  }

  /// Something that the server said it has.
  ///
  /// @param path under which the REST interface shows it
  /// @param holds a text that is in it
  public record Written(String path, String holds) {}

  /// What was acknowledged so far.
  public List<Written> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /// Lets so many people come for some seconds.
  ///
  /// @param thinkMillis between two requests of one person, on average
  /// @throws InterruptedException when told to stop
  public void run(int people, int seconds, int thinkMillis) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService _ = begun(people, thinkMillis, over)) {
      TimeUnit.SECONDS.sleep(seconds);
      over.set(true);
    }
  }

  /// Lets people come until told that it is over; closing what is answered waits for them.
  public ExecutorService begun(int people, int thinkMillis, AtomicBoolean over) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    for (int person = 0; person < people; person++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + person);
      threads.execute(() -> {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(thinkMillis + 1)));
        while (!over.get()) {
          long pause = once(random);
          long think = (long) (-Math.log(1 - random.nextDouble()) * thinkMillis);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.max(pause, think)));
        }
      });
    }
    return threads;
  }

  /// One request; says how many milliseconds it was asked to wait before the next.
  private long once(SplittableRandom random) {
    Kind kind = Kind.drawn(random);
    long from = System.nanoTime();
    try {
      HttpResponse<String> answer = asked(kind, random);
      int status = answer.statusCode();
      if (status == 503 || status == 429) {
        boolean says = answer.headers().firstValue("Retry-After").isPresent();
        count(status + (says ? " with Retry-After" : " WITHOUT Retry-After"));
        return answer.headers().firstValueAsLong("Retry-After").stream()
            .map(TimeUnit.SECONDS::toMillis)
            .findFirst()
            .orElse(0L);
      }
      if (status != 200 && status != 201) {
        count(kind + ": " + status);
        return 0;
      }
      nanos
          .computeIfAbsent(kind.name(), _ -> new ConcurrentLinkedQueue<>())
          .add(System.nanoTime() - from);
    } catch (IOException failed) {
      count(kind + ": no answer");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void count(String what) {
    refused.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  private HttpResponse<String> asked(Kind kind, SplittableRandom random)
      throws IOException, InterruptedException {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    String right = "/rights/R" + (1 + random.nextInt(RIGHTS));
    return switch (kind) {
      case PAGE -> visitor.page(right);
      case SEARCH -> visitor.page("/rights?q=" + encoded(word));
      case BOARD -> visitor.page("/administer");
      case DEADLINES -> visitor.ask(right + "/deadlines");
      case EXAMINATION ->
          visitor.ask("/examination?class=28&name=" + encoded(word + random.nextInt(100)));
      case ENTERED -> entered();
      case EVIDENCE -> deposited(random);
      case DEAL ->
          visitor.tell(
              "/deals/run",
              "{\"deal\":\"" + DEAL.replace("\"", "\\\"").replace("\n", "\\n") + "\"}",
              "application/json");
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> entered() throws IOException, InterruptedException {
    long number = serial.incrementAndGet();
    String title = "负载样例 " + seed + "-" + number;
    HttpResponse<String> answer =
        visitor.tell(
            "/rights",
            "{\"kind\":\"mark\",\"office\":\"CN\",\"fields\":{\"title\":\""
                + title
                + "\",\"number\":\""
                + (10_000_000 + seed * 100_000 + number)
                + "\",\"filing-date\":\"2026-03-02\",\"holders\":\"甲示例公司\","
                + "\"classes\":\"28\"}}",
            "application/json");
    if (answer.statusCode() == 201) {
      acknowledged.add(new Written(place(answer), title));
    }
    return answer;
  }

  private HttpResponse<String> deposited(SplittableRandom random)
      throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("负载样例 " + seed + "-" + serial.incrementAndGet());
    while (text.length() < 1_000) {
      text.append(Long.toHexString(random.nextLong()));
    }
    String title = "load-" + seed + "-" + serial.incrementAndGet();
    HttpResponse<String> answer =
        visitor.tell(
            "/evidence?name=" + title + ".txt&title=" + title,
            text.toString(),
            "application/octet-stream");
    if (answer.statusCode() == 201) {
      acknowledged.add(new Written(place(answer), title));
    }
    return answer;
  }

  private static String place(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("Location").orElse("");
    return location.substring(location.indexOf("/api/v1") + "/api/v1".length());
  }

  /// How many of what was acknowledged are not there.
  ///
  /// @throws IOException when there is no answer
  /// @throws InterruptedException when told to stop
  public int missing() throws IOException, InterruptedException {
    int missing = 0;
    for (Written written : acknowledged) {
      HttpResponse<String> found = visitor.ask(written.path());
      for (int again = 0; again < 50 && found.statusCode() == 429; again++) {
        TimeUnit.SECONDS.sleep(1);
        found = visitor.ask(written.path());
      }
      if (found.statusCode() != 200 || !found.body().contains(written.holds())) {
        missing++;
      }
    }
    return missing;
  }

  /// What was refused or had no answer, by kind.
  public Map<String, Long> refused() {
    Map<String, Long> all = new TreeMap<>();
    refused.forEach((what, count) -> all.put(what, count.sum()));
    return all;
  }

  /// How long answers took, by kind and over all; a line each.
  public String times() {
    StringBuilder lines = new StringBuilder();
    long[] all =
        nanos.values().stream().flatMap(Queue::stream).mapToLong(Long::longValue).toArray();
    new TreeMap<>(nanos)
        .forEach(
            (kind, some) -> line(kind, some.stream().mapToLong(Long::longValue).toArray(), lines));
    line("all", all, lines);
    return lines.toString();
  }

  private static void line(String kind, long[] nanos, StringBuilder lines) {
    if (nanos.length == 0) {
      return;
    }
    Arrays.sort(nanos);
    lines.append(
        String.format(
            Locale.ROOT,
            "%-16s %,8d  p50 %7.1f ms  p99 %7.1f ms  max %8.1f ms%n",
            kind,
            nanos.length,
            nanos[nanos.length / 2] / 1e6,
            nanos[(int) (nanos.length * .99)] / 1e6,
            nanos[nanos.length - 1] / 1e6));
  }
}
