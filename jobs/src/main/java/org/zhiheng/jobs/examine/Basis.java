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
/// @param figures how many figures there are to compare with
public record Basis(
    String indexVersion,
    long marks,
    OrderRule order,
    Optional<GoodsBasis> goods,
    String guideline,
    long figures) {

  /// The goods table that was used.
  ///
  /// @param name its edition
  /// @param digest of what was imported
  public record GoodsBasis(String name, Digest digest) {}
}
