package org.zhiheng.jobs.finance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.cited.CitedFile;
import org.zhiheng.values.Citation;

/// What each ground is called and where it stands: data with sources, none of it in code.
///
/// Its file is text with seven cells a line between tabs, as its head says; a ground that is
/// missing or a cell too few refuses the whole.
public final class GroundLaw {

  private static final String FILE = "pledge-grounds-cn.tsv";
  private static final int CELLS = 7;

  private final Map<PledgeGround, Said> said;

  private GroundLaw(Map<PledgeGround, Said> said) {
    this.said = Map.copyOf(said);
  }

  /// A ground in words.
  ///
  /// @param zh in Chinese
  /// @param en in English
  /// @param citation where it stands
  public record Said(String zh, String en, Citation citation) {}

  /// Reads the file that comes with the program.
  public static GroundLaw load() {
    Map<PledgeGround, Said> said = new TreeMap<>();
    List<List<String>> lines = CitedFile.lines(GroundLaw.class, FILE, CELLS);
    for (PledgeGround ground : PledgeGround.values()) {
      List<List<String>> its =
          lines.stream().filter(cells -> cells.getFirst().equals(ground.code())).toList();
      if (its.size() != 1) {
        throw new IllegalArgumentException(
            FILE + " has " + its.size() + " lines for " + ground.code() + ", not 1");
      }
      List<String> cells = its.getFirst();
      said.put(
          ground,
          new Said(
              cells.get(5),
              cells.get(6),
              CitedFile.citation(cells.get(1), cells.get(2), cells.get(3), cells.get(4))));
    }
    return new GroundLaw(said);
  }

  /// The ground in words.
  public Said of(PledgeGround ground) {
    return Optional.ofNullable(said.get(ground)).orElseThrow();
  }
}
