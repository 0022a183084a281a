package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.SpecialCase;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Rules and calendar as they were known on one day. Asked by many threads at once; an answer costs
/// a few hundred steps.
public final class KnownLaw {

  /// The first day an event may have: the Patent Law of 1984 takes effect.
  public static final LocalDate EVENT_MIN = LocalDate.of(1985, 4, 1);

  /// The last one; what is later is a slip of the pen.
  public static final LocalDate EVENT_MAX = LocalDate.of(2199, 12, 31);

  private final WorkingDays days;
  private final LocalDate asOf;
  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Law> laws = new HashMap<>();

  KnownLaw(RuleBook book, WorkingDays days, LocalDate asOf) {
    this.days = days;
    this.asOf = asOf;
    for (Rule rule : book.rules()) {
      laws.putIfAbsent(rule.law(), known(book.law(rule)));
      List<LocalDate> unseen =
          book.law(rule).changes().stream()
              .filter(change -> change.published().isAfter(asOf))
              .map(Law.Change::from)
              .toList();
      rules.put(rule.id(), unseen.isEmpty() ? rule : without(rule, unseen));
    }
  }

  /// The day that fixes what was known.
  public LocalDate asOf() {
    return asOf;
  }

  /// The calendar as it was known.
  public WorkingDays days() {
    return days;
  }

  /// When it is due, and why.
  ///
  /// Refused: `rule-unknown`, `event-date`, `entered-before-event`, `rule-not-in-force`,
  /// `rule-case`, `not-extendable`.
  public Parsed<Answer> compute(Question question) {
    Rule rule = rules.get(question.rule());
    if (rule == null) {
      return Parsed.refused(
          "rule-unknown",
          question.rule(),
          YamlPlace.nearest("rule", question.rule(), rules.keySet()));
    }
    LocalDate event = question.event();
    if (event.isBefore(EVENT_MIN) || event.isAfter(EVENT_MAX)) {
      return Parsed.refused(
          "event-date",
          event.toString(),
          "An event lies between " + EVENT_MIN + " and " + EVENT_MAX + ".");
    }
    Optional<LocalDate> entered = question.entered();
    if (entered.isPresent()
        && (entered.get().isBefore(event) || entered.get().isAfter(EVENT_MAX))) {
      return Parsed.refused(
          "entered-before-event",
          entered.get().toString(),
          "A document reaches the party on the day it is dated (" + event + ") or later.");
    }
    List<Span> spans = rule.spans();
    for (String fact : question.facts().stream().sorted().toList()) {
      Optional<SpecialCase> special =
          rule.cases().stream().filter(one -> one.when().equals(fact)).findFirst();
      if (special.isEmpty()) {
        return Parsed.refused(
            "rule-case",
            fact,
            rule.cases().isEmpty()
                ? "The rule has no special case."
                : YamlPlace.nearest(
                    "case", fact, rule.cases().stream().map(SpecialCase::when).toList()));
      }
      spans = special.get().spans();
    }
    Optional<Span> governing = spans.stream().filter(span -> span.governs(event)).findFirst();
    if (governing.isEmpty()) {
      return Parsed.refused(
          "rule-not-in-force",
          event.toString(),
          "The rule " + rule.id() + " governs events from " + spans.getFirst().from() + ".");
    }
    if (question.extension().isPresent()) {
      Optional<Problem> refusal = Extending.refusal(rule, question.extension().get());
      if (refusal.isPresent()) {
        return new Parsed.Refused<>(refusal.get());
      }
    }
    Optional<Span> following = after(spans, governing.get());
    return Parsed.ok(
        new Reckoning(rule, law(rule), question, governing.get(), following, days, asOf).answer());
  }

  private static Optional<Span> after(List<Span> spans, Span span) {
    int next = spans.indexOf(span) + 1;
    return next < spans.size() ? Optional.of(spans.get(next)) : Optional.empty();
  }

  private Law law(Rule rule) {
    return Optional.ofNullable(laws.get(rule.law())).orElseThrow();
  }

  /// The law with the changes that were published.
  private Law known(Law law) {
    return new Law(
        law.id(),
        law.title(),
        law.governing(),
        law.counting(),
        law.changes().stream().filter(change -> !change.published().isAfter(asOf)).toList(),
        law.services());
  }

  private static Rule without(Rule rule, List<LocalDate> unseen) {
    return new Rule(
        rule.id(),
        rule.title(),
        rule.event(),
        rule.who(),
        rule.kind(),
        rule.law(),
        rule.served(),
        rule.counting(),
        without(rule.spans(), unseen),
        rule.cases().stream()
            .map(one -> new SpecialCase(one.when(), without(one.spans(), unseen)))
            .toList(),
        rule.extension(),
        rule.opens(),
        rule.clears(),
        rule.aborts(),
        rule.remedies(),
        rule.examples(),
        rule.lastValidOn(),
        rule.note(),
        rule.source());
  }

  /// The values before a change nobody knew of; the last of them was taken to go on.
  private static List<Span> without(List<Span> spans, List<LocalDate> unseen) {
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      if (unseen.stream().noneMatch(from -> !span.from().isBefore(from))) {
        kept.add(span);
      }
    }
    if (kept.isEmpty() || kept.size() == spans.size()) {
      return spans;
    }
    Span last = kept.removeLast();
    kept.add(
        new Span(
            last.from(),
            Optional.empty(),
            last.term(),
            last.strictest(),
            last.latest(),
            last.assumed(),
            last.citation()));
    return kept;
  }
}
