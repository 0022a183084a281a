package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.SpecialCase;
import org.zhiheng.values.Parsed;

/// What dates move when law or calendar change: a portfolio replayed under a changed rule, before
/// anyone approves it. Only answers that lean on what changed are computed again.
///
/// @param rules the rules that say something else, or are new or gone, by id
/// @param laws the laws whose service, counting or changes differ, by id
/// @param years the years whose days off differ, or of which more or less is published
/// @param recomputed how many answers were computed again
/// @param moves those that came out otherwise, in the order of the portfolio
public record WhatIf(
    List<String> rules, List<String> laws, List<Integer> years, int recomputed, List<Move> moves) {

  /// Holds the lists unchangeable.
  public WhatIf {
    rules = List.copyOf(rules);
    laws = List.copyOf(laws);
    years = List.copyOf(years);
    moves = List.copyOf(moves);
  }

  /// A question that was answered, or refused, before the change.
  ///
  /// @param key the asker's name for it
  public record Kept(String key, Question question, Parsed<Answer> before) {}

  /// An answer that comes out otherwise.
  ///
  /// @param kept what was asked and answered before
  /// @param after what is answered then
  /// @param why the steps that are new; empty where it is refused then
  public record Move(Kept kept, Parsed<Answer> after, List<Step> why) {

    /// Holds the list unchangeable.
    public Move {
      why = List.copyOf(why);
    }
  }

  /// Replays a portfolio.
  ///
  /// @param before what the answers of the portfolio lean on
  /// @param after the same, with what is changed
  /// @param asOf the day that fixed what was known; that of the answers
  public static WhatIf of(Deadlines before, Deadlines after, LocalDate asOf, List<Kept> portfolio) {
    Set<String> rules = rules(before.book(), after.book());
    Set<String> laws = laws(before.book(), after.book());
    KnownLaw then = after.knownOn(asOf);
    Set<Integer> years = years(before.calendar().knownOn(asOf), then.days());
    List<Move> moves = new ArrayList<>();
    int recomputed = 0;
    for (Kept kept : portfolio) {
      if (!leans(kept, rules, laws, years)) {
        continue;
      }
      recomputed++;
      Parsed<Answer> again = then.compute(kept.question());
      if (!said(kept.before()).equals(said(again))) {
        moves.add(new Move(kept, again, why(kept.before(), again)));
      }
    }
    return new WhatIf(List.copyOf(rules), List.copyOf(laws), List.copyOf(years), recomputed, moves);
  }

  private static boolean leans(Kept kept, Set<String> rules, Set<String> laws, Set<Integer> years) {
    if (rules.contains(kept.question().rule())) {
      return true;
    }
    return switch (kept.before()) {
      // a refusal leans on the rule alone: no calendar makes a question possible
      case Parsed.Refused<Answer> _ -> false;
      case Parsed.Ok<Answer>(Answer answer) ->
          laws.contains(answer.law()) || years.stream().anyMatch(answer::leansOnYear);
    };
  }

  /// What a person would call the date: not how it was found.
  private record Said(
      String refusal, List<LocalDate> due, List<LocalDate> bounds, List<Status> status) {}

  private static Said said(Parsed<Answer> parsed) {
    return switch (parsed) {
      case Parsed.Refused<Answer> refused ->
          new Said(refused.problem().code(), List.of(), List.of(), List.of());
      case Parsed.Ok<Answer>(Answer answer) ->
          new Said(
              "",
              answer.due().stream().toList(),
              List.of(answer.warnBy(), answer.latestArguable()),
              List.of(answer.status()));
    };
  }

  private static List<Step> why(Parsed<Answer> before, Parsed<Answer> after) {
    List<Step> old = before.found().map(Answer::trace).orElse(List.of());
    List<Step> why = new ArrayList<>(after.found().map(Answer::trace).orElse(List.of()));
    why.removeAll(new HashSet<>(old));
    return why;
  }

  private static Set<String> rules(RuleBook before, RuleBook after) {
    Map<String, Rule> old = new TreeMap<>();
    before.rules().forEach(rule -> old.put(rule.id(), rule));
    Set<String> differing = new TreeSet<>();
    for (Rule rule : after.rules()) {
      Rule was = old.remove(rule.id());
      if (was == null || !says(rule).equals(says(was))) {
        differing.add(rule.id());
      }
    }
    differing.addAll(old.keySet());
    return differing;
  }

  /// All of a rule that an answer is made of; its title, its examples and its file are not.
  private record Says(List<Object> of, List<Span> spans, List<SpecialCase> cases) {}

  private static Says says(Rule rule) {
    return new Says(
        List.of(
            rule.kind(),
            rule.law(),
            rule.served(),
            rule.counting(),
            rule.countedBy(),
            rule.extension(),
            rule.opens(),
            rule.remedies()),
        rule.spans(),
        rule.cases());
  }

  private static Set<String> laws(RuleBook before, RuleBook after) {
    Map<String, Law> old = new TreeMap<>();
    before.laws().forEach(law -> old.put(law.id(), law));
    Set<String> differing = new TreeSet<>();
    for (Law law : after.laws()) {
      if (!law.equals(old.remove(law.id()))) {
        differing.add(law.id());
      }
    }
    differing.addAll(old.keySet());
    return differing;
  }

  private static Set<Integer> years(WorkingDays before, WorkingDays after) {
    Set<Integer> differing = new TreeSet<>();
    for (LocalDate day = WorkingDays.FIRST;
        day.getYear() <= Math.max(before.lastYear(), after.lastYear());
        day = day.plusDays(1)) {
      if (before.kind(day) != after.kind(day) || before.published(day) != after.published(day)) {
        differing.add(day.getYear());
      }
    }
    return differing;
  }
}
