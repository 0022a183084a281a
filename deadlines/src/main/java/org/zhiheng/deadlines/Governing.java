package org.zhiheng.deadlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.deadlines.Step.What;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.values.Confidence;

/// A value that governs events, with the steps that are the same in every answer by it.
///
/// @param following the value after it, if there is one
/// @param governed that the law of the event's day governs
/// @param doubt that it was recalled or carried over, if it was
record Governing(Span span, Optional<Span> following, Step governed, Optional<Step> doubt) {

  static List<Governing> of(List<Span> spans, Law law) {
    List<Governing> all = new ArrayList<>();
    for (int at = 0; at < spans.size(); at++) {
      Span span = spans.get(at);
      Optional<Span> next =
          at + 1 < spans.size() ? Optional.of(spans.get(at + 1)) : Optional.empty();
      Step governed = Step.of(What.GOVERNED, span.from(), law.title().zh(), law.governing());
      all.add(new Governing(span, next, governed, doubt(span)));
    }
    return List.copyOf(all);
  }

  private static Optional<Step> doubt(Span span) {
    if (span.assumed()) {
      return Optional.of(Step.of(What.ASSUMED, span.from(), "", span.citation()));
    }
    return span.citation().confidence() == Confidence.RECALLED
        ? Optional.of(Step.of(What.RECALLED, span.from(), "", span.citation()))
        : Optional.empty();
  }
}
