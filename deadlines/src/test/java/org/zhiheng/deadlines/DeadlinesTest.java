package org.zhiheng.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.deadlines.rule.TermUnit;
import org.zhiheng.values.Parsed;

/// What the law of a day says, at the places where programs go wrong.
final class DeadlinesTest {

  private static final Deadlines DEADLINES = Deadlines.load();
  private static final KnownLaw TODAY = DEADLINES.knownOn(LocalDate.of(2026, 11, 22));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Answer answer(Question question) {
    return TODAY.compute(question).orThrow();
  }

  private static Question ask(String rule, String event) {
    return Question.of(rule, day(event));
  }

  private static String refusal(Question question) {
    return TODAY.compute(question).refusal().orElseThrow().code();
  }

  /// The new Trademark Law takes effect on 2027-01-01; whether it keeps 3 months or takes the
  /// draft's 2 is not confirmed. 3 months after 2026-12-31 is 2027-03-31, 2 months is 2027-02-28.
  @Test
  void oppositionDiffersAcrossTheNewYear() {
    Answer before = answer(ask("cn.mark.opposition", "2026-12-31").served(Service.NONE));
    Answer after = answer(ask("cn.mark.opposition", "2027-01-01").served(Service.NONE));

    assertThat(before.due()).contains(day("2027-03-31"));
    assertThat(before.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(before.warnBy()).isEqualTo("2027-02-28");
    assertThat(after.due()).isEmpty();
    assertThat(after.status()).isEqualTo(Status.UNKNOWN);
    assertThat(after.warnBy()).isEqualTo("2027-03-01");
    assertThat(after.latestArguable()).isEqualTo("2027-04-01");
    assertThat(after.version()).isEqualTo("2027-01-01");
  }

  /// The draft became law on 2026-06-26; on the day before nobody knew.
  @Test
  void whatWasNotPublishedWasNotKnown() {
    Answer then =
        DEADLINES
            .knownOn(day("2026-06-25"))
            .compute(ask("cn.mark.opposition", "2027-01-01").served(Service.NONE))
            .orThrow();

    assertThat(then.due()).contains(day("2027-04-01"));
    assertThat(then.status()).isEqualTo(Status.PROVISIONAL);
  }

  /// Patents: entry into the system since 2024-01-20, 15 days before. Marks: 15 days, unless entry
  /// is proved.
  @Test
  void serviceDiffersBetweenPatentsAndMarks() {
    assertThat(
            answer(ask("cn.patent.oa-later-reply", "2026-03-10").served(Service.ELECTRONIC))
                .received())
        .isEqualTo("2026-03-10");
    assertThat(
            answer(ask("cn.patent.oa-later-reply", "2024-01-19").served(Service.ELECTRONIC))
                .received())
        .isEqualTo("2024-02-03");
    Question mark = ask("cn.mark.correction", "2026-03-10").served(Service.ELECTRONIC);
    assertThat(answer(mark).received()).isEqualTo("2026-03-25");
    assertThat(answer(mark.enteredOn(day("2026-03-12"))).received()).isEqualTo("2026-03-12");
  }

  /// 2026-02-28 is a Saturday that the notice makes a working day; the next ordinary one is Monday
  /// 2026-03-02.
  @Test
  void aMakeUpSaturdayIsSafeAndDisputed() {
    Answer answer = answer(ask("cn.patent.request-fee", "2026-01-28"));

    assertThat(answer.due()).contains(day("2026-02-28"));
    assertThat(answer.latestArguable()).isEqualTo("2026-03-02");
    assertThat(answer.trace()).anyMatch(step -> step.what() == Step.What.MAKE_UP_DAY);
  }

  /// Registered 2016-02-29: no 29 February in 2026, so the month's last day; else the day before.
  @Test
  void registrationEndsTheDayBefore() {
    assertThat(answer(ask("cn.mark.renewal", "2016-02-29")).due()).contains(day("2026-02-28"));
    assertThat(answer(ask("cn.mark.renewal", "2016-03-14")).due()).contains(day("2026-03-13"));
  }

  @Test
  void unpublishedHolidaysMakeItProvisional() {
    Question question = ask("cn.patent.priority", "2025-06-20");

    assertThat(DEADLINES.knownOn(day("2025-11-03")).compute(question).orThrow().status())
        .isEqualTo(Status.PROVISIONAL);
    // 2026-06-20 is a Saturday within the Dragon Boat holiday to Sunday 2026-06-21
    Answer known = answer(question);
    assertThat(known.status()).isEqualTo(Status.CERTAIN);
    assertThat(known.due()).contains(day("2026-06-22"));
  }

  @Test
  void aMissedDeadlineOpensItsRemedyWithAClockOfItsOwn() {
    Question question = ask("cn.patent.annuity", "2025-03-03");
    Answer answer = answer(question);

    Standing late = Standing.of(TODAY, question, answer, Optional.empty(), day("2026-03-04"));
    Standing met =
        Standing.of(TODAY, question, answer, Optional.of(day("2026-03-03")), day("2026-03-04"));

    assertThat(late).isInstanceOf(Standing.Missed.class);
    Standing.Missed missed = (Standing.Missed) late;
    assertThat(missed.since()).isEqualTo("2026-03-04");
    assertThat(missed.remedies()).hasSize(1);
    assertThat(missed.remedies().getFirst().rule()).isEqualTo("cn.patent.annuity-grace");
    assertThat(missed.remedies().getFirst().answer().orElseThrow().due())
        .contains(day("2026-09-03"));
    assertThat(met).isEqualTo(new Standing.Met(day("2026-03-03"), false));
  }

  @Test
  void aServiceThatWasNotToldIsCountedFromTheEarliestDay() {
    Answer answer = answer(ask("cn.mark.refusal-review", "2026-03-02"));

    assertThat(answer.due()).contains(day("2026-03-17"));
    assertThat(answer.status()).isEqualTo(Status.PROVISIONAL);
    assertThat(answer.latestArguable()).isAfter("2026-04-01");
  }

  @Test
  void extensionsAreAllowedWhereTheRuleSaysSo() {
    Question question = ask("cn.patent.oa-first-reply", "2026-03-02").served(Service.ELECTRONIC);

    assertThat(answer(question.extendedBy(new Term(2, TermUnit.MONTHS))).due())
        .contains(day("2026-09-02"));
    assertThat(refusal(question.extendedBy(new Term(3, TermUnit.MONTHS))))
        .isEqualTo("not-extendable");
    assertThat(
            refusal(
                ask("cn.patent.priority", "2026-03-02").extendedBy(new Term(1, TermUnit.MONTHS))))
        .isEqualTo("not-extendable");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThat(refusal(ask("cn.mark.oposition", "2026-03-02"))).isEqualTo("rule-unknown");
    assertThat(refusal(ask("cn.mark.opposition", "1970-03-02"))).isEqualTo("event-date");
    assertThat(refusal(ask("cn.mark.opposition", "9999-12-31"))).isEqualTo("event-date");
    assertThat(refusal(ask("cn.mark.opposition", "1990-03-02"))).isEqualTo("rule-not-in-force");
    assertThat(refusal(ask("cn.mark.correction", "2026-03-02").enteredOn(day("2026-03-01"))))
        .isEqualTo("entered-before-event");
    assertThat(refusal(ask("cn.patent.priority", "2026-03-02").in(Set.of("desing"))))
        .isEqualTo("rule-case");
    Parsed<Answer> nearest = TODAY.compute(ask("cn.mark.oposition", "2026-03-02"));
    assertThat(nearest.refusal().orElseThrow().reason()).contains("cn.mark.opposition");
  }

  @Test
  void holdsTheRulesThatAreAskedForByName() {
    List<String> ids = DEADLINES.book().rules().stream().map(rule -> rule.id()).toList();

    assertThat(ids)
        .contains(
            "cn.patent.oa-first-reply",
            "cn.patent.oa-later-reply",
            "cn.patent.reexamination-request",
            "cn.patent.grant-formalities",
            "cn.patent.priority",
            "cn.patent.examination-request",
            "cn.patent.annuity",
            "cn.patent.restoration",
            "cn.patent.national-phase",
            "cn.patent.licence-recordal",
            "cn.mark.opposition",
            "cn.mark.refusal-review",
            "cn.mark.renewal",
            "cn.mark.non-use-evidence",
            "cn.mark.correction",
            "cn.customs.security",
            "cn.customs.finding",
            "cn.platform.counter-notice",
            "cn.office.patent-transfer-recordal",
            "cn.office.mark-assignment-recordal",
            "cn.office.mark-change-recordal");
  }
}
