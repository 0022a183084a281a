package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketKeeper;
import org.zhiheng.jobs.administer.Docketing;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresDocketBoard;
import org.zhiheng.store.postgres.PostgresImportRuns;
import org.zhiheng.values.EventId;
import org.zhiheng.values.OrganisationId;

/// Question: how long does it take to count all deadlines of a portfolio from its events and to
/// store them, how long after one rule changed, and how long does a list of what is due take?
///
/// Fixture: seeded rights filed in the years 2008 to 2026, in an empty schema of its own: two
/// thirds marks, a quarter of them refused, the others published and registered; one third
/// inventions, two of three granted, most with an office action and some with an annual fee paid.
/// Beside it, in the same run, the same dockets counted in memory from the same events: what the
/// store cannot beat. The correctness sum is that of the warning dates, the same for both.
///
/// Run: `./zhiheng bench docket RIGHTS HOME`
final class DocketBench {

  private static final String SCHEMA = "bench_docket";
  private static final OrganisationId OWNER = new OrganisationId(1);
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2008, 1, 1);
  private static final LocalDate LAST = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final int BATCH = 2_000;
  private static final int ASKED = 5_000;
  private static final int HANDS = 2;
  private static final String CHANGED = "cn.patent.grant-formalities";

  private DocketBench() {}

  /// Runs it.
  ///
  /// @param args rights, the workspace
  /// @throws IOException when the database fails to start
  public static void main(String[] args) throws IOException {
    int rights = Integer.parseInt(args[0]);
    Path home = Path.of(args[1]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Optional<String> external = Optional.ofNullable(System.getenv("ZHIHENG_DATABASE_URL"));
    try (Database before = Database.openSchema(home, external, SCHEMA)) {
      before.dropSchema();
    }
    Database database = Database.openSchema(home, external, SCHEMA);
    load(database, rights, out);
    Deadlines deadlines = Deadlines.load();
    memory(deadlines, rights, out);
    DocketBoard board = new PostgresDocketBoard(database);
    InstantSource clock = InstantSource.fixed(NOW);
    DocketKeeper keeper = new DocketKeeper(board, deadlines, clock);
    keeper.compareLaw();
    counted("all rights", keeper, out);
    JdbcClient client = database.client();
    out.printf(
        Locale.ROOT,
        "stored: %,d deadlines, sum of warning dates %,d%n",
        client.sql("select count(*) from docket_deadline").query(Long.class).single(),
        client
            .sql("select coalesce(sum(warn_by - date '1970-01-01'), 0) from docket_deadline")
            .query(Long.class)
            .single());
    Map<String, String> other = new HashMap<>(board.law());
    other.put(CHANGED, "another");
    board.law(other, List.of(CHANGED), false);
    counted("after a change of " + CHANGED, keeper, out);
    asked(board, out);
    database.dropSchema();
  }

  private static void load(Database database, int rights, PrintStream out) {
    ImportRuns runs = new PostgresImportRuns(database, InstantSource.fixed(NOW));
    ImportRun run = runs.start(OWNER, "bench", "seeded", "", 0, "bench", NOW);
    long from = System.nanoTime();
    List<Notice> batch = new ArrayList<>(BATCH);
    for (int number = 1; number <= rights; number++) {
      batch.add(notice(number));
      if (batch.size() == BATCH || number == rights) {
        runs.land(run, batch, 0, List.of(), number);
        batch.clear();
      }
    }
    runs.end(run.id(), ImportRun.State.FINISHED, "", NOW);
    out.printf(Locale.ROOT, "loaded %,d rights in %.1f s%n", rights, seconds(from));
  }

  private static Notice notice(int number) {
    RightNumber own =
        new RightNumber(Office.CN, NumberType.APPLICATION, "B" + number, "B" + number);
    // numbers next to each other must not draw alike
    SplittableRandom random = new SplittableRandom(number).split();
    LocalDate filed = FIRST.plusDays(random.nextInt(6_850));
    RightKind kind = kind(number);
    List<DatedFact> facts = new ArrayList<>();
    facts.add(
        new DatedFact(
            filed,
            new Fact.Filed(List.of(own), Bibliography.EMPTY.withTitle("zh", "一种装置 " + number))));
    if (kind == RightKind.MARK) {
      mark(own, filed, random, facts);
    } else {
      patent(number, filed, random, facts);
    }
    return new Notice(kind, Office.CN, List.of(own), facts, Source.BY_HAND);
  }

  /// Two of three are marks.
  private static RightKind kind(int number) {
    return number % 3 == 0 ? RightKind.INVENTION_PATENT : RightKind.MARK;
  }

  private static void mark(
      RightNumber own, LocalDate filed, SplittableRandom random, List<DatedFact> facts) {
    LocalDate published = filed.plusDays(120 + random.nextInt(120));
    if (random.nextInt(4) == 0) {
      if (published.isBefore(LAST)) {
        facts.add(act(published, Act.REFUSAL_NOTICE, ""));
      }
      return;
    }
    LocalDate registered = published.plusMonths(3).plusDays(1);
    if (published.isBefore(LAST)) {
      facts.add(
          new DatedFact(
              published, new Fact.PreliminarilyApproved(List.of(own), Bibliography.EMPTY)));
    }
    if (registered.isBefore(LAST)) {
      facts.add(
          new DatedFact(
              registered,
              new Fact.Registered(
                  List.of(own),
                  Optional.of(registered.plusYears(10).minusDays(1)),
                  Bibliography.EMPTY)));
    }
  }

  private static void patent(
      int number, LocalDate filed, SplittableRandom random, List<DatedFact> facts) {
    LocalDate acted = filed.plusDays(200 + random.nextInt(500));
    if (acted.isBefore(LAST)) {
      facts.add(act(acted, Act.OA_FIRST, ""));
    }
    LocalDate granted = acted.plusDays(150 + random.nextInt(400));
    if (random.nextInt(3) > 0 && granted.isBefore(LAST)) {
      facts.add(act(granted.minusDays(60), Act.GRANT_NOTICE, ""));
      facts.add(
          new DatedFact(
              granted,
              new Fact.Granted(
                  new RightNumber(Office.CN, NumberType.PUBLICATION, "G" + number, "G" + number),
                  Bibliography.EMPTY)));
      int year = LAST.getYear() - filed.getYear();
      LocalDate paid = LAST.minusDays(30L + random.nextInt(300));
      if (year > 3 && paid.isAfter(granted) && random.nextInt(2) == 0) {
        facts.add(act(paid, Act.ANNUITY_PAID, Integer.toString(year)));
      }
    }
  }

  private static DatedFact act(LocalDate on, Act act, String concerns) {
    return new DatedFact(
        on,
        new Fact.Acted(act, Optional.of(ServiceWay.ELECTRONIC), Optional.empty(), concerns, ""));
  }

  private static void memory(Deadlines deadlines, int rights, PrintStream out) {
    Docketing docketing = Docketing.of(deadlines.book(), deadlines.calendar().zone());
    LocalDate today = LocalDate.ofInstant(NOW, deadlines.calendar().zone());
    KnownLaw law = deadlines.knownOn(today);
    long from = System.nanoTime();
    long sum = 0;
    long count = 0;
    for (int number = 1; number <= rights; number++) {
      List<Event> events = new ArrayList<>();
      for (DatedFact fact : notice(number).facts()) {
        events.add(
            new Event(
                new EventId(events.size() + 1L),
                fact.on(),
                fact.fact(),
                Source.BY_HAND,
                NOW,
                "bench"));
      }
      for (org.zhiheng.jobs.administer.Deadline deadline :
          docketing.of(kind(number), Office.CN, events, law, Map.of(), today).deadlines()) {
        sum += deadline.answer().warnBy().toEpochDay();
        count++;
      }
    }
    out.printf(
        Locale.ROOT,
        "in memory, one thread, the making of the events included: %,d deadlines in %.1f s, sum of"
            + " warning dates %,d%n",
        count,
        seconds(from),
        sum);
  }

  /// As many hands as the server has for it.
  private static void counted(String what, DocketKeeper keeper, PrintStream out) {
    long from = System.nanoTime();
    LongAdder rights = new LongAdder();
    List<Thread> hands = new ArrayList<>();
    for (int hand = 0; hand < HANDS; hand++) {
      hands.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int some = keeper.turn(); some > 0; some = keeper.turn()) {
                  rights.add(some);
                }
              }));
    }
    for (Thread hand : hands) {
      try {
        hand.join();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException("stopped", stopped);
      }
    }
    double seconds = seconds(from);
    out.printf(
        Locale.ROOT,
        "%s: %,d rights counted and stored in %.1f s, %,.0f a second%n",
        what,
        rights.sum(),
        seconds,
        rights.sum() / seconds);
  }

  /// What is due in 30 days, the first page and what the head of the page counts, one asker.
  private static void asked(DocketBoard board, PrintStream out) {
    LocalDate today = LAST;
    SplittableRandom random = new SplittableRandom(7);
    long[] nanos = new long[ASKED];
    long rows = 0;
    for (int index = 0; index < ASKED; index++) {
      LocalDate until = today.plusDays(1L + random.nextInt(60));
      long from = System.nanoTime();
      DocketBoard.Query query =
          DocketBoard.Query.of(OWNER, DocketBoard.Show.RUNNING, 50).until(until);
      rows += board.page(query).size();
      rows += board.count(query, 1_000) + board.weeks(OWNER, today, 13).size();
      nanos[index] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "what is due: page, count and weeks asked %,d times, rows %,d; p50 %.1f ms, p99 %.1f ms,"
            + " worst %.1f ms%n",
        ASKED,
        rows,
        nanos[ASKED / 2] / 1e6,
        nanos[(int) (ASKED * .99)] / 1e6,
        nanos[ASKED - 1] / 1e6);
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
