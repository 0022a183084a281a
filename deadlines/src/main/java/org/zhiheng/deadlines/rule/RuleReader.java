package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.yaml.YamlMap;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Reads the files of laws and rules. What is missing, unknown, overlapping or without a source is
/// refused with its line.
final class RuleReader {

  private final Map<String, Law> laws;

  private RuleReader(Map<String, Law> laws) {
    this.laws = laws;
  }

  /// @throws org.zhiheng.values.ProblemsException with all that is wrong
  static List<Law> laws(String source, String yaml) {
    return YamlReader.read(
        source,
        yaml,
        root ->
            root.map(Set.of("laws"), Set.of()).items("laws").stream()
                .flatMap(place -> law(place).stream())
                .toList());
  }

  /// @throws org.zhiheng.values.ProblemsException with all that is wrong
  static List<Rule> rules(String source, String yaml, Map<String, Law> laws) {
    RuleReader reader = new RuleReader(laws);
    return YamlReader.read(
        source,
        yaml,
        root ->
            root.map(Set.of("rules"), Set.of("texts")).items("rules").stream()
                .flatMap(place -> reader.rule(source, place).stream())
                .toList());
  }

  private static Optional<Law> law(YamlPlace place) {
    Set<String> keys = Set.of("id", "title", "governing", "counting", "changes", "service");
    YamlMap map = place.map(keys, Set.of("texts"));
    if (!map.complete()) {
      return Optional.empty();
    }
    List<Law.Change> changes = new ArrayList<>();
    for (YamlPlace item : map.get("changes").list()) {
      YamlMap change = item.map(Set.of("from", "published", "transition", "citation"), Set.of());
      if (change.complete()) {
        String transition = change.get("transition").text();
        if (!Set.of("read", "unread").contains(transition)) {
          change.get("transition").refuse("rule-value", transition, "It is read or unread.");
        }
        changes.add(
            new Law.Change(
                change.get("from").date(),
                change.get("published").date(),
                transition.equals("read"),
                change.get("citation").citation()));
      }
    }
    Map<LocalDate, LocalDate> texts = new HashMap<>();
    for (YamlPlace item : map.items("texts")) {
      YamlMap text = item.map(Set.of("from", "published"), Set.of());
      if (text.complete()) {
        texts.put(text.get("from").date(), text.get("published").date());
      }
    }
    Map<Service, List<Span>> services = new EnumMap<>(Service.class);
    Map<Service, LocalDate> provableFrom = new EnumMap<>(Service.class);
    for (YamlPlace item : map.get("service").list()) {
      YamlMap entry = item.map(Set.of("way", "values"), Set.of("provable_from"));
      if (entry.complete()) {
        Service way = entry.get("way").oneOf(Service.class);
        if (services.put(way, spans(entry.get("values"))) != null) {
          item.refuse("rule-value", way.toString(), "The way of service stands twice.");
        }
        entry.find("provable_from").ifPresent(from -> provableFrom.put(way, from.date()));
      }
    }
    return Optional.of(
        new Law(
            map.get("id").text(),
            words(map.get("title")),
            map.get("governing").citation(),
            map.get("counting").citation(),
            changes,
            texts,
            services,
            provableFrom));
  }

  private Optional<Rule> rule(String source, YamlPlace place) {
    Set<String> required =
        Set.of(
            "id",
            "title",
            "event",
            "who",
            "kind",
            "law",
            "served",
            "counting",
            "last_valid_on",
            "values",
            "examples");
    YamlMap map =
        place.map(
            required,
            Set.of(
                "exceptions",
                "extension",
                "opens",
                "clears",
                "aborts",
                "remedies",
                "note",
                "counted_by"));
    if (!map.complete()) {
      return Optional.empty();
    }
    YamlPlace lawPlace = map.get("law");
    Optional<Law> law = Optional.ofNullable(laws.get(lawPlace.text()));
    if (law.isEmpty()) {
      lawPlace.refuse(
          "rule-value", lawPlace.text(), YamlPlace.nearest("law", lawPlace.text(), laws.keySet()));
    }
    List<Span> spans = spans(map.get("values"));
    law.ifPresent(known -> followsChanges(map.get("values"), spans, known));
    List<SpecialCase> cases = new ArrayList<>();
    Set<String> facts = new HashSet<>();
    for (YamlPlace item : map.items("exceptions")) {
      YamlMap entry = item.map(Set.of("when", "values"), Set.of());
      if (entry.complete()) {
        List<Span> special = spans(entry.get("values"));
        law.ifPresent(known -> followsChanges(entry.get("values"), special, known));
        cases.add(new SpecialCase(entry.get("when").text(), special));
        if (!facts.add(entry.get("when").text())) {
          item.refuse("rule-value", entry.get("when").text(), "The exception stands twice.");
        }
      }
    }
    return Optional.of(
        new Rule(
            map.get("id").text(),
            words(map.get("title")),
            words(map.get("event")),
            map.get("who").oneOf(Rule.Actor.class),
            map.get("kind").oneOf(RuleKind.class),
            lawPlace.text(),
            yes(map.get("served")),
            map.get("counting").oneOf(Counting.class),
            map.find("counted_by").map(YamlPlace::citation),
            spans,
            cases,
            map.find("extension").flatMap(RuleReader::extension),
            map.find("opens").flatMap(RuleReader::term),
            names(map, "clears"),
            names(map, "aborts"),
            remedies(map),
            examples(map, facts),
            map.get("last_valid_on").date(),
            map.find("note").map(RuleReader::words),
            source));
  }

  /// A new text begins a new value, even where it says the same: else the old value would pass for
  /// one that was read.
  private static void followsChanges(YamlPlace place, List<Span> spans, Law law) {
    for (Law.Change change : law.changes()) {
      boolean reaches = spans.stream().anyMatch(span -> span.governs(change.from()));
      boolean begins = spans.stream().anyMatch(span -> span.from().equals(change.from()));
      if (reaches && !begins) {
        place.refuse(
            "rule-dates",
            change.from().toString(),
            "The law changes on this day, so a value must begin on it.");
      }
    }
  }

  private static List<Span> spans(YamlPlace place) {
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
              map.find("strictest").flatMap(RuleReader::term),
              map.find("latest").flatMap(RuleReader::term),
              map.find("assumed").isPresent() && yes(map.get("assumed")),
              map.get("citation").citation());
      if (span.until().isPresent() && span.until().get().isBefore(span.from())) {
        item.refuse("rule-dates", span.from().toString(), "The value ends before it begins.");
      }
      if (!spans.isEmpty()) {
        follows(item, spans.getLast(), span);
      }
      spans.add(span);
    }
    if (spans.isEmpty()) {
      place.refuse("rule-value", "", "A rule has at least one value.");
    }
    return spans;
  }

  private static void follows(YamlPlace item, Span before, Span span) {
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

  private static Optional<Extension> extension(YamlPlace place) {
    YamlMap map = place.map(Set.of("most", "citation"), Set.of());
    if (!map.complete()) {
      return Optional.empty();
    }
    Citation citation = map.get("citation").citation();
    return term(map.get("most")).map(most -> new Extension(most, citation));
  }

  private static List<Remedy> remedies(YamlMap rule) {
    List<Remedy> remedies = new ArrayList<>();
    for (YamlPlace item : rule.items("remedies")) {
      YamlMap map = item.map(Set.of("rule", "from"), Set.of());
      if (map.complete()) {
        remedies.add(new Remedy(map.get("rule").text(), map.get("from").oneOf(Remedy.Start.class)));
      }
    }
    return remedies;
  }

  private static List<Example> examples(YamlMap rule, Set<String> facts) {
    List<Example> examples = new ArrayList<>();
    for (YamlPlace item : rule.items("examples")) {
      YamlMap map =
          item.map(
              Set.of("event", "as_of", "due", "status", "why"),
              Set.of("service", "entered", "facts"));
      if (!map.complete()) {
        continue;
      }
      Set<String> given = names(map, "facts");
      for (String fact : given) {
        if (!facts.contains(fact)) {
          item.refuse("rule-value", fact, YamlPlace.nearest("exception", fact, facts));
        }
      }
      examples.add(
          new Example(
              map.get("event").date(),
              map.find("service").map(way -> way.oneOf(Service.class)),
              map.find("entered").map(YamlPlace::date),
              map.get("as_of").date(),
              given,
              map.get("due").text().equals("none")
                  ? Optional.empty()
                  : Optional.of(map.get("due").date()),
              map.get("status").text(),
              map.get("why").text(),
              item.line()));
    }
    if (examples.isEmpty() && rule.find("examples").isPresent()) {
      rule.get("examples").refuse("rule-value", "", "A rule has at least one example.");
    }
    return examples;
  }

  private static Optional<Term> term(YamlPlace place) {
    Parsed<Term> parsed = Term.parse(place.text());
    parsed
        .refusal()
        .ifPresent(
            (Problem problem) -> place.refuse(problem.code(), problem.given(), problem.reason()));
    return parsed.found();
  }

  private static Words words(YamlPlace place) {
    YamlMap map = place.map(Set.of("zh", "en"), Set.of());
    return new Words(
        map.find("zh").map(YamlPlace::text).orElse(""),
        map.find("en").map(YamlPlace::text).orElse(""));
  }

  private static boolean yes(YamlPlace place) {
    String text = place.text();
    if (!Set.of("true", "false").contains(text)) {
      place.refuse("rule-value", text, "It is true or false.");
    }
    return text.equals("true");
  }

  private static Set<String> names(YamlMap map, String key) {
    Set<String> names = new HashSet<>();
    map.items(key).forEach(item -> names.add(item.text()));
    return names;
  }
}
