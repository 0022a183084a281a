package org.zhiheng.jobs.examine;

import java.util.Optional;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.values.Digest;

/// What an examination rests on: made again on the same basis, its list is the same.
///
/// @param indexVersion of the organisation's marks in the index
/// @param marks how many there are
/// @param order by which rule the list is ordered
/// @param goods the goods table's edition, if one is imported
/// @param guideline version of the rules
/// @param figures what the picture was compared with; empty when no picture was asked about
public record Basis(
    String indexVersion,
    long marks,
    OrderRule order,
    Optional<GoodsBasis> goods,
    String guideline,
    Optional<FigureBasis> figures) {

  /// The goods table that was used.
  ///
  /// @param name its edition
  /// @param digest of what was imported
  public record GoodsBasis(String name, Digest digest) {}

  /// The figures that were compared with.
  ///
  /// @param count how many
  /// @param digest over each one's right and features, in the order of rights: the same digest, the
  ///   same figures
  public record FigureBasis(long count, Digest digest) {}
}
