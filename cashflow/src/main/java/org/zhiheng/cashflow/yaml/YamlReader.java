package org.zhiheng.cashflow.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Reads one YAML or JSON text to a value and gathers all that is wrong with it.
///
/// Codes, unless a kind of file has its own: `deal-yaml` for what is no YAML, `deal-limit` for what
/// is too long, `deal-key` and `deal-value` for what should not stand where it stands; readers add
/// codes of their own.
public final class YamlReader {

  /// Characters of one file: a pool of 100,000 assets as rows fits, a bomb does not.
  public static final int LENGTH_MAX = 32_000_000;

  /// Deeper files are refused: a deal of AbsBox is some 15 deep.
  static final int DEPTH_MAX = 64;

  /// Problems that are kept: a person mends the first ones and asks again.
  public static final int PROBLEMS_MAX = 200;

  private final Codes codes;
  private final String source;
  private final List<Problem> problems = new ArrayList<>();

  private YamlReader(Codes codes, String source) {
    this.codes = codes;
    this.source = source;
  }

  /// What a kind of file calls the problems that any file may have.
  ///
  /// @param yaml it is no YAML
  /// @param limit it is too long, or has too many of something
  /// @param key a key is unknown or missing
  /// @param value something else stands there than was asked for
  public record Codes(String yaml, String limit, String key, String value) {

    /// Of deals and what belongs to them.
    static final Codes DEAL = new Codes("deal-yaml", "deal-limit", "deal-key", "deal-value");

    /// The same problem by its own name.
    private String of(String code) {
      return switch (code) {
        case "deal-yaml" -> yaml;
        case "deal-limit" -> limit;
        case "deal-key" -> key;
        case "deal-value" -> value;
        default -> code;
      };
    }
  }

  /// Reads a text.
  ///
  /// @param source the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong, each with its line and column
  public static <T> T read(String source, String text, Function<YamlPlace, T> reading) {
    return read(Codes.DEAL, source, text, reading);
  }

  /// Reads a text whose problems have codes of their own.
  ///
  /// @throws ProblemsException as the other
  public static <T> T read(
      Codes codes, String source, String text, Function<YamlPlace, T> reading) {
    if (text.length() > LENGTH_MAX) {
      throw new ProblemsException(
          new Problem(
              codes.limit(),
              "",
              Integer.toString(text.length()),
              "A file has at most " + LENGTH_MAX + " characters.",
              source));
    }
    YamlReader reader = new YamlReader(codes, source);
    Optional<Node> root;
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(source)
              .setAllowDuplicateKeys(false)
              .setCodePointLimit(LENGTH_MAX)
              .setMaxAliasesForCollections(0)
              .build();
      root =
          new Composer(settings, new ShallowParser(codes, source, settings, text)).getSingleNode();
    } catch (MarkedYamlEngineException broken) {
      String where =
          broken
              .getProblemMark()
              .map(mark -> place(mark.getLine() + 1, mark.getColumn() + 1))
              .orElse("");
      throw new ProblemsException(
          new Problem(codes.yaml(), where, "", "It is no YAML: " + broken.getProblem(), source));
    } catch (YamlEngineException | IllegalArgumentException broken) {
      // the library throws the latter for an escape without digits or beyond Unicode
      throw new ProblemsException(
          new Problem(codes.yaml(), "", "", "It is no YAML: " + broken.getMessage(), source));
    }
    if (root.isEmpty()) {
      throw new ProblemsException(
          new Problem(codes.yaml(), place(1, 1), "", "The file is empty.", source));
    }
    T value = reading.apply(new YamlPlace(reader, root.get()));
    if (!reader.problems.isEmpty()) {
      throw new ProblemsException(reader.problems);
    }
    return value;
  }

  /// Whether anything was refused so far.
  boolean refused() {
    return !problems.isEmpty();
  }

  void refuse(String code, int line, int column, String given, String reason) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new Problem(codes.of(code), place(line, column), given, reason, source));
    }
  }

  /// `line 3, column 5`
  private static String place(int line, int column) {
    return "line " + line + ", column " + column;
  }
}
