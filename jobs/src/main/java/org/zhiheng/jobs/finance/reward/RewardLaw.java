package org.zhiheng.jobs.finance.reward;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// The figures of the law on inventors' reward, as data with sources.
public final class RewardLaw {

  private static final String FILE = "inventor-reward-cn.tsv";
  private static final int CELLS = 7;

  private final Map<String, Rule> rules;

  private RewardLaw(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /// One figure.
  ///
  /// @param code by which it is called
  /// @param value yuan, months or per cent; none where it is unknown
  /// @param citation where it stands
  /// @param says in words
  public record Rule(String code, Optional<BigDecimal> value, Citation citation, String says) {}

  /// Reads the file that comes with the program.
  ///
  /// @throws IllegalArgumentException when a line has not seven cells
  public static RewardLaw load() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (String line : lines()) {
      List<String> cells = List.of(line.split("\t", -1));
      if (cells.size() != CELLS) {
        throw new IllegalArgumentException(FILE + " has not " + CELLS + " cells: " + line);
      }
      rules.put(
          cells.getFirst(),
          new Rule(
              cells.getFirst(),
              cells.get(1).equals("unknown")
                  ? Optional.empty()
                  : Optional.of(new BigDecimal(cells.get(1))),
              citation(cells.get(2), cells.get(3), cells.get(4), cells.get(5)),
              cells.get(6)));
    }
    return new RewardLaw(rules);
  }

  /// A figure.
  ///
  /// @throws java.util.NoSuchElementException when the file has none of this code
  public Rule of(String code) {
    return Optional.ofNullable(rules.get(code)).orElseThrow();
  }

  BigDecimal value(String code) {
    return of(code).value().orElseThrow();
  }

  private static List<String> lines() {
    try (InputStream in = RewardLaw.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + FILE, unreadable);
    }
  }

  private static Citation citation(
      String instrument, String article, String address, String checked) {
    List<String> words = List.of(checked.split(" ", -1));
    return new Citation(
        instrument,
        article,
        address,
        words.size() > 1 ? Optional.of(LocalDate.parse(words.get(1))) : Optional.empty(),
        Confidence.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
  }
}
