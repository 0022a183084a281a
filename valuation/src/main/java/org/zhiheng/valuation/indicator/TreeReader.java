package org.zhiheng.valuation.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.WholeSigns;

/// Reads a tree strictly: whatever is not expected is refused, with its line. All problems have the
/// code `indicator-tree`.
final class TreeReader {

  /// A tree of ten thousand is no tree of indicators.
  private static final int INDICATORS_MAX = 1_000;

  private static final int DEPTH_MAX = 10;
  private static final int LENGTH_MAX = 1_000_000;

  /// Brackets of YAML: each level of the tree has two, a scale in it three.
  private static final int NESTING_MAX = 2 * DEPTH_MAX + 10;

  private final String source;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private List<String> scenes = List.of();

  private TreeReader(String source) {
    this.source = source;
  }

  static IndicatorTree read(String source, String yaml) {
    TreeReader reader = new TreeReader(source);
    if (yaml.length() > LENGTH_MAX) {
      throw new ProblemsException(
          reader.problem(
              "line 1", yaml.length() + "", "A tree has at most " + LENGTH_MAX + " characters."));
    }
    Optional<Node> root;
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(source).setAllowDuplicateKeys(false).build();
      reader.refuseDeep(settings, yaml);
      root = new Compose(settings).composeReader(new WholeSigns(yaml));
    } catch (YamlEngineException | IllegalArgumentException broken) {
      // the library throws the latter for an escape without digits or beyond Unicode
      throw new ProblemsException(reader.problem("", "", "It is no YAML: " + broken.getMessage()));
    }
    if (root.isEmpty()) {
      throw new ProblemsException(reader.problem("line 1", "", "The file is empty."));
    }
    IndicatorTree tree = reader.tree(root.get());
    if (!reader.problems.isEmpty()) {
      throw new ProblemsException(reader.problems);
    }
    return tree;
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
        String line = "line " + (event.getStartMark().map(Mark::getLine).orElse(0) + 1);
        throw new ProblemsException(
            problem(line, "", "A file is at most " + NESTING_MAX + " levels deep."));
      }
    }
  }

  /// The text of a resource beside this class.
  static String resource(String name) {
    try (InputStream in = TreeReader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the product lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private IndicatorTree tree(Node root) {
    Map<String, Node> fields =
        fields(root, Set.of("version", "weights-by", "scenes", "tree"), Set.of());
    List<String> read = new ArrayList<>();
    list(fields.get("scenes")).forEach(scene -> read.add(text(scene)));
    scenes = read;
    return new IndicatorTree(
        text(fields.get("version")),
        text(fields.get("weights-by")),
        scenes,
        indicators(fields.get("tree"), 1));
  }

  private List<Indicator> indicators(@Nullable Node node, int depth) {
    List<Indicator> indicators = new ArrayList<>();
    for (Node each : list(node)) {
      if (depth > DEPTH_MAX || ids.size() >= INDICATORS_MAX) {
        refuse(
            each,
            "",
            "A tree has at most " + INDICATORS_MAX + " indicators on " + DEPTH_MAX + " levels.");
        return indicators;
      }
      indicators.add(indicator(each, depth));
    }
    return indicators;
  }

  private Indicator indicator(Node node, int depth) {
    Map<String, Node> fields =
        fields(node, Set.of("id", "zh", "en"), Set.of("weight", "weights", "parts", "facts"));
    String id = text(fields.get("id"));
    if (!ids.add(id)) {
      refuse(node, id, "An id stands once in a tree.");
    }
    if (fields.containsKey("parts") && fields.containsKey("facts")) {
      refuse(node, id, "An indicator has parts or facts, not both.");
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    pairs(fields.get("weights"))
        .forEach((scene, weight) -> {
          if (!scenes.contains(scene)) {
            refuse(weight, scene, "A scene is one of " + scenes + ".");
          }
          weights.put(scene, weight(weight));
        });
    Map<String, Scale> scales = new LinkedHashMap<>();
    pairs(fields.get("facts"))
        .forEach((fact, points) -> scale(points).ifPresent(scale -> scales.put(fact, scale)));
    Node weight = fields.get("weight");
    return new Indicator(
        id,
        text(fields.get("zh")),
        text(fields.get("en")),
        weight == null ? 1 : weight(weight),
        weights,
        fields.containsKey("parts") ? indicators(fields.get("parts"), depth + 1) : List.of(),
        scales);
  }

  private Optional<Scale> scale(Node node) {
    List<Scale.Point> points = new ArrayList<>();
    try {
      for (Node each : list(node)) {
        List<Node> numbers = list(each);
        if (numbers.size() != 3) {
          refuse(each, numbers.size() + " numbers", "A point is [figure, low, high].");
          return Optional.empty();
        }
        points.add(
            new Scale.Point(
                number(numbers.get(0)), number(numbers.get(1)), number(numbers.get(2))));
      }
      return Optional.of(new Scale(points));
    } catch (IllegalArgumentException refused) {
      refuse(node, "", "A score cannot be so: " + refused.getMessage() + ".");
      return Optional.empty();
    }
  }

  private double weight(Node node) {
    double weight = number(node);
    if (!(weight >= 0 && weight <= 1e6)) {
      refuse(node, weight + "", "A weight is 0 to 1,000,000.");
    }
    return weight;
  }

  private double number(Node node) {
    String text = text(node);
    if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
      return Double.parseDouble(text);
    }
    refuse(node, text, "A number is expected.");
    return 0;
  }

  private String text(@Nullable Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    // a key that is not there was refused already
    if (node != null) {
      refuse(node, "", "A text or a number is expected.");
    }
    return "";
  }

  private List<Node> list(@Nullable Node node) {
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return sequence.getValue();
    }
    if (node != null) {
      refuse(node, "", "A list of one or more is expected.");
    }
    return List.of();
  }

  private Map<String, Node> fields(Node node, Set<String> asked, Set<String> allowed) {
    Map<String, Node> fields = pairs(node);
    asked.stream()
        .sorted()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> refuse(node, key, "This key is missing."));
    fields.forEach((key, value) -> {
      if (!asked.contains(key) && !allowed.contains(key)) {
        refuse(value, key, "No such key is known here.");
      }
    });
    return fields;
  }

  private Map<String, Node> pairs(@Nullable Node node) {
    Map<String, Node> pairs = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        pairs.put(text(tuple.getKeyNode()), tuple.getValueNode());
      }
    } else if (node != null) {
      refuse(node, "", "Keys with values are expected.");
    }
    return pairs;
  }

  private void refuse(Node at, String given, String reason) {
    String line = at.getStartMark().map(mark -> "line " + (mark.getLine() + 1)).orElse("");
    problems.add(problem(line, given, reason));
  }

  private Problem problem(String path, String given, String reason) {
    return new Problem("indicator-tree", path, given, reason, source);
  }
}
