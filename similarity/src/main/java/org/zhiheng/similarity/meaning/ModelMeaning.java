package org.zhiheng.similarity.meaning;

import java.util.List;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;

/// What a model's cosine of two Chinese names is worth: a hint, and never the finding that they
/// mean the same.
///
/// Measured with bge-small-zh-v1.5 (`bench quality-meaning`): of 32 pairs of words that mean the
/// same and share no character half lie at .57 or above, but so do half of 12 pairs of opposites;
/// names of shops that have nothing in common lie at .33, 95 of 100 of them below .44. Where names
/// share a character the model sees likeness in the character alone: 95 of 100 such pairs of shops
/// lie below .70. Therefore two scales, both beginning where chance ends, and an end below what a
/// rule of the guideline asks for.
public final class ModelMeaning {

  /// Name and version of the scales below.
  public static final String MAPPING = "above-chance/1";

  /// No cosine is worth more: opposites lie as close as synonyms, so that a person decides.
  public static final double LIKENESS_MAX = 0.75;

  /// Where names without a character in common leave chance, and where they are worth most.
  private static final double APART_CHANCE = 0.44;

  private static final double APART_FULL = 0.75;

  /// The same of names that share a character.
  private static final double SHARED_CHANCE = 0.70;

  private static final double SHARED_FULL = 0.85;

  private ModelMeaning() {}

  /// The score of what a model said.
  static Score score(String left, String right, Senses.Sensed.Placed placed) {
    double likeness = likeness(left, right, placed.cosine());
    return new Score(
        likeness,
        List.of(
            new Evidence.PlacedByModel(
                left,
                right,
                placed.model(),
                placed.modelHash(),
                placed.cosine(),
                MAPPING,
                likeness)));
  }

  /// The likeness that a cosine of these two texts stands for, 0..[#LIKENESS_MAX].
  public static double likeness(String left, String right, double cosine) {
    boolean shared = left.codePoints().anyMatch(one -> right.indexOf(one) >= 0);
    double chance = shared ? SHARED_CHANCE : APART_CHANCE;
    double full = shared ? SHARED_FULL : APART_FULL;
    return LIKENESS_MAX * Math.clamp((cosine - chance) / (full - chance), 0.0, 1.0);
  }
}
