package org.zhiheng.jobs.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.EventId;

/// Which clocks start, and what becomes of them.
final class DocketingTest {

  private static Life patent() {
    return new Life(RightKind.INVENTION_PATENT, "2026-01-10").filed("2024-03-01");
  }

  private static Life mark() {
    return new Life(RightKind.MARK, "2016-02-01").filed("2014-08-01").registered("2016-01-14");
  }

  @Test
  void everyRuleIsStartedByAnEventOrSaysWhyNot() {
    Set<String> told = new TreeSet<>(Life.docketing().triggers().askedFor().keySet());
    Life.docketing().triggers().all().forEach(trigger -> told.add(trigger.rule()));
    assertThat(told)
        .containsExactlyElementsOf(
            Life.deadlines().book().rules().stream().map(Rule::id).sorted().toList());
  }

  @Test
  void whatClearsARuleIsAnActOrAKindOfEvent() {
    for (Rule rule : Life.deadlines().book().rules()) {
      for (String code : rule.clears()) {
        assertThat(Act.parse(code).found().isPresent() || FactKind.parse(code).found().isPresent())
            .as(rule.id() + " " + code)
            .isTrue();
      }
    }
  }

  @Test
  void aNoticeStartsAClockAndTheReplyStopsIt() {
    // E2 dated 2026-01-12, electronic: in the system that day; 4 months: 2026-05-12, a Tuesday
    Life life = patent().act("2026-01-12", Act.OA_FIRST, ServiceWay.ELECTRONIC);
    Deadline running = Life.one(life.on("2026-05-02"), "cn.patent.oa-first-reply/E2");
    assertThat(running.answer().due()).contains(LocalDate.of(2026, 5, 12));
    assertThat(running.state()).isEqualTo(new State.Running(10));

    life.act("2026-05-11", Act.REPLY_FILED);
    assertThat(Life.state(life.on("2026-06-01"), "cn.patent.oa-first-reply/E2"))
        .isEqualTo(new State.Met(LocalDate.of(2026, 5, 11), new EventId(3), false));
  }

  @Test
  void aMissedOneStaysAndNamesItsRemedy() {
    Life life = patent().act("2026-01-12", Act.OA_FIRST, ServiceWay.ELECTRONIC);
    assertThat(Life.state(life.on("2026-05-13"), "cn.patent.oa-first-reply/E2"))
        .isEqualTo(
            new State.Missed(
                LocalDate.of(2026, 5, 13), Optional.empty(), List.of("cn.patent.restoration")));

    life.act("2026-05-20", Act.REPLY_FILED);
    assertThat(Life.state(life.on("2026-06-01"), "cn.patent.oa-first-reply/E2"))
        .isEqualTo(
            new State.Missed(
                LocalDate.of(2026, 5, 13),
                Optional.of(LocalDate.of(2026, 5, 20)),
                List.of("cn.patent.restoration")));

    life.act("2026-06-10", Act.LOSS_NOTICE, ServiceWay.ELECTRONIC);
    Deadline restoration = Life.one(life.on("2026-06-11"), "cn.patent.restoration/E4");
    assertThat(restoration.state()).isInstanceOf(State.Running.class);
    assertThat(restoration.answer().due()).contains(LocalDate.of(2026, 8, 10));
  }

  @Test
  void oneReplyAnswersOneNotice() {
    Life life =
        new Life(RightKind.MARK, "2026-01-10")
            .filed("2025-11-03")
            .act("2026-02-02", Act.CORRECTION_NOTICE, ServiceWay.HAND)
            .act("2026-02-03", Act.CORRECTION_NOTICE, ServiceWay.HAND)
            .act("2026-02-10", Act.CORRECTION_FILED);
    Docket docket = life.on("2026-02-11");
    assertThat(Life.state(docket, "cn.mark.correction/E2")).isInstanceOf(State.Met.class);
    assertThat(Life.state(docket, "cn.mark.correction/E3")).isInstanceOf(State.Running.class);
  }

  @Test
  void aReplyThatNamesItsNoticeAnswersThatOne() {
    Life life =
        new Life(RightKind.MARK, "2026-01-10")
            .filed("2025-11-03")
            .act("2026-02-02", Act.CORRECTION_NOTICE, ServiceWay.HAND)
            .act("2026-02-03", Act.CORRECTION_NOTICE, ServiceWay.HAND)
            .act("2026-02-10", Act.CORRECTION_FILED, "E3");
    Docket docket = life.on("2026-02-11");
    assertThat(Life.state(docket, "cn.mark.correction/E2")).isInstanceOf(State.Running.class);
    assertThat(Life.state(docket, "cn.mark.correction/E3")).isInstanceOf(State.Met.class);
  }

  @Test
  void evidenceForOneProceedingIsNotEvidenceForAnother() {
    Life life =
        mark()
            .act("2026-03-02", Act.OPPOSITION_FILED)
            .act("2026-03-03", Act.NON_USE_NOTICE, ServiceWay.HAND)
            .act("2026-03-20", Act.EVIDENCE_FILED);
    Docket docket = life.on("2026-03-21");
    assertThat(Life.state(docket, "cn.mark.opposition-evidence/E3")).isInstanceOf(State.Met.class);
    assertThat(Life.state(docket, "cn.mark.non-use-evidence/E4")).isInstanceOf(State.Running.class);
  }

  @Test
  void aLaterEventTellsThatAnEarlierActWasDone() {
    Life life =
        patent().act("2025-01-10", Act.OA_FIRST, ServiceWay.ELECTRONIC).granted("2025-12-02");
    assertThat(Life.state(life.on("2026-03-01"), "cn.patent.oa-first-reply/E2"))
        .isEqualTo(new State.Settled(new EventId(3)));
  }

  @Test
  void theEndOfTheRightEndsWhatRunsAndSparesTheRemedy() {
    Life life =
        patent()
            .act("2026-01-12", Act.OA_FIRST, ServiceWay.ELECTRONIC)
            .event("2026-02-02", new Fact.Withdrawn());
    assertThat(Life.state(life.on("2026-09-01"), "cn.patent.oa-first-reply/E2"))
        .isEqualTo(new State.Ended(LocalDate.of(2026, 2, 2), new EventId(3)));

    Life refused =
        patent()
            .act("2026-01-12", Act.REFUSAL_DECISION, ServiceWay.ELECTRONIC)
            .event("2026-01-12", new Fact.Refused(""));
    assertThat(Life.state(refused.on("2026-02-01"), "cn.patent.reexamination-request/E2"))
        .isInstanceOf(State.Running.class);
  }

  @Test
  void anExtensionMakesTheTermOfItsNoticeLonger() {
    Life life = patent().act("2026-01-12", Act.OA_FIRST, ServiceWay.ELECTRONIC);
    life.event(
        "2026-05-08",
        new Fact.Acted(Act.EXTENSION_GRANTED, Optional.empty(), Optional.empty(), "E2", "1 month"));
    assertThat(Life.one(life.on("2026-05-20"), "cn.patent.oa-first-reply/E2").answer().due())
        .contains(LocalDate.of(2026, 6, 12)); // a Friday
  }

  @Test
  void yearsOfAPatentAreOwedOneByOne() {
    // granted in its second year: that of year 3 is due before 2026-03-01
    Life life = patent().granted("2025-12-02");
    Docket before = life.on("2026-02-10");
    assertThat(Life.keys(before)).contains("cn.patent.annuity/3", "cn.patent.annuity/4");
    assertThat(Life.keys(before)).doesNotContain("cn.patent.annuity/2");
    // 2026-03-01 is a Sunday
    assertThat(Life.one(before, "cn.patent.annuity/3").answer().due())
        .contains(LocalDate.of(2026, 3, 2));

    Docket late = life.on("2026-04-01");
    assertThat(Life.state(late, "cn.patent.annuity/3"))
        .isEqualTo(
            new State.Missed(
                LocalDate.of(2026, 3, 3), Optional.empty(), List.of("cn.patent.annuity-grace")));
    Deadline grace = Life.one(late, "cn.patent.annuity-grace/3");
    assertThat(grace.answer().due()).contains(LocalDate.of(2026, 9, 1));
    assertThat(grace.parent()).contains("cn.patent.annuity/3");
    assertThat(grace.state()).isInstanceOf(State.Running.class);

    life.act("2026-04-20", Act.ANNUITY_PAID, "3");
    Docket paid = life.on("2026-05-01");
    assertThat(Life.state(paid, "cn.patent.annuity-grace/3"))
        .isEqualTo(new State.Met(LocalDate.of(2026, 4, 20), new EventId(3), false));
    assertThat(Life.state(paid, "cn.patent.annuity/4")).isInstanceOf(State.Running.class);
  }

  @Test
  void aPaymentWithoutAYearIsForTheEarliestThatIsOwed() {
    Life life = patent().granted("2025-12-02").act("2026-02-02", Act.ANNUITY_PAID);
    Docket docket = life.on("2026-03-20");
    assertThat(Life.state(docket, "cn.patent.annuity/3")).isInstanceOf(State.Met.class);
    assertThat(Life.state(docket, "cn.patent.annuity/4")).isInstanceOf(State.Running.class);
  }

  @Test
  void aLaterYearPaidTellsThatTheEarlierWasSettled() {
    Life life = new Life(RightKind.INVENTION_PATENT, "2026-01-10");
    life.filed("2015-03-02").granted("2018-05-01").act("2025-02-20", Act.ANNUITY_PAID, "11");
    Docket docket = life.on("2026-01-20");
    assertThat(Life.state(docket, "cn.patent.annuity/7")).isInstanceOf(State.Settled.class);
    assertThat(Life.state(docket, "cn.patent.annuity/11")).isInstanceOf(State.Met.class);
    assertThat(Life.state(docket, "cn.patent.annuity/12")).isInstanceOf(State.Running.class);
  }

  @Test
  void whatWasOverBeforeTheRecordBeganSaysSo() {
    Life life = new Life(RightKind.INVENTION_PATENT, "2026-01-10");
    Docket docket = life.filed("2015-03-02").granted("2018-05-01").on("2026-01-20");
    assertThat(Life.one(docket, "cn.patent.annuity/7"))
        .satisfies(deadline -> {
          assertThat(deadline.state()).isInstanceOf(State.Missed.class);
          assertThat(deadline.beforeRecord()).isTrue();
        });
    assertThat(Life.one(docket, "cn.patent.annuity/12").beforeRecord()).isFalse();
  }

  @Test
  void aRightThatCeasedForAFeeMissedThatFee() {
    // ceases with the day the term of year 3 ended
    Life life =
        patent().granted("2025-12-02").event("2026-03-01", new Fact.Ceased("annuity not paid"));
    Docket docket = life.on("2026-12-01");
    assertThat(Life.state(docket, "cn.patent.annuity/3")).isInstanceOf(State.Missed.class);
    assertThat(Life.state(docket, "cn.patent.annuity/4")).isInstanceOf(State.Ended.class);
  }

  @Test
  void aMarkIsRenewedTermByTerm() {
    // registered 2016-01-14: until 2026-01-13, a Tuesday; the next until 2036-01-13
    Life life = mark();
    Deadline first = Life.one(life.on("2025-12-01"), "cn.mark.renewal/2016-01-14");
    assertThat(first.answer().due()).contains(LocalDate.of(2026, 1, 13));
    assertThat(first.state()).isInstanceOf(State.Running.class);
    Docket missed = life.on("2026-02-01");
    assertThat(Life.state(missed, "cn.mark.renewal/2016-01-14")).isInstanceOf(State.Missed.class);
    assertThat(Life.one(missed, "cn.mark.renewal-grace/2016-01-14").answer().due())
        .contains(LocalDate.of(2026, 7, 13));

    life.event("2026-01-14", new Fact.Renewed(LocalDate.of(2036, 1, 13)));
    Docket renewed = life.on("2026-02-01");
    assertThat(Life.state(renewed, "cn.mark.renewal/2016-01-14")).isInstanceOf(State.Met.class);
    assertThat(Life.state(renewed, "cn.mark.renewal/2026-01-14")).isInstanceOf(State.Running.class);
  }

  @Test
  void aTermThatTheRegisterGivesIsTheTerm() {
    Life life = new Life(RightKind.MARK, "2020-01-01");
    life.event(
        "2016-03-07",
        new Fact.Registered(List.of(), Optional.of(LocalDate.of(2026, 1, 13)), Bibliography.EMPTY));
    assertThat(Life.keys(life.on("2025-12-01"))).contains("cn.mark.renewal/2016-01-14");
  }

  @Test
  void nobodyMissesAWindowOrAnOfficesTime() {
    Docket docket = mark().act("2020-01-10", Act.CUSTOMS_DETENTION).on("2026-03-01");
    assertThat(Life.state(docket, "cn.customs.finding/E3")).isInstanceOf(State.Over.class);
    assertThat(Life.state(docket, "cn.mark.relative-invalidation/E2"))
        .isInstanceOf(State.Over.class);
  }

  @Test
  void aClosedOneStaysWithItsReason() {
    Life life = patent().act("2026-01-12", Act.OA_FIRST, ServiceWay.ELECTRONIC);
    Closing closing = new Closing("abandoned on instruction", "li", Instant.EPOCH);
    Docket docket = life.on("2026-09-01", Map.of("cn.patent.oa-first-reply/E2", closing));
    assertThat(Life.state(docket, "cn.patent.oa-first-reply/E2"))
        .isEqualTo(new State.Closed(closing));
  }

  @Test
  void aNoticeThatWasAMistakeStartsNothing() {
    Life life =
        patent()
            .act("2026-01-12", Act.OA_FIRST, ServiceWay.ELECTRONIC)
            .event(
                "2026-01-15",
                new Fact.Corrected(new EventId(2), Optional.empty(), "another application's"));
    assertThat(Life.keys(life.on("2026-02-01"))).noneMatch(key -> key.contains("oa-first"));
  }

  @Test
  void whatCannotBeCountedIsKeptWithTheReason() {
    Life life = new Life(RightKind.INVENTION_PATENT, "2026-01-10").filed("1980-01-01");
    Docket docket = life.on("2026-02-01");
    assertThat(docket.unanswered())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.problem().code()).isEqualTo("event-date"));
  }

  /// The term of a data registration is its region's; of no region, or one without a rule, none is
  /// counted. Three years from 15 March 2024 end on 14 March 2027: see the examples of the rules.
  @Test
  void theTermOfADataRegistrationIsThatOfItsRegion() {
    for (String region : List.of("beijing", "shanghai")) {
      Docket docket =
          new Life(RightKind.DATA_IP_REGISTRATION, "2024-04-01")
              .registered("2024-03-15")
              .event("2024-03-15", new Fact.Noted("region", " " + region.toUpperCase(Locale.ROOT)))
              .on("2026-11-22");
      assertThat(Life.keys(docket)).containsExactly("cn.data." + region + "-term/E1");
      assertThat(Life.one(docket, "cn.data." + region + "-term/E1").answer().due())
          .contains(LocalDate.of(2027, 3, 14));
    }
    Life unknown = new Life(RightKind.DATA_IP_REGISTRATION, "2024-04-01").registered("2024-03-15");
    assertThat(Life.keys(unknown.on("2026-11-22"))).isEmpty();
    assertThat(
            Life.keys(
                unknown.event("2024-03-16", new Fact.Noted("region", "hunan")).on("2026-11-22")))
        .isEmpty();
  }
}
