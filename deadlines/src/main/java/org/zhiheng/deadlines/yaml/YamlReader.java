package org.zhiheng.deadlines.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.WholeSigns;

/// Reads one YAML text to a value and gathers all that is wrong with it. Codes: `rule-yaml`,
/// `rule-key`, `rule-value`, `rule-citation`, `rule-dates`.
public final class YamlReader {

  /// The largest file here has some 12,000 characters.
  public static final int LENGTH_MAX = 500_000;

  /// Files of rules are six deep; deeper ones would only use up the stack.
  static final int DEPTH_MAX = 20;

  /// More are asked for only where references are used to blow a text up.
  private static final int PLACES_MAX = 100_000;

  /// More help nobody.
  private static final int PROBLEMS_MAX = 100;

  private final String source;
  private final List<Problem> problems = new ArrayList<>();
  private int places;

  private YamlReader(String source) {
    this.source = source;
  }

  /// Reads a text.
  ///
  /// @param source the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong, each with its line
  public static <T> T read(String source, String yaml, Function<YamlPlace, T> reading) {
    YamlReader reader = new YamlReader(source);
    if (yaml.length() > LENGTH_MAX) {
      throw new ProblemsException(
          new Problem(
              "rule-yaml",
              "",
              yaml.length() + " characters",
              "A file has at most " + LENGTH_MAX + " characters.",
              source));
    }
    Optional<Node> root;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(source).build();
      reader.refuseDeep(settings, yaml);
      root = new Compose(settings).composeReader(new WholeSigns(yaml));
    } catch (MarkedYamlEngineException broken) {
      throw new ProblemsException(
          new Problem(
              "rule-yaml",
              "line " + (broken.getProblemMark().map(Mark::getLine).orElse(0) + 1),
              "",
              "It is no YAML: " + broken.getProblem() + ".",
              source));
    } catch (YamlEngineException | IllegalArgumentException broken) {
      // the library throws the latter for an escape without digits or beyond Unicode
      String message = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
      throw new ProblemsException(
          new Problem("rule-yaml", "", "", "It is no YAML: " + message, source));
    }
    if (root.isEmpty()) {
      throw new ProblemsException(
          new Problem("rule-yaml", "line 1", "", "The file is empty.", source));
    }
    T value = reading.apply(new YamlPlace(reader, root.get()));
    if (!reader.problems.isEmpty()) {
      throw new ProblemsException(reader.problems);
    }
    return value;
  }

  /// The text of a resource beside a class.
  ///
  /// @throws IllegalStateException when the product lacks it
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the product lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void refuse(String code, int line, String given, String reason) {
    problems.add(new Problem(code, "line " + line, given, reason, source));
    if (problems.size() >= PROBLEMS_MAX) {
      throw new ProblemsException(problems);
    }
  }

  /// Counts a place that is asked for.
  void visit(int line) {
    places++;
    if (places > PLACES_MAX) {
      problems.add(
          new Problem(
              "rule-yaml",
              "line " + line,
              "",
              "A file has at most " + PLACES_MAX + " entries, references resolved.",
              source));
      throw new ProblemsException(problems);
    }
  }

  private void refuseDeep(LoadSettings settings, String yaml) {
    int depth = 0;
    for (Event event : new Parse(settings).parseReader(new WholeSigns(yaml))) {
      depth +=
          switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            case Alias, Comment, DocumentEnd, DocumentStart, Scalar, StreamEnd, StreamStart -> 0;
          };
      if (depth > DEPTH_MAX) {
        throw new ProblemsException(
            new Problem(
                "rule-yaml",
                "line " + (event.getStartMark().map(Mark::getLine).orElse(0) + 1),
                "",
                "A file is at most " + DEPTH_MAX + " levels deep.",
                source));
      }
    }
  }
}
