package org.zhiheng.similarity.guideline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.WholeSigns;

/// Reads rules from YAML, strictly: an unknown key, a missing text or citation, a rule without a
/// mechanism or a mechanism without a rule refuses the whole.
final class GuidelineReader {

  /// The rules are six levels of keys and lists.
  private static final int NESTING_MAX = 20;

  private final String source;
  private final List<Problem> problems = new ArrayList<>();

  private GuidelineReader(String source) {
    this.source = source;
  }

  /// What was read.
  record Read(
      String id,
      int version,
      String titleZh,
      String titleEn,
      Citation citation,
      List<Threshold> thresholds,
      List<RuleText> rules,
      List<RuleNote> notes) {
    Read {
      thresholds = List.copyOf(thresholds);
      rules = List.copyOf(rules);
      notes = List.copyOf(notes);
    }
  }

  /// @throws ProblemsException with all that is wrong
  static Read read(String source, String yaml) {
    return new GuidelineReader(source).guideline(yaml);
  }

  /// The composer calls itself for each level: a thousand brackets would end its thread.
  private void refuseDeep(LoadSettings settings, String yaml) {
    int depth = 0;
    for (Event event : new Parse(settings).parseReader(new WholeSigns(yaml))) {
      depth +=
          switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
          };
      if (depth > NESTING_MAX) {
        throw new ProblemsException(
            new Problem(
                "guideline-yaml",
                "",
                "",
                "A file is at most " + NESTING_MAX + " levels deep.",
                source));
      }
    }
  }

  private Read guideline(String yaml) {
    Object root;
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(source).setAllowDuplicateKeys(false).build();
      refuseDeep(settings, yaml);
      root = new Load(settings).loadFromReader(new WholeSigns(yaml));
    } catch (YamlEngineException | IllegalArgumentException broken) {
      // the library throws the latter for an escape without digits or beyond Unicode
      throw new ProblemsException(
          new Problem("guideline-yaml", "", "", "It is no YAML: " + broken.getMessage(), source));
    }
    Map<String, Object> map =
        map(
            root,
            "",
            Set.of("id", "version", "title", "citation", "thresholds", "across-scripts", "rules"));
    Map<String, Object> title = map(map.get("title"), "title", Set.of("zh", "en"));
    List<Threshold> thresholds = new ArrayList<>();
    int at = 0;
    for (Object entry : list(map.get("thresholds"), "thresholds")) {
      String path = "thresholds[" + at++ + "]";
      Map<String, Object> given = map(entry, path, Set.of("name", "value", "why"));
      double value = given.get("value") instanceof Number number ? number.doubleValue() : -1;
      if (!(value >= 0 && value <= 1)) {
        refuse(
            "guideline-value",
            path + ".value",
            String.valueOf(given.get("value")),
            "It is 0 to 1.");
      } else {
        thresholds.add(new Threshold(text(given, "name", path), value, text(given, "why", path)));
      }
    }
    List<RuleText> rules = rules(map);
    List<RuleNote> notes = notes(map);
    mechanisms(rules, thresholds);
    Read read =
        new Read(
            text(map, "id", ""),
            number(map, "version", ""),
            text(title, "zh", "title"),
            text(title, "en", "title"),
            citation(map.get("citation"), "citation"),
            thresholds,
            rules.stream().sorted(Comparator.comparingInt(RuleText::number)).toList(),
            notes);
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return read;
  }

  /// Every note that the code can give has its words, and no other.
  private List<RuleNote> notes(Map<String, Object> map) {
    List<RuleNote> notes = new ArrayList<>();
    int at = 0;
    for (Object entry : list(map.get("across-scripts"), "across-scripts")) {
      String path = "across-scripts[" + at++ + "]";
      Map<String, Object> given = map(entry, path, Set.of("id", "zh", "en", "citation"));
      notes.add(
          new RuleNote(
              text(given, "id", path),
              text(given, "zh", path),
              text(given, "en", path),
              citation(given.get("citation"), path + ".citation")));
    }
    List<String> ids = notes.stream().map(RuleNote::id).sorted().toList();
    if (!ids.equals(Across.ids().stream().sorted().toList())) {
      refuse(
          "guideline-rule",
          "across-scripts",
          String.join(",", ids),
          "The notes must be: " + String.join(", ", Across.ids()) + ".");
    }
    return notes;
  }

  private List<RuleText> rules(Map<String, Object> map) {
    List<RuleText> rules = new ArrayList<>();
    int at = 0;
    for (Object entry : list(map.get("rules"), "rules")) {
      String path = "rules[" + at++ + "]";
      Map<String, Object> given =
          map(entry, path, Set.of("id", "number", "title", "condition", "citation", "exceptions"));
      Map<String, Object> title = map(given.get("title"), path + ".title", Set.of("zh", "en"));
      Map<String, Object> condition =
          map(given.get("condition"), path + ".condition", Set.of("zh", "en"));
      List<RuleText.ExceptionText> exceptions = new ArrayList<>();
      int exceptionAt = 0;
      for (Object exceptionEntry : list(given.get("exceptions"), path + ".exceptions")) {
        String where = path + ".exceptions[" + exceptionAt++ + "]";
        Map<String, Object> exception =
            map(exceptionEntry, where, Set.of("id", "zh", "en", "confidence"));
        exceptions.add(
            new RuleText.ExceptionText(
                text(exception, "id", where),
                text(exception, "zh", where),
                text(exception, "en", where),
                confidence(text(exception, "confidence", where), where)));
      }
      rules.add(
          new RuleText(
              text(given, "id", path),
              number(given, "number", path),
              text(title, "zh", path + ".title"),
              text(title, "en", path + ".title"),
              text(condition, "zh", path + ".condition"),
              text(condition, "en", path + ".condition"),
              citation(given.get("citation"), path + ".citation"),
              exceptions));
    }
    return rules;
  }

  /// Every rule has its mechanism and every mechanism its rule and its exceptions.
  private void mechanisms(List<RuleText> rules, List<Threshold> thresholds) {
    Set<String> seen = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    for (RuleText rule : rules) {
      List<String> exceptions = Mechanisms.EXCEPTIONS.get(rule.id());
      if (exceptions == null) {
        refuse(
            "guideline-rule",
            "rules",
            rule.id(),
            unknown("rule", rule.id(), Mechanisms.EXCEPTIONS.keySet()));
        continue;
      }
      if (!seen.add(rule.id()) || !numbers.add(rule.number())) {
        refuse("guideline-rule", "rules", rule.id(), "The rule or its number stands twice.");
      }
      List<String> given = rule.exceptions().stream().map(RuleText.ExceptionText::id).toList();
      if (!new HashSet<>(given).equals(new HashSet<>(exceptions))
          || given.size() != exceptions.size()) {
        refuse(
            "guideline-rule",
            "rules " + rule.id(),
            String.join(",", given),
            "Its exceptions must be: " + String.join(", ", exceptions) + ".");
      }
    }
    for (String id : Mechanisms.EXCEPTIONS.keySet()) {
      if (!seen.contains(id)) {
        refuse("guideline-rule", "rules", "", "The rule " + id + " is missing.");
      }
    }
    List<String> names = thresholds.stream().map(Threshold::name).toList();
    if (!new HashSet<>(names).equals(Thresholds.NAMES) || names.size() != Thresholds.NAMES.size()) {
      refuse(
          "guideline-value",
          "thresholds",
          String.join(",", names),
          "The thresholds must be: "
              + String.join(", ", Thresholds.NAMES.stream().sorted().toList())
              + ".");
    }
  }

  private Citation citation(@Nullable Object given, String path) {
    Map<String, Object> map =
        map(given, path, Set.of("instrument", "article", "address", "confidence"));
    Confidence confidence = confidence(text(map, "confidence", path), path);
    String address = map.get("address") instanceof String found ? found : "";
    if (confidence == Confidence.SEEN) {
      refuse("guideline-citation", path, "seen", "A text that was seen needs the day; none was.");
      confidence = Confidence.UNKNOWN;
    }
    String instrument = text(map, "instrument", path);
    return new Citation(
        instrument.isBlank() ? "?" : instrument,
        text(map, "article", path),
        address,
        Optional.empty(),
        confidence);
  }

  private Confidence confidence(String text, String path) {
    return switch (text) {
      case "seen" -> Confidence.SEEN;
      case "recalled" -> Confidence.RECALLED;
      case "unknown" -> Confidence.UNKNOWN;
      default -> {
        refuse("guideline-citation", path, text, "Confidence is seen, recalled or unknown.");
        yield Confidence.UNKNOWN;
      }
    };
  }

  private Map<String, Object> map(@Nullable Object given, String path, Set<String> keys) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (!(given instanceof Map<?, ?> entries)) {
      String code = path.endsWith("citation") ? "guideline-citation" : "guideline-key";
      refuse(
          code,
          path,
          "",
          "Here must stand: " + String.join(", ", keys.stream().sorted().toList()) + ".");
      return map;
    }
    entries.forEach((key, value) -> {
      String name = String.valueOf(key);
      if (keys.contains(name)) {
        map.put(name, value);
      } else {
        refuse("guideline-key", path, name, unknown("key", name, keys));
      }
    });
    return map;
  }

  private List<?> list(@Nullable Object given, String path) {
    if (given instanceof List<?> list) {
      return list;
    }
    refuse("guideline-key", path, "", "A list is missing.");
    return List.of();
  }

  private String text(Map<String, Object> map, String key, String path) {
    if (map.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    refuse("guideline-key", path.isEmpty() ? key : path + "." + key, "", "A text is missing.");
    return "";
  }

  private int number(Map<String, Object> map, String key, String path) {
    if (map.get(key) instanceof Integer number && number > 0) {
      return number;
    }
    refuse("guideline-key", path.isEmpty() ? key : path + "." + key, "", "A number is missing.");
    return 0;
  }

  private static String unknown(String what, String given, Set<String> known) {
    String nearest =
        known.stream()
            .min(
                Comparator.comparingInt(
                        (String name) -> Edits.distance(given.toLowerCase(Locale.ROOT), name))
                    .thenComparing(Comparator.naturalOrder()))
            .orElse("");
    return "There is no such " + what + "; the nearest is " + nearest + ".";
  }

  private void refuse(String code, String path, String given, String reason) {
    problems.add(new Problem(code, path, given, reason, source));
  }
}
