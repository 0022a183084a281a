package org.zhiheng.cli;

import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// How long one list may be.
final class Limits {

  /// What the jobs answer at a time.
  static final int MAX = 500;

  /// The most that are listed of one comparison.
  static final int TOP_MAX = 1_000;

  private static final int DAYS_MAX = 36_600;

  private Limits() {}

  static void checkTop(int top, int most) {
    if (top < 1 || top > most) {
      throw new ProblemsException(
          Problem.of("limit", "--top", Integer.toString(top), "It is from 1 to " + most + "."));
    }
  }

  /// Days that are asked for: a hundred years are enough.
  static void checkDays(String option, int days) {
    if (days < 0 || days > DAYS_MAX) {
      throw new ProblemsException(
          Problem.of("limit", option, Integer.toString(days), "It is from 0 to " + DAYS_MAX + "."));
    }
  }

  static void check(int limit) {
    if (limit < 1 || limit > MAX) {
      throw new ProblemsException(
          Problem.of(
              "limit", "--limit", Integer.toString(limit), "A limit is from 1 to " + MAX + "."));
    }
  }
}
