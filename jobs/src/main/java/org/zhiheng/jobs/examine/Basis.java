package org.zhiheng.jobs.examine;

import java.util.List;
import java.util.Optional;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Digest;

/// What an examination rests on: made again on the same basis, its list is the same.
///
/// @param indexVersion of the organisation's marks in the index
/// @param marks how many there are
/// @param order by which rule the list is ordered
/// @param goods the goods table's edition, if one is imported
/// @param guideline version of the rules
/// @param figures what the picture was compared with; empty when no picture was asked about
/// @param model the text model that gave scores of meaning; empty when no hit needed it
public record Basis(
    String indexVersion,
    long marks,
    OrderRule order,
    Optional<GoodsBasis> goods,
    String guideline,
    Optional<FigureBasis> figures,
    Optional<ModelBasis> model) {

  /// The goods table that was used.
  ///
  /// @param name its edition
  /// @param digest of what was imported
  public record GoodsBasis(String name, Digest digest) {}

  /// The text model that was used.
  ///
  /// @param name its name
  /// @param hash of the model and of what it reads with
  public record ModelBasis(String name, Digest hash) {

    /// The model that these scores name in their evidence; there is never more than one.
    static Optional<ModelBasis> of(List<Scores> compared) {
      return compared.stream()
          .flatMap(scores -> scores.of(Aspect.MEANING).stream())
          .flatMap(score -> score.evidence().stream())
          .filter(Evidence.PlacedByModel.class::isInstance)
          .map(Evidence.PlacedByModel.class::cast)
          .findFirst()
          .map(placed -> new ModelBasis(placed.model(), new Digest(placed.modelHash())));
    }
  }

  /// The figures that were compared with.
  ///
  /// @param count how many
  /// @param digest over each one's right and features, in the order of rights: the same digest, the
  ///   same figures
  public record FigureBasis(long count, Digest digest) {}
}
