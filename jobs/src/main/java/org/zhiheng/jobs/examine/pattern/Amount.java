package org.zhiheng.jobs.examine.pattern;

/// A figure, exact: a count, or a share as two counts. Nothing is rounded.
public sealed interface Amount {

  /// So many.
  ///
  /// @param count from 0
  record Count(long count) implements Amount {}

  /// So many of so many.
  ///
  /// @param part 0..`whole`
  /// @param whole from 0; a share of nothing is not known
  record Share(long part, long whole) implements Amount {
    /// @throws IllegalArgumentException when it is no share
    public Share {
      if (part < 0 || part > whole) {
        throw new IllegalArgumentException("a share lies in 0..whole: " + part + " / " + whole);
      }
    }
  }
}
