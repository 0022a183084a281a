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
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Reads one YAML text to a value and gathers all that is wrong with it. Codes: `rule-yaml`,
/// `rule-key`, `rule-value`, `rule-citation`, `rule-dates`.
public final class YamlReader {

  private final String source;
  private final List<Problem> problems = new ArrayList<>();

  private YamlReader(String source) {
    this.source = source;
  }

  /// Reads a text.
  ///
  /// @param source the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong, each with its line
  public static <T> T read(String source, String yaml, Function<YamlPlace, T> reading) {
    YamlReader reader = new YamlReader(source);
    Optional<Node> root;
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(source).setAllowDuplicateKeys(false).build();
      root = new Compose(settings).composeString(yaml);
    } catch (YamlEngineException broken) {
      throw new ProblemsException(
          new Problem("rule-yaml", "", "", "It is no YAML: " + broken.getMessage(), source));
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
  }
}
