package org.zhiheng.jobs.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Status;
import org.zhiheng.deadlines.Step;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.EventId;

/// A proceeding that stands still, and recordals with customs that are renewed.
final class StandstillTest {

  private static final String REPLY = "cn.patent.oa-first-reply/E2";

  /// Filed, and an office action of 2026-01-12: four months, to 2026-05-12, a Tuesday.
  private static Life patent() {
    return new Life(RightKind.INVENTION_PATENT, "2026-01-13")
        .filed("2024-03-04")
        .act("2026-01-12", Act.OA_FIRST, ServiceWay.ELECTRONIC);
  }

  @Test
  void theDaysOfAStandstillCanBeArguedAndTheSafeDateStays() {
    Life life =
        patent()
            .event("2026-03-02", new Fact.Suspended("权属纠纷"))
            .event("2026-07-01", new Fact.Resumed());

    Deadline reply = Life.one(life.on("2026-08-01"), REPLY);

    // 30 days of March, 30, 31, 30: 121; 2026-05-12 + 121 days = 2026-09-10
    Answer answer = reply.answer();
    assertThat(answer.due()).contains(LocalDate.of(2026, 5, 12));
    assertThat(answer.warnBy()).isEqualTo(LocalDate.of(2026, 5, 12));
    assertThat(answer.latestArguable()).isEqualTo(LocalDate.of(2026, 9, 10));
    assertThat(answer.status()).isEqualTo(Status.PROVISIONAL);
    Step step = answer.trace().getLast();
    assertThat(step.what()).isEqualTo(Step.What.STOOD_STILL);
    assertThat(step.en()).contains("2026-03-02");
    assertThat(step.source().orElseThrow().article()).isEqualTo("第一百零三条至第一百零五条");
    assertThat(step.source().orElseThrow().confidence()).isEqualTo(Confidence.SEEN);
    // 2026-05-12 is 81 days before 2026-08-01
    assertThat(reply.state()).isEqualTo(new State.Running(-81));
    assertThat(Life.state(life.on("2026-09-11"), REPLY)).isInstanceOf(State.Missed.class);
  }

  @Test
  void nothingIsMissedWhileItStandsStill() {
    Life life = patent().event("2026-05-11", new Fact.Suspended("权属纠纷"));
    for (String day : new String[] {"2026-05-13", "2026-12-31", "2027-05-10"}) {
      assertThat(Life.state(life.on(day), REPLY)).as(day).isInstanceOf(State.Running.class);
    }
    // after a year the office goes on of itself: 2026-05-12 + 365 days = 2027-05-12
    assertThat(Life.one(life.on("2027-06-01"), REPLY).answer().latestArguable())
        .isEqualTo(LocalDate.of(2027, 5, 12));
    assertThat(Life.state(life.on("2027-06-01"), REPLY)).isInstanceOf(State.Missed.class);
  }

  @Test
  void aReplyInTheExtraDaysIsMetAndMustBeArgued() {
    Life life =
        patent()
            .event("2026-03-02", new Fact.Suspended("权属纠纷"))
            .event("2026-07-01", new Fact.Resumed())
            .act("2026-09-10", Act.REPLY_FILED);
    assertThat(Life.state(life.on("2026-10-01"), REPLY))
        .isEqualTo(new State.Met(LocalDate.of(2026, 9, 10), new EventId(5), true));
  }

  @Test
  void aCourtsPreservationDoesTheSameUntilItsLastDay() {
    Life life =
        patent()
            .event(
                "2026-04-01",
                new Fact.Preserved("某中级人民法院", "1", Optional.of(LocalDate.of(2026, 4, 30))));
    // 1 to 30 April: 30 days; 2026-05-12 + 30 days = 2026-06-11
    assertThat(Life.one(life.on("2026-06-01"), REPLY).answer().latestArguable())
        .isEqualTo(LocalDate.of(2026, 6, 11));
    life.event("2026-04-11", new Fact.PreservationLifted("1"));
    // 1 to 10 April: 10 days
    assertThat(Life.one(life.on("2026-06-01"), REPLY).answer().latestArguable())
        .isEqualTo(LocalDate.of(2026, 5, 22));
  }

  @Test
  void whatTheTextDoesNotStayRunsOn() {
    Life still =
        new Life(RightKind.INVENTION_PATENT, "2022-06-01")
            .filed("2020-03-04")
            .granted("2022-05-10")
            .event("2025-01-06", new Fact.Suspended("权属纠纷"));
    // the annual fee of year 6 is due before 2025-03-04
    Deadline fee = Life.one(still.on("2025-03-10"), "cn.patent.annuity/6");
    assertThat(fee.answer().latestArguable()).isEqualTo(LocalDate.of(2025, 3, 4));
    assertThat(fee.state()).isInstanceOf(State.Missed.class);
  }

  @Test
  void whereNoTextOfThatTimeWasReadNothingStandsStill() {
    Life life =
        new Life(RightKind.INVENTION_PATENT, "2009-01-13")
            .filed("2007-03-05")
            .act("2009-01-12", Act.OA_FIRST, ServiceWay.POST)
            .event("2009-02-02", new Fact.Suspended("权属纠纷"));
    assertThat(Life.one(life.on("2009-04-01"), REPLY).answer().trace())
        .noneMatch(step -> step.what() == Step.What.STOOD_STILL);
  }

  @Seeds
  void aStandstillMovesNoSafeDateAndNoLatestDayForward(Seed seed) {
    LocalDate from = LocalDate.of(2025, 11, 1).plusDays(seed.between(0, 300));
    LocalDate to = from.plusDays(seed.between(0, 500));
    String on = to.plusDays(seed.between(0, 60)).toString();
    Answer without = Life.one(patent().on(on), REPLY).answer();
    Answer with =
        Life.one(
                patent()
                    .event(from.toString(), new Fact.Suspended("x"))
                    .event(to.toString(), new Fact.Resumed())
                    .on(on),
                REPLY)
            .answer();
    assertThat(with.due()).as(seed.toString()).isEqualTo(without.due());
    assertThat(with.warnBy()).as(seed.toString()).isEqualTo(without.warnBy());
    assertThat(with.latestArguable())
        .as(seed.toString())
        .isAfterOrEqualTo(without.latestArguable());
  }

  @Test
  void aRenewedRecordalIsRenewedAgainTenYearsLater() {
    Life life =
        new Life(RightKind.MARK, "2016-06-20")
            .event("2016-06-15", acted(Act.RECORDAL_TAKES_EFFECT, "T1"))
            .event("2018-01-10", acted(Act.RECORDAL_TAKES_EFFECT, "T2"))
            .event("2026-03-02", acted(Act.RECORDAL_RENEWED, "T1"));
    Docket docket = life.on("2026-11-22");
    assertThat(Life.state(docket, "cn.customs.recordal-renewal/E1"))
        .isEqualTo(new State.Met(LocalDate.of(2026, 3, 2), new EventId(3), false));
    // T1's renewal does nothing for T2: 2018-01-10 + 10 years, the day before
    Deadline other = Life.one(docket, "cn.customs.recordal-renewal/E2");
    assertThat(other.state()).isInstanceOf(State.Running.class);
    assertThat(other.answer().due()).contains(LocalDate.of(2028, 1, 9));
    // the second term begins 2026-06-15, whenever it was renewed
    Deadline again = Life.one(docket, "cn.customs.recordal-renewal/E3");
    assertThat(again.answer().due()).contains(LocalDate.of(2036, 6, 14));
    assertThat(again.state()).isInstanceOf(State.Running.class);
  }

  @Test
  void aRecordalOfALeapDayDoesNotDrift() {
    Life life =
        new Life(RightKind.MARK, "2016-03-01")
            .event("2016-02-29", acted(Act.RECORDAL_TAKES_EFFECT, "T1"))
            .event("2025-12-01", acted(Act.RECORDAL_RENEWED, "T1"))
            .event("2035-12-03", acted(Act.RECORDAL_RENEWED, "T1"));
    // 2016-02-29 + 20 years = 2036-02-29; ten more, the day before: 2046-02-27
    assertThat(Life.one(life.on("2035-12-31"), "cn.customs.recordal-renewal/E3").question().event())
        .isEqualTo(LocalDate.of(2036, 2, 29));
  }

  private static Fact acted(Act act, String number) {
    return new Fact.Acted(act, Optional.empty(), Optional.empty(), "", number);
  }
}
