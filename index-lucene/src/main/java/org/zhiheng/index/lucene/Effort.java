package org.zhiheng.index.lucene;

import org.zhiheng.similarity.candidate.CandidateQuery;

/// How much a search looks at: what is found against how long it takes.
///
/// @param walked about how many entries of lists are gone through, the rarest lists first
/// @param glanced about how many marks are compared at a glance
/// @param rated how many are rated by the engine; at least three times as many as are asked for
public record Effort(int walked, int glanced, int rated) {

  /// What examinations are made with.
  public static final Effort USUAL = new Effort(16_000, 800, 60);

  /// Several times as fast; a mark that differs in two letters is missed more often.
  public static final Effort BRISK = new Effort(4_000, 250, 24);

  /// More takes as long as a scan.
  private static final int MOST = 100_000_000;

  /// Lists hold marks of all goods, of which a search for some passes most.
  private static final int WITHIN_GOODS = 4;

  /// @throws IllegalArgumentException when one is below 1 or above 100 million
  public Effort {
    if (Math.min(walked, Math.min(glanced, rated)) < 1
        || Math.max(walked, Math.max(glanced, rated)) > MOST) {
      throw new IllegalArgumentException(
          "walked, glanced and rated must be in 1..%d: %d, %d, %d"
              .formatted(MOST, walked, glanced, rated));
    }
  }

  /// What this query takes: more where more marks are asked for, or only some goods.
  Effort of(CandidateQuery query) {
    boolean all = query.classes().isEmpty() && query.groups().isEmpty();
    int most = Math.max(rated, query.most() + query.most() / 2);
    return new Effort(
        all ? walked : Math.min(MOST, WITHIN_GOODS * walked), Math.max(glanced, 4 * most), most);
  }
}
