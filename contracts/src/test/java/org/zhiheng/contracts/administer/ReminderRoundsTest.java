package org.zhiheng.contracts.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.jobs.administer.DocketKeeper;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.remind.Letter;
import org.zhiheng.jobs.administer.remind.Postman;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.ReminderRounds;
import org.zhiheng.jobs.administer.remind.Reminders;
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
import org.zhiheng.values.OrganisationId;

/// A first office action of 12 January 2026, whose reply is due on 12 May (see DocketingTest), from
/// the first reminder to the day it is missed.
final class ReminderRoundsTest {

  private static final OrganisationId OWNER = new OrganisationId(1);
  private static final Deadlines DEADLINES = Deadlines.load();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-02-02T04:00:00Z"));
  private final InstantSource clock = now::get;
  private final RegisterStores stores = new MemoryRegister(clock).stores();
  private final DocketNotes notes = new MemoryDocketNotes();
  private final MemoryDocketBoard board = new MemoryDocketBoard(stores.rights(), notes, OWNER);
  private final DocketKeeper keeper = new DocketKeeper(board, DEADLINES, clock);
  private final Reminders reminders = new MemoryReminders();
  private final List<Letter> got = new ArrayList<>();
  private boolean refusing;

  private final Postman postman =
      (_, letter) -> {
        if (refusing) {
          return Optional.of("421 try later");
        }
        got.add(letter);
        return Optional.empty();
      };

  private final ReminderRounds rounds =
      new ReminderRounds(reminders, board, DEADLINES, Optional.of(postman), clock);

  private ReminderRounds.Done round(String day) {
    now.set(Instant.parse(day + "T02:00:00Z"));
    keeper.catchUp();
    return rounds.round();
  }

  private void enter() {
    RightNumber own = new RightNumber(Office.CN, NumberType.APPLICATION, "1", "CN1");
    Rights.Entered entered =
        stores
            .rights()
            .enter(
                OWNER,
                new Notice(
                    RightKind.INVENTION_PATENT,
                    Office.CN,
                    List.of(own),
                    List.of(
                        new DatedFact(
                            LocalDate.of(2025, 3, 3),
                            new Fact.Filed(
                                List.of(own), Bibliography.EMPTY.withTitle("zh", "一种秘密的装置"))),
                        new DatedFact(
                            LocalDate.of(2026, 1, 12),
                            new Fact.Acted(
                                Act.OA_FIRST,
                                Optional.of(ServiceWay.ELECTRONIC),
                                Optional.empty(),
                                "",
                                ""))),
                    Source.BY_HAND),
                References.NONE,
                "li");
    // the clock of the reply alone: the others of the application have nobody
    notes.keep(
        new DocketNotes.Note(
            OWNER,
            ((Rights.Entered.New) entered).id(),
            "cn.patent.oa-first-reply/E2",
            DocketNotes.What.ASSIGN,
            "王芳",
            "li",
            now.get()));
    reminders.keep(
        OWNER,
        new Recipient(
            "王芳",
            "wang.fang@example.org",
            "zh",
            List.of(30, 7),
            false,
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void eachStepIsToldOnceAndWhatIsMissedToo() {
    enter();
    assertThat(round("2026-03-02").written()).isZero();
    // 30 days before 12 May is a Sunday: told on the Friday
    assertThat(round("2026-04-10")).isEqualTo(new ReminderRounds.Done(1, 1, 0));
    assertThat(round("2026-04-11").written()).isZero();
    assertThat(round("2026-05-05").written()).isOne();
    assertThat(round("2026-05-12").written()).isZero();
    assertThat(round("2026-05-13").written()).isOne();
    assertThat(round("2026-06-13").written()).isZero();
    assertThat(got)
        .extracting(Letter::subject)
        .containsExactly(
            "知衡：1 项期限，最早自 2026-05-12 起需关注", "知衡：1 项期限，最早自 2026-05-12 起需关注", "知衡：1 项期限，其中 1 项已逾期");
    assertThat(got).allSatisfy(letter -> assertThat(letter.text()).doesNotContain("装置"));
  }

  @Test
  void whatWasMissedLongAgoIsToldNoMore() {
    enter();
    assertThat(round("2026-08-01").written()).isZero();
  }

  @Test
  void aLetterThatIsNotTakenWaits() {
    enter();
    refusing = true;
    assertThat(round("2026-04-10")).isEqualTo(new ReminderRounds.Done(1, 0, 1));
    assertThat(reminders.outbox(OWNER, 10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.failure()).isEqualTo("421 try later"));
    refusing = false;
    now.set(now.get().plus(Duration.ofHours(1)));
    assertThat(rounds.round()).isEqualTo(new ReminderRounds.Done(0, 1, 0));
    assertThat(got).hasSize(1);
    assertThat(rounds.round()).isEqualTo(new ReminderRounds.Done(0, 0, 0));
  }
}
