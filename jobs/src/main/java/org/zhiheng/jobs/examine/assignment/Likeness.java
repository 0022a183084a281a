package org.zhiheng.jobs.examine.assignment;

/// From which likeness on two names are listed as similar: ours, not the law's, which has no
/// figure.
///
/// @param name what the report calls it
/// @param perMille of the order that [org.zhiheng.similarity.word.Words#ORDER] makes, 1..1000
public record Likeness(String name, int perMille) {

  /// What is used unless the person chooses: rather one too many than one forgotten.
  public static final Likeness WIDE = new Likeness("co-assignment-wide", 500);

  /// @throws IllegalArgumentException when it lies outside 1..1000
  public Likeness {
    if (perMille < 1 || perMille > 1000) {
      throw new IllegalArgumentException("perMille must be in 1..1000: " + perMille);
    }
  }
}
