package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.yaml.YamlMap;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Reads what the files of laws and of rules have in common: values by date, terms, words.
final class SpanReader {

  private SpanReader() {}

  static List<Span> spans(YamlPlace place) {
    List<Span> spans = new ArrayList<>();
    for (YamlPlace item : place.list()) {
      YamlMap map =
          item.map(
              Set.of("from", "term", "citation"),
              Set.of("until", "strictest", "latest", "assumed"));
      if (!map.complete()) {
        continue;
      }
      boolean unknown = map.get("term").text().equals("unknown");
      if (unknown != map.find("strictest").isPresent()
          || unknown != map.find("latest").isPresent()) {
        item.refuse(
            "rule-value", "", "strictest and latest stand beside an unknown term, and only there.");
      }
      Span span =
          new Span(
              map.get("from").date(),
              map.find("until").map(YamlPlace::date),
              unknown ? Optional.empty() : term(map.get("term")),
              map.find("strictest").flatMap(SpanReader::term),
              map.find("latest").flatMap(SpanReader::term),
              map.find("assumed").isPresent() && yes(map.get("assumed")),
              map.get("citation").citation());
      check(item, map, span, unknown);
      if (!spans.isEmpty()) {
        follows(item, spans.getLast(), span);
      }
      spans.add(span);
    }
    if (place.isList() && place.list().isEmpty()) {
      place.refuse("rule-value", "", "A rule has at least one value.");
    }
    return spans;
  }

  private static void check(YamlPlace item, YamlMap map, Span span, boolean unknown) {
    if (span.until().isPresent()
        && !YamlPlace.standsIn(span.until().get())
        && span.until().get().isBefore(span.from())) {
      item.refuse("rule-dates", span.from().toString(), "The value ends before it begins.");
    }
    if (unknown && span.assumed()) {
      map.get("assumed").refuse("rule-value", "true", "An unknown value is not carried over.");
    }
    if (span.strictest().isPresent()
        && span.latest().isPresent()
        && span.strictest().get().unit() == span.latest().get().unit()
        && span.strictest().get().amount() > span.latest().get().amount()) {
      map.get("strictest")
          .refuse("rule-value", span.strictest().get().toString(), "It is longer than the latest.");
    }
  }

  private static void follows(YamlPlace item, Span before, Span span) {
    if (YamlPlace.standsIn(span.from()) || before.until().filter(YamlPlace::standsIn).isPresent()) {
      return;
    }
    Optional<LocalDate> expected = before.until().map(last -> last.plusDays(1));
    String given = span.from().toString();
    if (expected.isEmpty()) {
      item.refuse("rule-dates", given, "The value before does not end, so the dates overlap.");
    } else if (span.from().isBefore(expected.get())) {
      item.refuse("rule-dates", given, "The dates overlap: expected " + expected.get() + ".");
    } else if (span.from().isAfter(expected.get())) {
      item.refuse("rule-dates", given, "There is a gap: expected " + expected.get() + ".");
    }
  }

  static Optional<Term> term(YamlPlace place) {
    String text = place.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Parsed<Term> parsed = Term.parse(text);
    parsed
        .refusal()
        .ifPresent(
            (Problem problem) -> place.refuse(problem.code(), problem.given(), problem.reason()));
    return parsed.found();
  }

  static Words words(YamlPlace place) {
    YamlMap map = place.map(Set.of("zh", "en"), Set.of());
    return new Words(
        map.find("zh").map(YamlPlace::text).orElse(""),
        map.find("en").map(YamlPlace::text).orElse(""));
  }

  static boolean yes(YamlPlace place) {
    String text = place.text();
    if (!text.isEmpty() && !Set.of("true", "false").contains(text)) {
      place.refuse("rule-value", text, "It is true or false.");
    }
    return text.equals("true");
  }
}
