package org.zhiheng.jobs.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.cited.CitedFile;

/// Claims and published figures, as the files that come with the program tell them.
///
/// @param claims in their order
/// @param figures as published
public record Claims(List<Claim> claims, List<Figure> figures) {

  private static final int CLAIM_CELLS = 9;
  private static final int FIGURE_CELLS = 11;

  /// Copies the lists.
  public Claims {
    claims = List.copyOf(claims);
    figures = List.copyOf(figures);
  }

  /// How far something was checked.
  public enum Checked {
    /// 已见原文
    SEEN,
    /// 二手来源
    SECONDARY,
    /// 凭记忆
    RECALLED,
    /// 未知: looked for and not found, or in dispute.
    UNKNOWN;

    /// `secondary`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Words in both languages.
  public record Said(String zh, String en) {}

  /// A claim of the article.
  ///
  /// @param claim as it was made
  /// @param found what was found
  /// @param source where
  /// @param address may be empty
  /// @param place the page of the product that shows it
  public record Claim(
      String code,
      Said claim,
      Said found,
      String source,
      String address,
      Checked checked,
      String place) {}

  /// A figure as published.
  ///
  /// @param region its code
  /// @param definition what the region is, by the source
  /// @param asOf the day it counts for
  /// @param change per cent against the year before, where it was told
  /// @param warning why it is not to be divided by another, in one word: `region-in-doubt`,
  ///   `other-date`
  public record Figure(
      String code,
      String region,
      Said definition,
      LocalDate asOf,
      long value,
      String unit,
      Optional<String> change,
      String source,
      String address,
      String warning) {}

  /// Reads the files.
  ///
  /// @throws IllegalArgumentException when a line has a cell too few or too many
  public static Claims load() {
    return new Claims(
        CitedFile.lines(Claims.class, "claims.tsv", CLAIM_CELLS).stream()
            .map(Claims::claim)
            .toList(),
        CitedFile.lines(Claims.class, "published-figures.tsv", FIGURE_CELLS).stream()
            .map(Claims::figure)
            .toList());
  }

  private static Claim claim(List<String> cells) {
    return new Claim(
        cells.get(0),
        new Said(cells.get(1), cells.get(2)),
        new Said(cells.get(3), cells.get(4)),
        cells.get(5),
        cells.get(6),
        Checked.valueOf(cells.get(7).toUpperCase(Locale.ROOT)),
        cells.get(8));
  }

  private static Figure figure(List<String> cells) {
    return new Figure(
        cells.get(0),
        cells.get(1),
        new Said(cells.get(2), cells.get(3)),
        LocalDate.parse(cells.get(4)),
        Long.parseLong(cells.get(5)),
        cells.get(6),
        cells.get(7).isEmpty() ? Optional.empty() : Optional.of(cells.get(7)),
        cells.get(8),
        cells.get(9),
        cells.get(10));
  }
}
