package org.zhiheng.jobs.finance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

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
    List<String> lines = lines();
    Map<PledgeGround, Said> said = new TreeMap<>();
    for (PledgeGround ground : PledgeGround.values()) {
      List<String> cells = new ArrayList<>();
      for (String line : lines) {
        if (line.startsWith(ground.code() + "\t")) {
          cells.addAll(List.of(line.split("\t", -1)));
        }
      }
      if (cells.size() != CELLS) {
        throw new IllegalArgumentException(
            FILE + " has " + cells.size() + " cells for " + ground.code() + ", not " + CELLS);
      }
      said.put(
          ground,
          new Said(
              cells.get(5),
              cells.get(6),
              citation(cells.get(1), cells.get(2), cells.get(3), cells.get(4))));
    }
    return new GroundLaw(said);
  }

  /// The ground in words.
  public Said of(PledgeGround ground) {
    return Optional.ofNullable(said.get(ground)).orElseThrow();
  }

  private static List<String> lines() {
    try (InputStream in = GroundLaw.class.getResourceAsStream(FILE)) {
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
    List<String> words = List.of(checked.split(" "));
    return new Citation(
        instrument,
        article,
        address,
        words.size() > 1 ? Optional.of(LocalDate.parse(words.get(1))) : Optional.empty(),
        Confidence.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
  }
}
