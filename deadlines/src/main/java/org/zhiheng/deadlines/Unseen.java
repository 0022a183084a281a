package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.SpecialCase;

/// Takes out what nobody could know on a day: texts that were published later.
final class Unseen {

  private Unseen() {}

  /// The law with the changes and the terms of service that were published.
  static Law without(Law law, LocalDate asOf) {
    Map<Service, List<Span>> services = new EnumMap<>(Service.class);
    law.services().forEach((way, spans) -> services.put(way, without(spans, law, asOf)));
    return new Law(
        law.id(),
        law.title(),
        law.governing(),
        law.counting(),
        law.changes().stream().filter(change -> !change.published().isAfter(asOf)).toList(),
        law.texts(),
        services,
        law.provableFrom());
  }

  /// The rule with the values that were published under this law.
  static Rule without(Rule rule, Law law, LocalDate asOf) {
    return new Rule(
        rule.id(),
        rule.title(),
        rule.event(),
        rule.who(),
        rule.kind(),
        rule.law(),
        rule.served(),
        rule.counting(),
        rule.countedBy(),
        without(rule.spans(), law, asOf),
        rule.cases().stream()
            .map(one -> new SpecialCase(one.when(), without(one.spans(), law, asOf)))
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

  /// The values before a change nobody knew of; the last of them was taken to go on. Where nothing
  /// else is known, a later value stands, for events that lie after the day that is asked from.
  private static List<Span> without(List<Span> spans, Law law, LocalDate asOf) {
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      if (law.known(span.from(), asOf)) {
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
