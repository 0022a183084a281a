package org.zhiheng.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.deadlines.rule.TermUnit;
import org.zhiheng.values.Confidence;

/// Where a date would be wrong, or surer than the texts allow.
final class DoubtfulDatesTest {

  private static final Deadlines DEADLINES = Deadlines.load();
  private static final KnownLaw TODAY = DEADLINES.knownOn(LocalDate.of(2026, 11, 22));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Question ask(String rule, String event) {
    return Question.of(rule, day(event));
  }

  private static Answer answer(Question question) {
    return TODAY.compute(question).orThrow();
  }

  private static boolean says(Answer answer, Step.What what) {
    return answer.trace().stream().anyMatch(step -> step.what() == what);
  }

  /// The examples of 审查指南 第五部分第七章 as amended on 2008-04-01: filed 2007-10-30, the filing fee is due
  /// on 2008-01-02 (30 December to 1 January are off by the notice for 2008); filed 2007-12-06, on
  /// 2008-02-13 (6 to 12 February are off).
  @Test
  void feesFollowTheExamplesOfTheGuidelines() {
    assertThat(answer(ask("cn.patent.filing-fee", "2007-10-30")).due()).contains(day("2008-01-02"));
    assertThat(answer(ask("cn.patent.filing-fee", "2007-12-06")).due()).contains(day("2008-02-13"));
  }

  /// 2018-12-29 was a Saturday. The notice for 2019 of 2018-12-06 made it a working day and freed
  /// Monday 2018-12-31; before, everybody would have moved it to that Monday.
  @Test
  void theLastDaysOfAYearAwaitTheNextNotice() {
    Question question = ask("cn.patent.own-motion-amendment", "2018-10-29");

    Answer before = DEADLINES.knownOn(day("2018-12-05")).compute(question).orThrow();
    assertThat(before.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(before.due()).contains(day("2018-12-31"));
    assertThat(before.warnBy()).isEqualTo("2018-12-29");

    Answer after = DEADLINES.knownOn(day("2018-12-06")).compute(question).orThrow();
    assertThat(after.status()).isEqualTo(Status.CERTAIN);
    assertThat(after.due()).contains(day("2018-12-29"));
  }

  /// By the regulation alone 2025-10-04 would be moved to Monday 2025-10-06; the notice of
  /// 2024-11-12 freed the days to 8 October.
  @Test
  void anUnpublishedHolidayMayGrow() {
    Question question = ask("cn.patent.own-motion-amendment", "2025-08-04");

    Answer known = answer(question);
    assertThat(known.due()).contains(day("2025-10-09"));

    // 2027-10-03 is the last fixed day; holidays went on for at most six days after it
    Answer open = answer(ask("cn.patent.own-motion-amendment", "2027-08-04"));
    assertThat(open.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(open.warnBy()).isEqualTo("2027-10-04");
    assertThat(open.due()).contains(day("2027-10-04"));
    assertThat(open.latestArguable()).isEqualTo("2027-10-11");
  }

  /// Three working days from Thursday 2027-02-11; a weekend may turn out worked, so that they end
  /// on Sunday 14 February.
  @Test
  void unpublishedWorkingDaysMayEndEarlier() {
    Answer answer = answer(ask("cn.customs.security", "2027-02-11"));

    assertThat(answer.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(answer.due()).contains(day("2027-02-16"));
    assertThat(answer.warnBy()).isEqualTo("2027-02-14");
    assertThat(answer.latestArguable()).isAfterOrEqualTo(day("2027-02-16"));
  }

  /// Marks, Art 10 of the regulations of 2014: 15 days after issue unless the party proves the day.
  /// Issued 2026-03-10, so presumed on 25 March; 30 days later is 24 April, 30 days from the 12th
  /// is Saturday 11 April, moved to the 13th.
  @Test
  void anEarlierEntryIsSafeAndThePresumptionArguable() {
    Answer answer =
        answer(
            ask("cn.mark.correction", "2026-03-10")
                .served(Service.ELECTRONIC)
                .enteredOn(day("2026-03-12")));

    assertThat(answer.due()).contains(day("2026-04-13"));
    assertThat(answer.latestArguable()).isEqualTo("2026-04-24");
    assertThat(says(answer, Step.What.PRESUMPTION_KEPT)).isTrue();
  }

  /// Patents: Rule 4 of 2010 knows no proof of another day, that of 2023 does.
  @Test
  void aProvedDayCountsWhereTheTextSaysSo() {
    Question before = ask("cn.patent.oa-later-reply", "2023-03-01").served(Service.POST);
    Answer late = answer(before.enteredOn(day("2023-03-27")));
    // presumed 2023-03-16
    assertThat(late.received()).isEqualTo("2023-03-16");
    assertThat(late.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(late.due()).contains(day("2023-05-16"));
    assertThat(late.latestArguable()).isEqualTo("2023-05-29");

    Question after = ask("cn.patent.oa-later-reply", "2024-03-01").served(Service.POST);
    assertThat(answer(after.enteredOn(day("2024-03-27"))).due()).contains(day("2024-05-27"));
  }

  @Test
  void aDayOfArrivalThatIsToComeIsFlagged() {
    Answer answer =
        answer(
            ask("cn.mark.correction", "2026-11-20")
                .served(Service.ELECTRONIC)
                .enteredOn(day("2026-12-20")));

    assertThat(says(answer, Step.What.FUTURE_ENTRY)).isTrue();
    assertThat(answer.status()).isEqualTo(Status.PROVISIONAL);
  }

  /// 自次月1日起3个月内: gazette of March, so 1 April; the last day of June is safe, and counted as Art 12
  /// counts, 1 July.
  @Test
  void theMadridOppositionEndsWithTheThirdMonth() {
    Answer answer = answer(ask("cn.mark.madrid-opposition", "2026-03-12"));

    assertThat(answer.due()).contains(day("2026-06-30"));
    assertThat(answer.latestArguable()).isEqualTo("2026-07-01");
    assertThat(says(answer, Step.What.MAKE_UP_DAY)).isFalse();
  }

  /// The term of re-examination ended on Saturday 2026-08-29, moved to Monday 31 August. Two months
  /// from either: 29 October, Saturday 31 October moved to 2 November.
  @Test
  void aRemedyCountsFromBothEnds() {
    Question question =
        ask("cn.patent.reexamination-request", "2026-05-29").served(Service.ELECTRONIC);
    Answer missed = answer(question);
    assertThat(missed.due()).contains(day("2026-08-31"));

    Standing standing = Standing.of(TODAY, question, missed, Optional.empty(), day("2026-09-01"));
    Answer remedy = ((Standing.Missed) standing).remedies().getFirst().answer().orElseThrow();

    assertThat(remedy.due()).contains(day("2026-10-29"));
    assertThat(remedy.latestArguable()).isEqualTo("2026-11-02");
  }

  /// Ended on Saturday 2026-05-30, moved to Monday 1 June: two months on are 30 July and, moved
  /// from Saturday, 3 August.
  @Test
  void anExtensionCountsFromBothEnds() {
    Answer answer =
        answer(
            ask("cn.patent.oa-first-reply", "2026-01-30")
                .served(Service.ELECTRONIC)
                .extendedBy(new Term(2, TermUnit.MONTHS)));

    assertThat(answer.due()).contains(day("2026-07-30"));
    assertThat(answer.latestArguable()).isEqualTo("2026-08-03");
  }

  /// The regulations of 2023 are of 2023-12-11; before, those of 2010 were taken to go on.
  @Test
  void aTextIsKnownFromTheDayItWasPublished() {
    Question question = ask("cn.patent.oa-later-reply", "2024-02-01").served(Service.ELECTRONIC);

    assertThat(DEADLINES.knownOn(day("2023-12-10")).compute(question).orThrow().received())
        .isEqualTo("2024-02-16");
    assertThat(DEADLINES.knownOn(day("2023-12-11")).compute(question).orThrow().received())
        .isEqualTo("2024-02-01");
  }

  /// The first marks of the law of 1982: registered 1983-07-01, renewed by 1993-06-30.
  @Test
  void marksAreAsOldAsTheirLaw() {
    assertThat(answer(ask("cn.mark.renewal", "1983-07-01")).due()).contains(day("1993-06-30"));
  }

  @Test
  void aTermWhoseLastDayIsNotSaidIsProvisional() {
    Answer answer = answer(ask("cn.customs.recordal-renewal", "2016-06-15"));

    assertThat(answer.due()).contains(day("2026-06-14"));
    assertThat(answer.latestArguable()).isEqualTo("2026-06-15");
    assertThat(answer.status()).isEqualTo(Status.PROVISIONAL);
  }

  @Test
  void aPromiseOfAnOfficeDoesNotMove() {
    // 2026-01-31 + 20 days is a day of the Spring Festival
    Answer answer = answer(ask("cn.office.mark-change-recordal", "2026-01-31"));

    assertThat(answer.due()).contains(day("2026-02-20"));
    assertThat(answer.trace())
        .filteredOn(step -> step.what() == Step.What.NOT_ROLLED)
        .allMatch(step -> step.source().isEmpty());
  }

  @Test
  void whatWasRecalledIsSaid() {
    Answer recalled =
        answer(ask("cn.patent.oa-first-reply", "2026-03-02").served(Service.ELECTRONIC));
    assertThat(says(recalled, Step.What.RECALLED)).isTrue();
    assertThat(recalled.confidence()).isEqualTo(Confidence.RECALLED);

    Answer seen =
        answer(ask("cn.patent.grant-formalities", "2026-03-02").served(Service.ELECTRONIC));
    assertThat(says(seen, Step.What.RECALLED)).isFalse();
    assertThat(seen.confidence()).isEqualTo(Confidence.SEEN);
  }

  @Test
  void twoSpecialCasesContradictEachOther() {
    Question both = ask("cn.patent.term", "2022-03-02").in(Set.of("design", "utility-model"));
    assertThat(TODAY.compute(both).refusal().orElseThrow().code()).isEqualTo("rule-case");
  }
}
