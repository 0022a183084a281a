package org.zhiheng.similarity.word;

/// Rates many names against one: what that one needs is worked out once. For one thread at a time;
/// made by [Words#rater].
public final class Rater {

  private final Ratings ratings;
  private final WordMark asked;
  private final Ratings.Bounds bounds;
  private final Alignment.Rows rows = new Alignment.Rows(LatinSounds.LENGTH_MAX);

  Rater(Ratings ratings, WordMark asked) {
    this.ratings = ratings;
    this.asked = asked;
    this.bounds = ratings.bounds(asked);
  }

  /// As [Words#rate] of the name asked for and this one.
  public Rating rate(WordMark candidate) {
    return rate(candidate, 0);
  }

  /// As [#rate(WordMark)] when that has an order of `atLeast` or more; else some rating of a
  /// smaller order, found sooner.
  ///
  /// @param atLeast 0..1
  public Rating rate(WordMark candidate, double atLeast) {
    return ratings.rate(asked, candidate, rows, bounds, atLeast);
  }
}
