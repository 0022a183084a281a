package org.zhiheng.index.lucene;

import org.zhiheng.similarity.candidate.CandidateQuery;

/// How much a search looks at: what is found against how long it takes.
///
/// @param walked about how many entries of lists are gone through, the rarest lists first
/// @param glanced about how many marks are compared at a glance, for up to 66 asked for
/// @param rated how many are rated by the engine, for up to 66 asked for; never fewer than are
///   asked for
public record Effort(int walked, int glanced, int rated) {

  /// What examinations are made with. Of the 20 best of a scan of 100,000 names it lists 0.61, of
  /// the first five 0.70, the first always (40 questions); what is missed is rated little above
  /// what stands in its place.
  public static final Effort USUAL = new Effort(16_000, 1_600, 200);

  /// About four times as fast, for one who looks for a certain mark: 0.35 of the 20 best, the first
  /// always. Not for an opinion on what lies near.
  public static final Effort BRISK = new Effort(4_000, 250, 24);

  /// 200 rated are three times as many.
  private static final int ASKED = 66;

  /// More takes as long as a scan.
  private static final int MOST = 100_000_000;

  /// Lists hold marks of all goods, of which a search for some passes most.
  private static final int WITHIN_GOODS = 4;

  /// @throws IllegalArgumentException when one is below 1 or above 100 million
  public Effort {
    if (Math.min(walked, Math.min(glanced, rated)) < 1
        || Math.max(walked, Math.max(glanced, rated)) > MOST) {
      throw new IllegalArgumentException(
          "walked, glanced and rated must be in 1.."
              + MOST
              + ": "
              + walked
              + ", "
              + glanced
              + ", "
              + rated);
    }
  }

  /// What this query takes: in proportion where more marks are asked for, and more where only some
  /// goods count.
  Effort of(CandidateQuery query) {
    boolean all = query.classes().isEmpty() && query.groups().isEmpty();
    double share = Math.max(1, (double) query.most() / ASKED);
    return new Effort(
        least(walked, all ? 1 : WITHIN_GOODS),
        Math.max(2 * query.most(), least(glanced, share)),
        Math.max(query.most(), least(rated, share)));
  }

  private static int least(int number, double times) {
    return (int) Math.min(MOST, Math.ceil(number * times));
  }
}
