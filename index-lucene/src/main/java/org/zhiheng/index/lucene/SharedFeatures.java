package org.zhiheng.index.lucene;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/// The promise of a mark: the weights of the features it shares with the query, by how many
/// features both have, as in Dice's coefficient.
///
/// All in whole numbers small enough that a `float` holds every sum of them exactly: so a mark's
/// promise does not depend on the order of the terms, nor on the segment it lies in, and nothing
/// that Lucene counts goes into it.
final class SharedFeatures extends Similarity {

  /// The most terms of a query; with the two limits below, sums stay under 2^24.
  static final int TERMS_MAX = 64;

  /// The most a term weighs.
  static final int WEIGHT_MAX = 1023;

  private static final int SHARE_MAX = 255;
  private static final int SHARE_EVEN = 128;

  private final int length;

  /// For a query with so many features.
  SharedFeatures(int length) {
    this.length = length;
  }

  @Override
  public SimScorer scorer(
      float boost, CollectionStatistics collection, TermStatistics... termStatistics) {
    return new Shares(boost, length);
  }

  private static final class Shares extends SimScorer {

    private final float[] byNorm = new float[256];

    Shares(float weight, int length) {
      for (int norm = 0; norm < byNorm.length; norm++) {
        int other = SmallFloat.byte4ToInt((byte) norm);
        long share = 2L * SHARE_EVEN * length / ((long) length + other);
        byNorm[norm] = weight * Math.min(SHARE_MAX, share);
      }
    }

    @Override
    public float score(float frequency, long norm) {
      return byNorm[(int) norm & 0xff];
    }
  }
}
