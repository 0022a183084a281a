package org.zhiheng.index.lucene;

import org.zhiheng.similarity.candidate.CandidateQuery;

/// How much a search looks at: what is found and how long it takes, against each other.
///
/// @param walked about how many entries of lists are gone through, the rarest lists first
/// @param glanced how many marks are compared at a glance
/// @param rated how many are rated by the engine
record Effort(int walked, int glanced, int rated) {

  static final Effort USUAL = new Effort(16_000, 800, 48);

  /// Lists hold marks of all goods, of which a search for some passes most.
  private static final int WITHIN_GOODS = 4;

  Effort of(CandidateQuery query) {
    boolean all = query.classes().isEmpty() && query.groups().isEmpty();
    int most = Math.max(rated, 3 * query.most());
    int looked = Math.max(glanced, 4 * most);
    return new Effort(all ? walked : WITHIN_GOODS * walked, looked, most);
  }
}
