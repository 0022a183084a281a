package org.zhiheng.valuation.indicator;

import java.util.List;
import java.util.Optional;
import org.zhiheng.valuation.input.Source;

/// An indicator with its range of scores, 0..100, and what that rests on.
///
/// @param id the indicator
/// @param zh its name in Chinese
/// @param en its name in English
/// @param share of the whole that it weighs, 0..1
/// @param low the least it may come to
/// @param high the most it may come to
/// @param known share of its weight that rests on something, 0..1
/// @param evidence of a leaf: the facts that are known
/// @param missing of a leaf: the names of facts that would narrow it
/// @param judgement of a leaf: the person's, which then counts alone
/// @param parts what it is made of
public record Scored(
    String id,
    String zh,
    String en,
    double share,
    double low,
    double high,
    double known,
    List<Evidence> evidence,
    List<String> missing,
    Optional<Judgement> judgement,
    List<Scored> parts) {

  /// A fact and what it says.
  ///
  /// @param fact its name
  /// @param figure what it is
  /// @param low the least score it speaks for
  /// @param high the most score it speaks for
  /// @param source where it comes from
  public record Evidence(String fact, double figure, double low, double high, Source source) {}

  /// @throws IllegalArgumentException when the range is upside down
  public Scored {
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
    parts = List.copyOf(parts);
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must not exceed high: " + low + ", " + high);
    }
  }
}
