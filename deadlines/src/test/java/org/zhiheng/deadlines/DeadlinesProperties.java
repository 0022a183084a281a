package org.zhiheng.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.deadlines.rule.Counting;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.deadlines.rule.TermUnit;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// What holds for every rule and every day.
final class DeadlinesProperties {

  private static final Deadlines DEADLINES = Deadlines.load();
  private static final KnownLaw TODAY = DEADLINES.knownOn(LocalDate.of(2026, 11, 22));
  private static final int CASES = 2_000;

  private static Question question(Seed seed, Rule rule) {
    LocalDate event = LocalDate.of(2014, 5, 1).plusDays(seed.between(0, 4_500));
    Question question = Question.of(rule.id(), event);
    return rule.served()
        ? question.served(seed.oneOf(List.of(Service.ELECTRONIC, Service.POST, Service.HAND)))
        : question.served(Service.NONE);
  }

  private static Question later(Question question) {
    return new Question(
        question.rule(),
        question.event().plusDays(1),
        question.service(),
        question.entered(),
        question.facts(),
        question.extension());
  }

  @Seeds
  void theDatesThatProtectStandInOrderAndNothingIsDropped(Seed seed) {
    for (int i = 0; i < CASES; i++) {
      Rule rule = seed.oneOf(DEADLINES.book().rules());
      Question question = question(seed, rule);
      Optional<Answer> found = TODAY.compute(question).found();
      if (found.isEmpty()) {
        continue;
      }
      Answer answer = found.get();
      LocalDate due = answer.due().orElse(answer.warnBy());
      assertThat(answer.warnBy()).as(question.toString()).isBeforeOrEqualTo(due);
      assertThat(due).as(question.toString()).isBeforeOrEqualTo(answer.latestArguable());
      assertThat(answer.due().isEmpty()).isEqualTo(answer.status() == Status.UNKNOWN);
      answer.end().ifPresent(end -> assertThat(due).isAfterOrEqualTo(end));
      LocalDate on = LocalDate.of(2014, 5, 1).plusDays(seed.between(0, 9_000));
      Standing standing = Standing.of(TODAY, question, answer, Optional.empty(), on);
      assertThat(standing instanceof Standing.Missed)
          .isEqualTo(on.isAfter(answer.latestArguable()));
      if (standing instanceof Standing.Missed missed) {
        assertThat(missed.remedies()).hasSameSizeAs(rule.remedies());
      }
    }
  }

  /// A clock that starts with the event, such as that of a publication, is moved by nothing that is
  /// told of service.
  @Seeds
  void serviceMovesNoClockThatStartsWithTheEvent(Seed seed) {
    List<Rule> unserved = DEADLINES.book().rules().stream().filter(rule -> !rule.served()).toList();
    for (int i = 0; i < CASES; i++) {
      Question question = question(seed, seed.oneOf(unserved));
      Optional<Answer> plain = TODAY.compute(question).found();
      if (plain.isEmpty()) {
        continue;
      }
      Question told =
          question
              .served(seed.oneOf(List.of(Service.values())))
              .enteredOn(question.event().plusDays(seed.between(0, 40)));
      Answer answer = TODAY.compute(told).orThrow();
      assertThat(answer.due()).as(told.toString()).isEqualTo(plain.get().due());
      assertThat(answer.warnBy()).isEqualTo(plain.get().warnBy());
      assertThat(answer.latestArguable()).isEqualTo(plain.get().latestArguable());
      assertThat(answer.status()).isEqualTo(plain.get().status());
      assertThat(answer.trace()).extracting(Step::what).contains(Step.What.SERVICE_WITHOUT_EFFECT);
    }
  }

  /// Within one text of the law. Across a change a later event may well be due earlier: patents'
  /// electronic service lost its 15 days on 2024-01-20.
  @Seeds
  void aLaterEventIsNeverDueEarlier(Seed seed) {
    for (int i = 0; i < CASES; i++) {
      Question question = question(seed, seed.oneOf(DEADLINES.book().rules()));
      if (question.event().equals(LocalDate.of(2024, 1, 19))) {
        continue;
      }
      Optional<LocalDate> first = TODAY.compute(question).found().flatMap(Answer::due);
      Optional<LocalDate> second = TODAY.compute(later(question)).found().flatMap(Answer::due);
      if (first.isPresent() && second.isPresent()) {
        assertThat(second.get()).as(question.toString()).isAfterOrEqualTo(first.get());
      }
    }
  }

  @Seeds
  void extendingNeverShortens(Seed seed) {
    List<Rule> extendable =
        DEADLINES.book().rules().stream().filter(rule -> rule.extension().isPresent()).toList();
    for (int i = 0; i < CASES; i++) {
      Question question = question(seed, seed.oneOf(extendable));
      Question extended = question.extendedBy(new Term(seed.between(1, 3), TermUnit.MONTHS));
      Optional<LocalDate> plain = TODAY.compute(question).found().flatMap(Answer::due);
      Optional<LocalDate> longer = TODAY.compute(extended).found().flatMap(Answer::due);
      if (plain.isPresent() && longer.isPresent()) {
        assertThat(longer.get()).as(extended.toString()).isAfterOrEqualTo(plain.get());
      }
    }
  }

  /// The oracle walks: day by day, month by month.
  @Seeds
  void countingAgreesWithAWalk(Seed seed) {
    for (int i = 0; i < CASES; i++) {
      LocalDate start = LocalDate.of(2007, 1, 1).plusDays(seed.between(0, 6_000));
      Term term = new Term(seed.between(1, 31), seed.oneOf(List.of(TermUnit.values())));
      Count count = Count.of(start, term, Counting.AFTER_EVENT, TODAY.days());
      assertThat(count.due()).as(start + " + " + term).isEqualTo(walked(start, term));
    }
  }

  private static LocalDate walked(LocalDate start, Term term) {
    LocalDate at = start;
    int left = term.amount();
    switch (term.unit()) {
      case DAYS -> {
        while (left > 0) {
          at = at.plusDays(1);
          left--;
        }
      }
      case WORKING_DAYS -> {
        while (left > 0) {
          at = at.plusDays(1);
          left -= TODAY.days().kind(at).worked() ? 1 : 0;
        }
      }
      case MONTHS, YEARS -> {
        int months = term.unit() == TermUnit.YEARS ? 12 * left : left;
        int year = start.getYear();
        int month = start.getMonthValue();
        while (months > 0) {
          month = month == 12 ? 1 : month + 1;
          year += month == 1 ? 1 : 0;
          months--;
        }
        int last = LocalDate.of(year, month, 1).lengthOfMonth();
        at = LocalDate.of(year, month, Math.min(start.getDayOfMonth(), last));
      }
    }
    while (!TODAY.days().kind(at).worked()) {
      at = at.plusDays(1);
    }
    return at;
  }
}
