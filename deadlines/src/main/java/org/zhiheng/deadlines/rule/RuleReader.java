package org.zhiheng.deadlines.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhiheng.deadlines.yaml.YamlMap;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Citation;

/// Reads the files of rules. What is missing, unknown, overlapping or without a source is refused
/// with its line.
final class RuleReader {

  /// Office, right and what it is about: `cn.patent.oa-first-reply`.
  private static final Pattern ID = Pattern.compile("[a-z]{2}(\\.[a-z0-9]+(-[a-z0-9]+)*){2}");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final Set<String> STATUSES = Set.of("certain", "provisional", "unknown");

  private final Map<String, Law> laws;

  private RuleReader(Map<String, Law> laws) {
    this.laws = laws;
  }

  /// @throws org.zhiheng.values.ProblemsException with all that is wrong
  static List<Rule> rules(String source, String yaml, Map<String, Law> laws) {
    RuleReader reader = new RuleReader(laws);
    return YamlReader.read(source, yaml, root -> reader.rules(source, root));
  }

  private List<Rule> rules(String source, YamlPlace root) {
    YamlMap map = root.map(Set.of("rules"), Set.of("texts"));
    if (map.complete() && map.get("rules").isList() && map.items("rules").isEmpty()) {
      map.get("rules").refuse("rule-value", "", "A file has at least one rule.");
    }
    return map.items("rules").stream().flatMap(place -> rule(source, place).stream()).toList();
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
    List<Span> spans = SpanReader.spans(map.get("values"));
    law.ifPresent(known -> followsChanges(map.get("values"), spans, known));
    List<SpecialCase> cases = new ArrayList<>();
    Set<String> facts = new HashSet<>();
    for (YamlPlace item : map.items("exceptions")) {
      YamlMap entry = item.map(Set.of("when", "values"), Set.of());
      if (entry.complete()) {
        List<Span> special = SpanReader.spans(entry.get("values"));
        law.ifPresent(known -> followsChanges(entry.get("values"), special, known));
        String when = name(entry.get("when"));
        cases.add(new SpecialCase(when, special));
        if (!facts.add(when)) {
          item.refuse("rule-value", when, "The exception stands twice.");
        }
      }
    }
    return Optional.of(
        new Rule(
            map.get("id").text(ID, "An id is written cn.patent.oa-first-reply."),
            SpanReader.words(map.get("title")),
            SpanReader.words(map.get("event")),
            map.get("who").oneOf(Rule.Actor.class),
            map.get("kind").oneOf(RuleKind.class),
            lawPlace.text(),
            SpanReader.yes(map.get("served")),
            map.get("counting").oneOf(Counting.class),
            map.find("counted_by").map(YamlPlace::citation),
            spans,
            cases,
            map.find("extension").flatMap(RuleReader::extension),
            map.find("opens").flatMap(RuleReader::opening),
            names(map, "clears"),
            names(map, "aborts"),
            remedies(map),
            examples(map, facts),
            map.get("last_valid_on").date(),
            map.find("note").map(SpanReader::words),
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

  private static Optional<Extension> extension(YamlPlace place) {
    YamlMap map = place.map(Set.of("most", "citation"), Set.of());
    if (!map.complete()) {
      return Optional.empty();
    }
    Citation citation = map.get("citation").citation();
    return SpanReader.term(map.get("most")).map(most -> new Extension(most, citation));
  }

  /// A window is not counted back by working days.
  private static Optional<Term> opening(YamlPlace place) {
    Optional<Term> term = SpanReader.term(place);
    if (term.isPresent() && term.get().unit() == TermUnit.WORKING_DAYS) {
      place.refuse("rule-value", place.text(), "A window opens days, months or years before.");
    }
    return term;
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
      String due = map.get("due").text();
      String status = map.get("status").text();
      if (!STATUSES.contains(status)) {
        map.get("status")
            .refuse("rule-value", status, YamlPlace.nearest("status", status, STATUSES));
      } else if (status.equals("unknown") != due.equals("none")) {
        map.get("due")
            .refuse("rule-value", due, "None is due where it is unknown, and only there.");
      }
      examples.add(
          new Example(
              map.get("event").date(),
              map.find("service").map(way -> way.oneOf(Service.class)),
              map.find("entered").map(YamlPlace::date),
              map.get("as_of").date(),
              given,
              due.equals("none") ? Optional.empty() : Optional.of(map.get("due").date()),
              status,
              map.get("why").text(),
              item.line()));
    }
    if (rule.items("examples").isEmpty() && rule.get("examples").isList()) {
      rule.get("examples").refuse("rule-value", "", "A rule has at least one example.");
    }
    return examples;
  }

  private static Set<String> names(YamlMap map, String key) {
    Set<String> names = new HashSet<>();
    map.items(key).forEach(item -> names.add(name(item)));
    return names;
  }

  private static String name(YamlPlace place) {
    return place.text(NAME, "A name is of small letters, digits and hyphens.");
  }
}
