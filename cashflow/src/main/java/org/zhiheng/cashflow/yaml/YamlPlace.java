package org.zhiheng.cashflow.yaml;

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
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.zhiheng.values.Parsed;

/// A node of a YAML text. Where something else stands than was asked for, that is noted as a
/// problem and a stand-in is given, so that all problems of a file are found in one pass.
public final class YamlPlace {

  /// What a stand-in date is: no deal is as old.
  private static final LocalDate NO_DATE = LocalDate.of(1900, 1, 1);

  private final YamlReader reader;
  private final Node node;

  YamlPlace(YamlReader reader, Node node) {
    this.reader = reader;
    this.node = node;
  }

  /// Counted from 1.
  public int line() {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  /// Counted from 1.
  public int column() {
    return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }

  /// Notes a problem here.
  public void refuse(String code, String given, String reason) {
    reader.refuse(code, line(), column(), given, reason);
  }

  /// Notes a problem so many characters into the text here.
  public void refuse(String code, int into, String given, String reason) {
    reader.refuse(code, line(), column() + into, given, reason);
  }

  /// Whether anything of this file was refused so far.
  public boolean anyRefused() {
    return reader.refused();
  }

  /// Whether a map stands here.
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /// Whether a list stands here.
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /// Whether nothing stands here: `key:` or `null`.
  public boolean isNothing() {
    return node instanceof ScalarNode scalar
        && (node.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
  }

  /// Whether a number stands here, rather than a text in quotes.
  public boolean isNumber() {
    return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
  }

  /// The entries of a map whose keys are known.
  ///
  /// @param required keys that must stand here
  /// @param optional keys that may
  public YamlMap map(Set<String> required, Set<String> optional) {
    Map<String, YamlPlace> entries = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(required);
    known.addAll(optional);
    if (!(node instanceof MappingNode mapping)) {
      refuse("deal-key", given(), "Here must stand: " + listed(known) + ".");
      return new YamlMap(this, entries, required);
    }
    for (NodeTuple tuple : mapping.getValue()) {
      YamlPlace key = new YamlPlace(reader, tuple.getKeyNode());
      String name = key.text();
      if (known.contains(name)) {
        entries.put(name, new YamlPlace(reader, tuple.getValueNode()));
      } else {
        key.refuse("deal-key", name, nearest("key", name, known));
      }
    }
    for (String name : required.stream().sorted().toList()) {
      if (!entries.containsKey(name)) {
        refuse("deal-key", "", "The key " + name + " is missing.");
      }
    }
    return new YamlMap(this, entries, required);
  }

  /// The entries of a map whose keys are names that the file gives.
  public YamlMap names() {
    Map<String, YamlPlace> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        entries.put(
            new YamlPlace(reader, tuple.getKeyNode()).text(),
            new YamlPlace(reader, tuple.getValueNode()));
      }
    } else if (!isNothing()) {
      refuse("deal-value", given(), "Names with their values are missing.");
    }
    return new YamlMap(this, entries, Set.of());
  }

  /// The items of a list.
  public List<YamlPlace> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(item -> new YamlPlace(reader, item)).toList();
    }
    refuse("deal-value", given(), "A list is missing.");
    return List.of();
  }

  /// The items of a list, or the one thing that stands here.
  public List<YamlPlace> oneOrMore() {
    return isList() ? list() : List.of(this);
  }

  /// A text that is not blank.
  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    refuse("deal-value", "", "A text is missing.");
    return "";
  }

  /// A whole number in a range.
  public int number(int least, int most) {
    String text = text();
    if (text.matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    refuse("deal-value", text, "A whole number from " + least + " to " + most + " is missing.");
    return least;
  }

  /// A day.
  public LocalDate date() {
    String text = text();
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2200) {
        return date;
      }
    } catch (DateTimeException _) {
      // said below
    }
    refuse("deal-value", text, "A date is written 2026-11-22, from 1900 to 2200.");
    return NO_DATE;
  }

  /// `true`, `yes`, `false` or `no`.
  public boolean yes() {
    String text = text();
    return switch (text) {
      case "true", "yes", "是" -> true;
      case "false", "no", "否" -> false;
      default -> {
        refuse("deal-value", text, "It is yes or no.");
        yield false;
      }
    };
  }

  /// What the text parses to; a refusal is noted here.
  public <T> T parsed(Parsed<T> parsed, T otherwise) {
    parsed
        .refusal()
        .ifPresent(problem -> refuse(problem.code(), problem.given(), problem.reason()));
    return parsed.found().orElse(otherwise);
  }

  /// One of these names.
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    String text = text();
    E[] all = type.getEnumConstants();
    List<String> names = new ArrayList<>();
    for (E one : all) {
      String name = word(one);
      if (name.equals(text)) {
        return one;
      }
      names.add(name);
    }
    refuse("deal-value", text, nearest("value", text, names));
    return all[0];
  }

  /// `FLOOR_EACH_PRODUCT` as files write it: `floor-each-product`.
  public static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// `There is no such key; the nearest is …`
  public static String nearest(String what, String given, Collection<String> known) {
    if (known.isEmpty()) {
      return "There is no such " + what + ".";
    }
    String nearest =
        known.stream()
            .min(
                Comparator.comparingInt((String name) -> distance(given, name))
                    .thenComparing(Comparator.naturalOrder()))
            .orElse("");
    return "There is no such " + what + "; the nearest is " + nearest + ".";
  }

  /// Levenshtein's distance, by rows; texts are cut at 200 characters.
  public static int distance(String from, String to) {
    String left = from.length() > 200 ? from.substring(0, 200) : from;
    String right = to.length() > 200 ? to.substring(0, 200) : to;
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

  private String given() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static String listed(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }
}
