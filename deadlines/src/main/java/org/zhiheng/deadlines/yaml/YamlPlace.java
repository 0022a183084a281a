package org.zhiheng.deadlines.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// A node of a YAML text. Where something else stands than was asked for, that is noted as a
/// problem and a stand-in is given, so that all problems of a file are found in one pass.
public final class YamlPlace {

  /// What a stand-in date is; no rule is as old.
  private static final LocalDate NO_DATE = LocalDate.of(1, 1, 1);

  /// The People's Republic has no older law, and no rule reaches farther.
  private static final LocalDate DATE_MIN = LocalDate.of(1949, 10, 1);

  private static final LocalDate DATE_MAX = LocalDate.of(2199, 12, 31);

  /// The longest text here has some 200 characters.
  private static final int TEXT_LENGTH_MAX = 500;

  private static final int RANGE_DAYS_MAX = 31;

  /// What stands for nothing in one or another version of YAML.
  private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

  private final YamlReader reader;
  private final Node node;

  YamlPlace(YamlReader reader, Node node) {
    this.reader = reader;
    this.node = node;
    reader.visit(line());
  }

  /// Counted from 1.
  public int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /// Notes a problem here.
  public void refuse(String code, String given, String reason) {
    reader.refuse(code, line(), given, reason);
  }

  /// The entries of a map.
  ///
  /// @param required keys that must stand here
  /// @param optional keys that may
  public YamlMap map(Set<String> required, Set<String> optional) {
    Map<String, YamlPlace> entries = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(required);
    known.addAll(optional);
    if (!(node instanceof MappingNode mapping)) {
      refuse("rule-key", "", "Here must stand: " + listed(required) + ".");
      return new YamlMap(entries, required);
    }
    for (NodeTuple tuple : mapping.getValue()) {
      YamlPlace key = new YamlPlace(reader, tuple.getKeyNode());
      String name = key.text();
      if (entries.containsKey(name)) {
        key.refuse("rule-key", name, "The key stands twice.");
      } else if (known.contains(name)) {
        entries.put(name, new YamlPlace(reader, tuple.getValueNode()));
      } else if (!name.isEmpty()) {
        key.refuse("rule-key", name, nearest("key", name, known));
      }
    }
    for (String name : required) {
      if (!entries.containsKey(name)) {
        refuse("rule-key", "", "The key " + name + " is missing.");
      }
    }
    return new YamlMap(entries, required);
  }

  /// The items of a list.
  public List<YamlPlace> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new YamlPlace(reader, item)).toList();
    }
    refuse("rule-value", "", "A list is missing.");
    return List.of();
  }

  /// Whether a list stands here.
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /// A text that is not blank.
  public String text() {
    if (!(node instanceof ScalarNode scalar)
        || scalar.getValue().isBlank()
        || (scalar.isPlain() && NOTHING.contains(scalar.getValue()))) {
      refuse("rule-value", "", "A text is missing.");
      return "";
    }
    if (scalar.getValue().length() > TEXT_LENGTH_MAX) {
      refuse(
          "rule-value",
          scalar.getValue(),
          "A text has at most " + TEXT_LENGTH_MAX + " characters.");
      return "";
    }
    return scalar.getValue();
  }

  /// A text of this form.
  ///
  /// @param form a pattern that the whole text matches
  /// @param what what is written so, as the refusal says it
  public String text(Pattern form, String what) {
    String text = text();
    if (!text.isEmpty() && !form.matcher(text).matches()) {
      refuse("rule-value", text, what);
    }
    return text;
  }

  /// Whether this day stands in for one that was refused.
  public static boolean standsIn(LocalDate day) {
    return day.equals(NO_DATE);
  }

  /// A whole number.
  public int number() {
    String text = text();
    if (text.matches("-?[0-9]{1,9}")) {
      return Integer.parseInt(text);
    }
    if (text.isEmpty()) {
      return 0;
    }
    refuse("rule-value", text, "A whole number is missing.");
    return 0;
  }

  /// A day.
  public LocalDate date() {
    return date(text());
  }

  /// The days `2026-01-01` or `2026-01-01..2026-01-03`.
  public List<LocalDate> days() {
    String text = text();
    int dots = text.indexOf("..");
    if (dots < 0) {
      return List.of(date(text));
    }
    LocalDate from = date(text.substring(0, dots));
    LocalDate to = date(text.substring(dots + 2));
    if (standsIn(from) || standsIn(to)) {
      return List.of();
    }
    if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= RANGE_DAYS_MAX) {
      refuse("rule-dates", text, "A range of 1 to " + RANGE_DAYS_MAX + " days is missing.");
      return List.of();
    }
    return from.datesUntil(to.plusDays(1)).toList();
  }

  /// One of these names.
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    String text = text();
    E[] all = type.getEnumConstants();
    List<String> names = new ArrayList<>();
    for (E one : all) {
      String name = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(text)) {
        return one;
      }
      names.add(name);
    }
    if (!text.isEmpty()) {
      refuse("rule-value", text, nearest("value", text, names));
    }
    return all[0];
  }

  /// A citation. One that was seen says when.
  public Citation citation() {
    YamlMap map = map(Set.of("instrument", "article", "confidence"), Set.of("address", "read_on"));
    Confidence confidence =
        map.find("confidence").map(one -> one.oneOf(Confidence.class)).orElse(Confidence.UNKNOWN);
    Optional<LocalDate> readOn = map.find("read_on").map(YamlPlace::date);
    if (confidence == Confidence.SEEN && readOn.isEmpty()) {
      if (map.find("confidence").filter(one -> one.text().equals("seen")).isPresent()) {
        refuse("rule-citation", "seen", "A text that was seen needs the day it was read.");
      }
      confidence = Confidence.UNKNOWN;
    }
    String instrument = map.find("instrument").map(YamlPlace::text).orElse("");
    return new Citation(
        instrument.isEmpty() ? "?" : instrument,
        map.find("article").map(YamlPlace::text).orElse(""),
        map.find("address").map(YamlPlace::text).orElse(""),
        readOn,
        confidence);
  }

  private LocalDate date(String text) {
    LocalDate date;
    try {
      date = LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      if (!text.isEmpty()) {
        refuse("rule-dates", text, "A date is written 2026-11-22.");
      }
      return NO_DATE;
    }
    if (date.isBefore(DATE_MIN) || date.isAfter(DATE_MAX)) {
      refuse("rule-dates", text, "A date lies between " + DATE_MIN + " and " + DATE_MAX + ".");
      return NO_DATE;
    }
    return date;
  }

  /// `There is no such key; the nearest is …`
  public static String nearest(String what, String given, Collection<String> known) {
    String start = given.length() > TEXT_LENGTH_MAX ? given.substring(0, TEXT_LENGTH_MAX) : given;
    String nearest =
        known.stream()
            .min(
                Comparator.comparingInt((String name) -> distance(start, name))
                    .thenComparing(Comparator.naturalOrder()))
            .orElse("");
    return "There is no such " + what + "; the nearest is " + nearest + ".";
  }

  private static String listed(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  /// Levenshtein's distance, by rows.
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int above = row[j];
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[right.length()];
  }
}
