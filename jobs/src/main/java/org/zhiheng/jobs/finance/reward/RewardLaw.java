package org.zhiheng.jobs.finance.reward;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.cited.CitedFile;
import org.zhiheng.values.Citation;

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
    for (List<String> cells : CitedFile.lines(RewardLaw.class, FILE, CELLS)) {
      rules.put(
          cells.getFirst(),
          new Rule(
              cells.getFirst(),
              cells.get(1).equals("unknown")
                  ? Optional.empty()
                  : Optional.of(new BigDecimal(cells.get(1))),
              CitedFile.citation(cells.get(2), cells.get(3), cells.get(4), cells.get(5)),
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
}
