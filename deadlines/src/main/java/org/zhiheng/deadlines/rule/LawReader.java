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

/// Reads the file of laws, as strictly as [RuleReader] reads rules.
final class LawReader {

  private LawReader() {}

  /// @throws org.zhiheng.values.ProblemsException with all that is wrong
  static List<Law> laws(String source, String yaml) {
    return YamlReader.read(source, yaml, LawReader::laws);
  }

  private static List<Law> laws(YamlPlace root) {
    List<Law> laws = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlPlace place : root.map(Set.of("laws"), Set.of()).items("laws")) {
      Optional<Law> law = law(place);
      law.ifPresent(laws::add);
      if (law.isPresent() && !ids.add(law.get().id())) {
        place.refuse("rule-value", law.get().id(), "The law stands twice.");
      }
    }
    return laws;
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
        LocalDate from = change.get("from").date();
        LocalDate published = change.get("published").date();
        published(change.get("published"), published, from);
        changes.add(
            new Law.Change(
                from, published, transition.equals("read"), change.get("citation").citation()));
      }
    }
    Map<LocalDate, LocalDate> texts = new HashMap<>();
    for (YamlPlace item : map.items("texts")) {
      YamlMap text = item.map(Set.of("from", "published"), Set.of());
      if (text.complete()) {
        LocalDate from = text.get("from").date();
        LocalDate published = text.get("published").date();
        published(text.get("published"), published, from);
        texts.put(from, published);
      }
    }
    Map<Service, List<Span>> services = new EnumMap<>(Service.class);
    Map<Service, LocalDate> provableFrom = new EnumMap<>(Service.class);
    for (YamlPlace item : map.get("service").list()) {
      YamlMap entry = item.map(Set.of("way", "values"), Set.of("provable_from"));
      if (entry.complete()) {
        Service way = entry.get("way").oneOf(Service.class);
        if (services.put(way, SpanReader.spans(entry.get("values"))) != null) {
          item.refuse("rule-value", way.toString(), "The way of service stands twice.");
        }
        entry.find("provable_from").ifPresent(from -> provableFrom.put(way, from.date()));
      }
    }
    return Optional.of(
        new Law(
            map.get("id").text(),
            SpanReader.words(map.get("title")),
            map.get("governing").citation(),
            map.get("counting").citation(),
            changes,
            texts,
            services,
            provableFrom));
  }

  private static void published(YamlPlace place, LocalDate published, LocalDate from) {
    if (!YamlPlace.standsIn(from) && published.isAfter(from)) {
      place.refuse(
          "rule-dates", published.toString(), "A text is published before it takes effect.");
    }
  }
}
