package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.administer.MemoryDocketBoard;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketKeeper;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.DocketNotes.What;
import org.zhiheng.jobs.administer.LawReplay;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The board follows events, notes, days and rules.
final class PostgresDocketBoardTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_docket");

  private static final Deadlines DEADLINES = Deadlines.load();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-02-02T04:00:00Z"));
  private final InstantSource clock = now::get;
  private final Rights rights = new PostgresRights(DATABASE.get(), clock);
  private final DocketBoard board = new PostgresDocketBoard(DATABASE.get());
  private final DocketNotes notes = new PostgresDocketNotes(DATABASE.get());
  private final DocketKeeper keeper = new DocketKeeper(board, DEADLINES, clock);
  private final OrganisationId owner = DATABASE.newOrganisation();
  private int number;

  @BeforeEach
  void begin() {
    keeper.compareLaw();
    drain();
  }

  private int drain() {
    int all = 0;
    for (int counted = keeper.turn(); counted > 0; counted = keeper.turn()) {
      all += counted;
    }
    return all;
  }

  private RightId application(OrganisationId organisation, String filed) {
    RightNumber own =
        new RightNumber(
            Office.CN,
            NumberType.APPLICATION,
            organisation + "-" + ++number,
            "CN" + organisation + "-" + number);
    Rights.Entered entered =
        rights.enter(
            organisation,
            new Notice(
                RightKind.INVENTION_PATENT,
                Office.CN,
                List.of(own),
                List.of(
                    new DatedFact(
                        LocalDate.parse(filed),
                        new Fact.Filed(List.of(own), Bibliography.EMPTY.withTitle("zh", "一种装置")))),
                Source.BY_HAND),
            References.NONE,
            "li");
    return ((Rights.Entered.New) entered).id();
  }

  private void record(RightId right, String on, Fact fact) {
    long version = rights.find(owner, right).orElseThrow().version();
    assertThat(
            rights.append(
                owner,
                right,
                version,
                new DatedFact(LocalDate.parse(on), fact),
                Source.BY_HAND,
                "li"))
        .isInstanceOfAny(Rights.Appended.Done.class, Rights.Appended.Unchanged.class);
  }

  private static Fact act(Act act) {
    return new Fact.Acted(act, Optional.of(ServiceWay.ELECTRONIC), Optional.empty(), "", "");
  }

  private List<DocketBoard.Row> running(OrganisationId organisation) {
    return board.page(DocketBoard.Query.of(organisation, DocketBoard.Show.RUNNING, 500));
  }

  private List<String> keys(OrganisationId organisation) {
    return running(organisation).stream()
        .filter(row -> row.rule().equals("cn.patent.oa-first-reply"))
        .map(DocketBoard.Row::key)
        .toList();
  }

  @Test
  void followsEvents() {
    RightId right = application(owner, "2025-03-03");
    assertThat(drain()).isEqualTo(1);
    assertThat(running(owner))
        .extracting(DocketBoard.Row::rule)
        .contains("cn.patent.examination-request")
        .doesNotContain("cn.patent.oa-first-reply");

    record(right, "2026-01-12", act(Act.OA_FIRST));
    drain();
    assertThat(running(owner))
        .filteredOn(row -> row.rule().equals("cn.patent.oa-first-reply"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.right()).isEqualTo(right);
          assertThat(row.title()).isEqualTo("一种装置");
          assertThat(row.due()).contains(LocalDate.of(2026, 5, 12)); // see DocketingTest
          assertThat(row.status()).isEqualTo("certain");
        });

    record(right, "2026-01-20", act(Act.REPLY_FILED));
    drain();
    assertThat(keys(owner)).isEmpty();
    assertThat(drain()).isZero();
  }

  @Test
  void followsNotes() {
    RightId right = application(owner, "2025-03-03");
    record(right, "2026-01-12", act(Act.OA_FIRST));
    drain();
    String key = keys(owner).getFirst();
    notes.keep(note(right, key, DocketNotes.What.ASSIGN, "wang"));
    drain();
    assertThat(board.page(DocketBoard.Query.of(owner, DocketBoard.Show.RUNNING, 9).of("wang")))
        .extracting(DocketBoard.Row::key)
        .containsExactly(key);
    notes.keep(note(right, key, DocketNotes.What.CLOSE, "abandoned on instruction"));
    drain();
    assertThat(keys(owner)).isEmpty();
    notes.keep(note(right, key, DocketNotes.What.REOPEN, "instruction withdrawn"));
    drain();
    assertThat(keys(owner)).containsExactly(key);
    assertThat(notes.of(owner, right)).hasSize(3);
    assertThat(notes.closings(owner, right)).isEmpty();
  }

  private DocketNotes.Note note(RightId right, String key, DocketNotes.What what, String text) {
    return new DocketNotes.Note(owner, right, key, what, text, "li", clock.instant());
  }

  @Test
  void followsTheDays() {
    RightId right = application(owner, "2025-03-03");
    record(right, "2026-01-12", act(Act.OA_FIRST));
    drain();
    assertThat(keys(owner)).hasSize(1);
    now.set(Instant.parse("2026-05-12T15:59:59Z")); // the last second of the last day in Beijing
    drain();
    assertThat(keys(owner)).hasSize(1);
    now.set(Instant.parse("2026-05-12T16:00:00Z"));
    drain();
    assertThat(keys(owner)).isEmpty();
    assertThat(board.page(DocketBoard.Query.of(owner, DocketBoard.Show.MISSED, 9)))
        .extracting(DocketBoard.Row::key)
        .anyMatch(key -> key.startsWith("cn.patent.oa-first-reply/"));
  }

  @Test
  void aChangedRuleTouchesTheRightsItCounts() {
    RightId touched = application(owner, "2025-03-03");
    record(touched, "2026-01-12", act(Act.OA_FIRST));
    application(owner, "2025-03-04");
    drain();
    Map<String, String> other = new HashMap<>(board.law());
    other.put("cn.patent.oa-first-reply", "another");
    board.law(other, List.of("cn.patent.oa-first-reply"), false);
    assertThat(
            DATABASE
                .get()
                .client()
                .sql("select right_id from docket_changed")
                .query(Long.class)
                .list())
        .contains(touched.number())
        .hasSizeLessThanOrEqualTo(
            DATABASE
                .get()
                .client()
                .sql(
                    "select count(distinct right_id) from docket_deadline"
                        + " where rule = 'cn.patent.oa-first-reply'")
                .query(Integer.class)
                .single());
    drain();
    assertThat(keys(owner)).hasSize(1);
  }

  @Test
  void keepsOrganisationsApart() {
    OrganisationId other = DATABASE.newOrganisation();
    application(owner, "2025-03-03");
    drain();
    assertThat(running(other)).isEmpty();
    assertThat(running(owner)).isNotEmpty();
  }

  @Test
  void pagesOfAnySizeGiveEachRowOnce() {
    for (int i = 1; i <= 7; i++) {
      application(owner, "2025-03-0" + (1 + i % 3));
    }
    drain();
    List<DocketBoard.Row> whole = running(owner);
    assertThat(whole).isSortedAccordingTo((left, right) -> left.warnBy().compareTo(right.warnBy()));
    for (int size = 1; size <= 5; size++) {
      List<DocketBoard.Row> rows = new ArrayList<>();
      DocketBoard.Query query = DocketBoard.Query.of(owner, DocketBoard.Show.RUNNING, size);
      for (List<DocketBoard.Row> page = board.page(query);
          !page.isEmpty();
          page = board.page(query)) {
        rows.addAll(page);
        query = query.behind(page.getLast().cursor(DocketBoard.Show.RUNNING));
      }
      assertThat(rows).isEqualTo(whole);
    }
    assertThat(board.count(DocketBoard.Query.of(owner, DocketBoard.Show.RUNNING, 1), 1_000_000))
        .isEqualTo(whole.size());
  }

  @Test
  void keepsWhatCannotBeCounted() {
    application(owner, "1979-03-05");
    drain();
    assertThat(board.broken(owner, 50))
        .isNotEmpty()
        .allSatisfy(broken -> assertThat(broken.reason()).contains("between"));
  }

  /// Counted piece by piece as events, notes and days come, it is what counting all at once gives.
  @Seeds(5)
  void whatFollowedStepByStepIsWhatIsCountedAfresh(Seed seed) {
    List<RightId> own = new ArrayList<>();
    for (int step = 0; step < 25; step++) {
      if (own.isEmpty() || seed.chance(0.3)) {
        own.add(application(owner, "202" + seed.between(3, 6) + "-03-0" + seed.between(1, 10)));
      } else if (seed.chance(0.7)) {
        record(
            seed.oneOf(own),
            LocalDate.of(2026, 1, 1).plusDays(seed.between(0, 30)).toString(),
            act(
                seed.oneOf(
                    List.of(Act.OA_FIRST, Act.REPLY_FILED, Act.OA_LATER, Act.GRANT_NOTICE))));
      } else {
        List<DocketBoard.Row> rows = running(owner);
        if (!rows.isEmpty()) {
          DocketBoard.Row row = seed.oneOf(rows);
          notes.keep(note(row.right(), row.key(), seed.oneOf(List.of(What.values())), "x" + step));
        }
      }
      if (seed.chance(0.2)) {
        now.set(now.get().plus(Duration.ofDays(seed.between(1, 60))));
      }
      if (seed.chance(0.4)) {
        drain();
      }
    }
    drain();
    DocketBoard fresh = new MemoryDocketBoard(rights, notes, owner);
    new DocketKeeper(fresh, DEADLINES, clock).turn();
    for (DocketBoard.Show show : DocketBoard.Show.values()) {
      DocketBoard.Query query = DocketBoard.Query.of(owner, show, 500);
      assertThat(board.page(query)).isEqualTo(fresh.page(query));
      assertThat(board.count(query, 7)).isEqualTo(fresh.count(query, 7));
    }
    LocalDate today = LocalDate.ofInstant(now.get(), DEADLINES.calendar().zone());
    assertThat(board.weeks(owner, today, 30)).isEqualTo(fresh.weeks(owner, today, 30));
    LocalDate since = LocalDate.of(2023, 1, 1);
    assertThat(board.limits(owner, since)).isNotEmpty().isEqualTo(fresh.limits(owner, since));
    assertThat(board.broken(owner, 99)).isEqualTo(fresh.broken(owner, 99));
    List<DocketBoard.Case> cases = new ArrayList<>();
    List<DocketBoard.Case> some = board.cases(owner, 0, 3);
    while (!some.isEmpty()) {
      cases.addAll(some);
      some = board.cases(owner, some.getLast().right().number(), 3);
    }
    assertThat(cases).isNotEmpty().isEqualTo(fresh.cases(owner, 0, 1_000));
  }

  /// Most rows of a right stay as they are when one of them changes.
  @Test
  void rowsThatSayTheSameAreNotWrittenAgain() {
    RightId right = application(owner, "2025-03-03");
    record(right, "2026-01-12", act(Act.OA_FIRST));
    drain();
    Map<String, String> before = versions(right);
    String key = keys(owner).getFirst();
    notes.keep(note(right, key, DocketNotes.What.ASSIGN, "wang"));
    drain();
    Map<String, String> after = versions(right);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after).doesNotContainEntry(key, before.get(key));
    before.remove(key);
    assertThat(before).isNotEmpty();
    assertThat(after).containsAllEntriesOf(before);
  }

  private Map<String, String> versions(RightId right) {
    Map<String, String> versions = new HashMap<>();
    DATABASE
        .get()
        .client()
        .sql("select key, xmin::text as version from docket_deadline where right_id = ?")
        .params(right.number())
        .query(row -> {
          versions.put(row.getString("key"), row.getString("version"));
        });
    return versions;
  }

  private static final String SHORTER =
      """
      rules:
        - id: cn.patent.oa-first-reply
          title: {zh: "答复第一次审查意见通知书", en: "Reply to the first office action"}
          event: {zh: "第一次审查意见通知书", en: "first office action"}
          who: applicant
          kind: specified-deadline
          law: cn-patent
          served: true
          counting: after-event
          last_valid_on: 2026-11-22
          values:
            - from: 2001-07-01
              term: 1 month
              citation: {instrument: 专利审查指南, article: "假设", confidence: unknown}
          clears: [reply-filed]
          examples:
            - {event: 2026-03-02, service: electronic, as_of: 2026-11-22, due: 2026-04-02, status: certain, why: "x"}
      """;

  @Test
  void aReplayUnderAnotherRuleShowsWhatMoves() {
    RightId right = application(owner, "2025-03-03");
    record(right, "2026-01-12", act(Act.OA_FIRST));
    Deadlines shorter =
        new Deadlines(DEADLINES.book().with("shorter.yaml", SHORTER), DEADLINES.calendar());
    LocalDate today = LocalDate.of(2026, 4, 1);
    List<LawReplay.Move> moves = new ArrayList<>();
    new LawReplay(board, DEADLINES, shorter, today).each(owner, moves::addAll);
    // four months become one: 12 January to 12 February, a Thursday
    assertThat(moves)
        .filteredOn(move -> move.key().startsWith("cn.patent.oa-first-reply/"))
        .singleElement()
        .satisfies(move -> {
          assertThat(move.before().orElseThrow().answer().due())
              .contains(LocalDate.of(2026, 5, 12));
          assertThat(move.after().orElseThrow().answer().due()).contains(LocalDate.of(2026, 2, 12));
          assertThat(move.after().orElseThrow().state()).isInstanceOf(State.Missed.class);
          assertThat(move.why()).isNotEmpty();
        });
    List<LawReplay.Move> none = new ArrayList<>();
    new LawReplay(board, DEADLINES, DEADLINES, today).each(owner, none::addAll);
    assertThat(none).isEmpty();
  }
}
