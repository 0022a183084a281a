package org.zhiheng.jobs.administer.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

final class RemindingTest {

  private static final Deadlines DEADLINES = Deadlines.load();

  /// A Tuesday; the week is an ordinary one.
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final WorkingDays CALENDAR = DEADLINES.calendar().knownOn(TODAY);

  private static Recipient person(String name) {
    return new Recipient(
        name,
        name + "@example.org",
        "en",
        List.of(7, 30, 1),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static Recipient others(Recipient one) {
    return new Recipient(
        one.person(), one.mail(), one.language(), one.days(), true, one.away(), one.escalation());
  }

  private static Recipient away(Recipient one, LocalDate from, LocalDate until, String delegate) {
    return new Recipient(
        one.person(),
        one.mail(),
        one.language(),
        one.days(),
        one.others(),
        Optional.of(new Recipient.Away(from, until, delegate)),
        one.escalation());
  }

  private static Recipient escalated(Recipient one, int days, String to) {
    return new Recipient(
        one.person(),
        one.mail(),
        one.language(),
        one.days(),
        one.others(),
        one.away(),
        Optional.of(new Recipient.Escalation(days, to)));
  }

  private static DocketBoard.Row row(String assigned, LocalDate warnBy) {
    return row(assigned, warnBy, "statutory-deadline");
  }

  private static DocketBoard.Row row(String assigned, LocalDate warnBy, String kind) {
    return new DocketBoard.Row(
        new RightId(42),
        RightKind.INVENTION_PATENT,
        "一种秘密的装置",
        "CN202310000001.5",
        "cn.patent.annuity/5",
        "cn.patent.annuity",
        kind,
        "owner",
        warnBy.minusDays(30),
        Optional.of(warnBy),
        warnBy,
        warnBy,
        "certain",
        "running",
        5,
        assigned);
  }

  private static List<Reminder> told(List<Recipient> people, DocketBoard.Row row) {
    return new Reminding(people, CALENDAR, TODAY).running(row);
  }

  @Test
  void tellsWhoHasItOnItsSteps() {
    List<Recipient> people = List.of(person("li"), others(person("wang")));
    assertThat(told(people, row("li", TODAY.plusDays(60)))).isEmpty();
    assertThat(told(people, row("li", TODAY.plusDays(30))))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.to().person()).isEqualTo("li");
          assertThat(one.step()).isEqualTo(30);
          assertThat(one.why()).isEqualTo(new Reminder.Why.Given());
        });
    // who came late to a deadline is told the closest step, once
    assertThat(told(people, row("li", TODAY.plusDays(5))))
        .singleElement()
        .satisfies(one -> assertThat(one.step()).isEqualTo(7));
    assertThat(told(people, row("li", TODAY.minusDays(3))))
        .singleElement()
        .satisfies(one -> assertThat(one.step()).isEqualTo(1));
  }

  @Test
  void tellsBeforeFreeDays() {
    // a Monday; one day before it is a Sunday, the last working day before that a Friday
    LocalDate monday = LocalDate.of(2026, 11, 30);
    LocalDate friday = LocalDate.of(2026, 11, 27);
    Recipient once =
        new Recipient(
            "li", "li@example.org", "en", List.of(1), false, Optional.empty(), Optional.empty());
    assertThat(
            new Reminding(List.of(once), CALENDAR, friday.minusDays(1)).running(row("li", monday)))
        .isEmpty();
    assertThat(new Reminding(List.of(once), CALENDAR, friday).running(row("li", monday)))
        .hasSize(1);
  }

  @Test
  void whatNobodyHasReachesWhoTakesTheOthers() {
    List<Recipient> people = List.of(person("li"), others(person("wang")));
    assertThat(told(people, row("", TODAY)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.to().person()).isEqualTo("wang");
          assertThat(one.why()).isEqualTo(new Reminder.Why.Nobodys());
        });
    assertThat(told(people, row("somebody who left", TODAY)))
        .singleElement()
        .satisfies(one -> assertThat(one.to().person()).isEqualTo("wang"));
    Reminding nobody = new Reminding(List.of(person("li")), CALENDAR, TODAY);
    assertThat(nobody.running(row("", TODAY))).isEmpty();
    assertThat(nobody.running(row("li", TODAY))).hasSize(1);
  }

  @Test
  void theOfficesTimesReachOnlyWhoHasThem() {
    List<Recipient> people = List.of(others(person("wang")));
    assertThat(told(people, row("", TODAY, "office-limit"))).isEmpty();
    assertThat(told(people, row("wang", TODAY, "service-target"))).hasSize(1);
  }

  @Test
  void aDelegateStandsInWhileSomebodyIsAway() {
    List<Recipient> people =
        List.of(
            away(person("li"), TODAY, TODAY.plusDays(3), "wang"),
            away(person("wang"), TODAY.minusDays(1), TODAY, "zhao"),
            person("zhao"));
    assertThat(told(people, row("li", TODAY)))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.to().person()).isEqualTo("zhao");
          assertThat(one.why()).isEqualTo(new Reminder.Why.StandsIn("li"));
        });
    assertThat(new Reminding(people, CALENDAR, TODAY.plusDays(1)).running(row("li", TODAY)))
        .singleElement()
        .satisfies(one -> assertThat(one.to().person()).isEqualTo("wang"));
    // two who stand in for each other while both are away: who has it is told
    List<Recipient> circle =
        List.of(away(person("li"), TODAY, TODAY, "wang"), away(person("wang"), TODAY, TODAY, "li"));
    assertThat(told(circle, row("li", TODAY)))
        .singleElement()
        .satisfies(one -> assertThat(one.to().person()).isEqualTo("li"));
  }

  @Test
  void whatIsCloseIsToldToAnotherToo() {
    List<Recipient> people = List.of(escalated(person("li"), 2, "wang"), person("wang"));
    assertThat(told(people, row("li", TODAY.plusDays(7))))
        .extracting(one -> one.to().person())
        .containsExactly("li");
    assertThat(told(people, row("li", TODAY.plusDays(2))))
        .extracting(one -> one.to().person())
        .containsExactly("li", "wang");
    assertThat(new Reminding(people, CALENDAR, TODAY).missed(row("li", TODAY.minusDays(9))))
        .allSatisfy(one -> assertThat(one.step()).isEqualTo(Reminder.MISSED))
        .extracting(one -> one.to().person())
        .containsExactly("li", "wang");
  }

  /// Whoever is on the list, a deadline that is no office's reaches somebody from its step on, and
  /// day after day nobody is told the same twice.
  @Seeds(200)
  void nothingIsLeftUntold(Seed seed) {
    List<String> names = List.of("li", "wang", "zhao", "chen");
    List<Recipient> people = new ArrayList<>();
    for (String name : names) {
      Recipient one = person(name);
      if (seed.chance(.5)) {
        LocalDate from = TODAY.plusDays(seed.between(-5, 40));
        one = away(one, from, from.plusDays(seed.between(0, 20)), seed.oneOf(names));
      }
      if (seed.chance(.5)) {
        one = escalated(one, seed.between(0, 10), seed.oneOf(names));
      }
      people.add(name.equals("chen") || seed.chance(.3) ? others(one) : one);
    }
    DocketBoard.Row row =
        row(seed.oneOf(List.of("li", "wang", "", "nobody")), TODAY.plusDays(seed.between(0, 40)));
    Set<Mark> marks = new HashSet<>();
    for (int day = 0; day < 60; day++) {
      LocalDate today = TODAY.plusDays(day);
      List<Reminder> told = new Reminding(people, CALENDAR, today).running(row);
      if (!today.isBefore(row.warnBy().minusDays(30))) {
        assertThat(told).isNotEmpty();
      }
      assertThat(told.stream().map(one -> one.to().person()).distinct()).hasSize(told.size());
      told.forEach(one -> marks.add(one.mark()));
    }
    // three steps of each of those who may read it, and one escalation each
    assertThat(marks).hasSizeLessThanOrEqualTo(names.size() * (3 + names.size()));
  }

  @Test
  void aLetterNamesNoTitle() {
    Reminder reminder =
        new Reminder(
            person("li"), row("li", TODAY.plusDays(1)), 1, new Reminder.Why.StandsIn("wang"));
    Letter letter =
        new LetterText("en", DEADLINES.book(), TODAY).of(person("li"), List.of(reminder));
    assertThat(letter.subject()).isEqualTo("Zhiheng: deadlines to be watched from 2026-11-25 (1)");
    assertThat(letter.text())
        .contains("Safe date 2026-11-25; watch from 2026-11-25 (days from today: 1)")
        .contains("CN202310000001.5 (R42)")
        .contains("In place of wang, who is away.")
        .contains("cn.patent.annuity")
        .doesNotContain("装置");
    Letter missed =
        new LetterText("zh", DEADLINES.book(), TODAY)
            .of(
                person("li"),
                List.of(
                    new Reminder(
                        person("li"),
                        row("li", TODAY.minusDays(1)),
                        Reminder.MISSED,
                        new Reminder.Why.Given())));
    assertThat(missed.subject()).isEqualTo("知衡：1 项期限，其中 1 项已逾期");
    assertThat(missed.text()).contains("已逾期：预警日 2026-11-23").doesNotContain("装置");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "li",
        "li@",
        "@example.org",
        "a@b@c",
        "Li <li@example.org>",
        "li@example.org\r\nBcc: x@example.org",
        "li@example.org,wang@example.org",
        "-oQ@example.org",
        "李@example.org"
      })
  void refusesAddresses(String mail) {
    Recipient typed =
        new Recipient("li", mail, "en", List.of(7), true, Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> Recipient.checked(typed, List.of()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("name@example.org");
  }

  @Test
  void refusesAllThatIsWrongAtOnce() {
    Recipient typed =
        new Recipient(
            " ",
            "x",
            "fr",
            List.of(-1),
            true,
            Optional.of(new Recipient.Away(TODAY, TODAY.minusDays(1), "nobody")),
            Optional.of(new Recipient.Escalation(500, "nobody")));
    assertThatThrownBy(() -> Recipient.checked(typed, List.of(person("li"))))
        .isInstanceOfSatisfying(
            ProblemsException.class, refused -> assertThat(refused.problems()).hasSize(8));
  }
}
