package org.zhiheng.cli;

import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// How long one list may be.
final class Limits {

  /// What the jobs answer at a time.
  static final int MAX = 500;

  private Limits() {}

  static void check(int limit) {
    if (limit < 1 || limit > MAX) {
      throw new ProblemsException(
          Problem.of(
              "limit", "--limit", Integer.toString(limit), "A limit is from 1 to " + MAX + "."));
    }
  }
}
