package org.zhiheng.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.oracle.DayByDay;
import org.zhiheng.deadlines.oracle.DayByDay.Asked;
import org.zhiheng.deadlines.oracle.DayByDay.Said;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// The engine and a walk by days say the same: refusals, dates, status, of every rule, special
/// case, service, proof of arrival, extension and day that is asked from.
///
/// 50,000 cases; `-Dzhiheng.oracle.cases=1000000` asks more of the same seeds.
final class DeadlinesAgainstOracle {

  private static final int SEEDS = 50;
  private static final int CASES = Integer.getInteger("zhiheng.oracle.cases", 50_000) / SEEDS;

  private static final DayByDay ORACLE = new DayByDay();
  private static final Deadlines DEADLINES = Deadlines.load();
  private static final Map<String, KnownLaw> KNOWN = new HashMap<>();

  private static final List<String> WAYS =
      List.of("electronic", "post", "hand", "public-notice", "none");
  private static final List<String> UNITS = List.of("days", "working-days", "months", "years");

  /// Most are asked from the present, others from days about which something was published.
  private static final List<String> AS_OF =
      List.of(
          "2026-11-22",
          "2026-11-22",
          "2026-11-22",
          "2026-11-22",
          "2027-01-01",
          "2026-06-25",
          "2026-06-26",
          "2025-11-03",
          "2025-11-04",
          "2023-12-10",
          "2023-12-11",
          "2020-10-16",
          "2020-10-17",
          "2018-12-05",
          "2018-12-06",
          "2015-05-12",
          "2015-05-13",
          "2007-12-31",
          "2006-01-01",
          "2035-01-01");

  @Seeds(SEEDS)
  void saysWhatTheWalkSays(Seed given) {
    Seed seed = given;
    for (int i = 0; i < CASES; i++) {
      Asked asked = drawn(seed);
      Said walked = ORACLE.ask(asked);
      assertThat(computed(asked)).as(asked.toString()).isEqualTo(walked);
    }
  }

  /// What is drawn reaches every rule with an answer, every special case, every status and refusal;
  /// else the agreement would say little.
  @Test
  void theCasesReachEverything() {
    Set<String> answered = new TreeSet<>();
    Set<String> outcomes = new TreeSet<>();
    for (int number = 0; number < SEEDS; number++) {
      Seed seed = Seed.of(number);
      for (int i = 0; i < 1_000; i++) {
        Asked asked = drawn(seed);
        Said said = computed(asked);
        outcomes.add(said.refusal().isEmpty() ? said.status() : said.refusal());
        if (said.refusal().isEmpty()) {
          answered.add(asked.rule() + asked.facts());
        }
      }
    }
    assertThat(outcomes)
        .containsExactly(
            "certain",
            "entered-before-event",
            "event-date",
            "not-extendable",
            "provisional",
            "rule-case",
            "rule-not-in-force",
            "unknown");
    for (String rule : ORACLE.rules()) {
      assertThat(answered).contains(rule + "[]");
      assertThat(answered)
          .containsAll(ORACLE.facts(rule).stream().map(fact -> rule + "[" + fact + "]").toList());
    }
  }

  private static Asked drawn(Seed seed) {
    String rule = seed.oneOf(ORACLE.rules());
    LocalDate event = event(seed);
    Optional<LocalDate> entered =
        seed.chance(0.35) ? Optional.of(event.plusDays(seed.between(-1, 61))) : Optional.empty();
    List<String> facts = List.of();
    if (seed.chance(0.3) && !ORACLE.facts(rule).isEmpty()) {
      facts = List.of(seed.oneOf(ORACLE.facts(rule)));
    } else if (seed.chance(0.01)) {
      facts = List.of("no-such-case");
    }
    return new Asked(
        rule,
        event.toString(),
        seed.chance(0.85) ? Optional.of(seed.oneOf(WAYS)) : Optional.empty(),
        entered.map(LocalDate::toString),
        facts,
        seed.chance(0.1)
            ? Optional.of(
                seed.between(1, 8) + " " + (seed.chance(0.8) ? "months" : seed.oneOf(UNITS)))
            : Optional.empty(),
        seed.oneOf(AS_OF));
  }

  /// Any day of 1983 to 2027; ends of months, of years and of February more often.
  private static LocalDate event(Seed seed) {
    int year = seed.chance(0.6) ? seed.between(2014, 2028) : seed.between(1983, 2028);
    LocalDate day = LocalDate.of(year, 1, 1).plusDays(seed.between(0, 365));
    return switch (seed.between(0, 8)) {
      case 0 -> day.withDayOfMonth(day.lengthOfMonth());
      case 1 -> LocalDate.of(year, 2, 28).plusDays(seed.between(0, 2));
      case 2 -> LocalDate.of(year, 12, 1).plusDays(seed.between(0, 31));
      default -> day;
    };
  }

  private static Said computed(Asked asked) {
    KnownLaw law =
        KNOWN.computeIfAbsent(asked.asOf(), day -> DEADLINES.knownOn(LocalDate.parse(day)));
    Question question =
        new Question(
            asked.rule(),
            LocalDate.parse(asked.event()),
            asked.service().map(DeadlinesAgainstOracle::service),
            asked.entered().map(LocalDate::parse),
            new HashSet<>(asked.facts()),
            asked.extension().map(term -> Term.parse(term).orThrow()));
    return switch (law.compute(question)) {
      case Parsed.Refused<Answer>(Problem problem) ->
          new Said(problem.code(), "", "", "", "", "", "", "", "");
      case Parsed.Ok<Answer>(Answer answer) ->
          new Said(
              "",
              answer.version(),
              answer.received().toString(),
              answer.end().map(LocalDate::toString).orElse(""),
              answer.due().map(LocalDate::toString).orElse(""),
              answer.warnBy().toString(),
              answer.latestArguable().toString(),
              answer.status().toString(),
              answer.trace().stream()
                  .filter(step -> step.what() == Step.What.OPENS)
                  .map(step -> step.day().toString())
                  .findFirst()
                  .orElse(""));
    };
  }

  private static Service service(String way) {
    for (Service service : Service.values()) {
      if (service.toString().equals(way)) {
        return service;
      }
    }
    throw new IllegalArgumentException(way);
  }
}
