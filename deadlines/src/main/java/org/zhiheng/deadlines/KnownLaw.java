package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.SpecialCase;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Rules and calendar as they were known on one day. Asked by many threads at once; an answer costs
/// a few hundred steps.
public final class KnownLaw {

  /// The first day an event may have: the Trademark Law of 1982 takes effect (商标法第七十三条).
  public static final LocalDate EVENT_MIN = LocalDate.of(1983, 3, 1);

  /// The last one; what is later is a slip of the pen.
  public static final LocalDate EVENT_MAX = LocalDate.of(2199, 12, 31);

  private final WorkingDays days;
  private final LocalDate asOf;
  private final Map<String, Known> rules = new HashMap<>();

  /// A rule with its law, both without what was not known.
  private record Known(
      Rule rule, Law law, List<Governing> values, Map<String, List<Governing>> cases) {

    static Known of(Rule rule, Law law) {
      Map<String, List<Governing>> cases = new HashMap<>();
      for (SpecialCase one : rule.cases()) {
        cases.put(one.when(), Governing.of(one.spans(), law));
      }
      return new Known(rule, law, Governing.of(rule.spans(), law), cases);
    }
  }

  KnownLaw(RuleBook book, WorkingDays days, LocalDate asOf) {
    this.days = days;
    this.asOf = asOf;
    Map<String, Law> laws = new HashMap<>();
    for (Rule rule : book.rules()) {
      Law whole = book.law(rule);
      Law law = laws.computeIfAbsent(rule.law(), _ -> Unseen.without(whole, asOf));
      rules.put(rule.id(), Known.of(Unseen.without(rule, whole, asOf), law));
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
    Known known = rules.get(question.rule());
    if (known == null) {
      return Parsed.refused(
          "rule-unknown",
          question.rule(),
          YamlPlace.nearest("rule", question.rule(), rules.keySet()));
    }
    Rule rule = known.rule();
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
    List<Governing> values = known.values();
    if (!question.facts().isEmpty()) {
      switch (special(known, question)) {
        case Parsed.Refused<List<Governing>>(Problem problem) -> {
          return new Parsed.Refused<>(problem);
        }
        case Parsed.Ok<List<Governing>>(List<Governing> found) -> values = found;
      }
    }
    int at = governing(values, event);
    if (at < 0) {
      return Parsed.refused(
          "rule-not-in-force",
          event.toString(),
          "The rule "
              + rule.id()
              + " governs events from "
              + values.getFirst().span().from()
              + ".");
    }
    if (question.extension().isPresent()) {
      Optional<Problem> refusal = Extending.refusal(rule, question.extension().get());
      if (refusal.isPresent()) {
        return new Parsed.Refused<>(refusal.get());
      }
    }
    return Parsed.ok(
        new Reckoning(rule, known.law(), question, values.get(at), days, asOf).answer());
  }

  /// One special case holds at a time: two would contradict each other.
  private static Parsed<List<Governing>> special(Known known, Question question) {
    List<String> facts = question.facts().stream().sorted().toList();
    if (facts.size() > 1) {
      return Parsed.refused(
          "rule-case", String.join(", ", facts), "One special case of a rule holds at a time.");
    }
    List<Governing> values = known.cases().get(facts.getFirst());
    if (values != null) {
      return Parsed.ok(values);
    }
    return Parsed.refused(
        "rule-case",
        facts.getFirst(),
        known.cases().isEmpty()
            ? "The rule has no special case."
            : YamlPlace.nearest("case", facts.getFirst(), known.cases().keySet()));
  }

  private static int governing(List<Governing> values, LocalDate event) {
    for (int at = values.size() - 1; at >= 0; at--) {
      if (values.get(at).span().governs(event)) {
        return at;
      }
    }
    return -1;
  }
}
