package org.zhiheng.similarity.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.zhiheng.similarity.han.HanLexicon;

/// Lays the characters of two Chinese names side by side, by how they look or how they are read.
final class HanAlignment {

  /// Two exchanged neighbours, beside what they weigh together on both sides.
  private static final float EXCHANGE = 0.15f;

  /// A likeness below this is none.
  private static final double LIKE_MIN = 0.4;

  private final HanLexicon lexicon;
  private final boolean bySound;

  private HanAlignment(HanLexicon lexicon, boolean bySound) {
    this.lexicon = lexicon;
    this.bySound = bySound;
  }

  static HanAlignment bySound(HanLexicon lexicon) {
    return new HanAlignment(lexicon, true);
  }

  static HanAlignment byShape(HanLexicon lexicon) {
    return new HanAlignment(lexicon, false);
  }

  float alike(HanStrand left, int row, HanStrand right, int column) {
    if (left.points[row] == right.points[column]) {
      return 1;
    }
    double likeness =
        bySound
            ? left.readable(row) && right.readable(column)
                ? lexicon.sound(left.syllables[row], right.syllables[column])
                : 0
            : lexicon.shape(left.points[row], right.points[column]);
    return likeness < LIKE_MIN ? 0 : (float) likeness;
  }

  /// As [Alignment#likeness].
  float likeness(HanStrand left, HanStrand right) {
    float total = left.total + right.total;
    return total <= 0
        ? 0
        : Math.max(0, 1 - cells(left, right)[left.length()][right.length()] / total);
  }

  private float[][] cells(HanStrand left, HanStrand right) {
    float[][] best = new float[left.length() + 1][right.length() + 1];
    for (int row = 0; row <= left.length(); row++) {
      for (int column = 0; column <= right.length(); column++) {
        best[row][column] = cell(left, right, row, column, best);
      }
    }
    return best;
  }

  private float cell(HanStrand left, HanStrand right, int row, int column, float[][] best) {
    if (row == 0 || column == 0) {
      return row > 0
          ? best[row - 1][0] + left.weights[row - 1]
          : column > 0 ? best[0][column - 1] + right.weights[column - 1] : 0;
    }
    float least =
        Math.min(
            best[row - 1][column] + left.weights[row - 1],
            best[row][column - 1] + right.weights[column - 1]);
    least = Math.min(least, best[row - 1][column - 1] + beside(left, right, row, column));
    return exchanged(left, right, row, column)
        ? Math.min(
            least, best[row - 2][column - 2] + EXCHANGE * neighbours(left, right, row, column))
        : least;
  }

  private float beside(HanStrand left, HanStrand right, int row, int column) {
    return (left.weights[row - 1] + right.weights[column - 1])
        * (1 - alike(left, row - 1, right, column - 1));
  }

  private static boolean exchanged(HanStrand left, HanStrand right, int row, int column) {
    return row > 1
        && column > 1
        && left.points[row - 1] == right.points[column - 2]
        && left.points[row - 2] == right.points[column - 1];
  }

  private static float neighbours(HanStrand left, HanStrand right, int row, int column) {
    return left.weights[row - 1]
        + left.weights[row - 2]
        + right.weights[column - 1]
        + right.weights[column - 2];
  }

  /// As [Alignment#steps].
  List<Alignment.Step> steps(HanStrand left, HanStrand right) {
    float[][] best = cells(left, right);
    Deque<Alignment.Step> steps = new ArrayDeque<>();
    int row = left.length();
    int column = right.length();
    while (row > 0 || column > 0) {
      Alignment.Step step;
      if (row == 0) {
        step = new Alignment.Step(0, 1, 0);
      } else if (column == 0) {
        step = new Alignment.Step(1, 0, 0);
      } else if (best[row][column]
          == best[row - 1][column - 1] + beside(left, right, row, column)) {
        step = new Alignment.Step(1, 1, alike(left, row - 1, right, column - 1));
      } else if (exchanged(left, right, row, column)
          && best[row][column]
              == best[row - 2][column - 2] + EXCHANGE * neighbours(left, right, row, column)) {
        step = new Alignment.Step(2, 2, 1 - EXCHANGE);
      } else if (best[row][column] == best[row - 1][column] + left.weights[row - 1]) {
        step = new Alignment.Step(1, 0, 0);
      } else {
        step = new Alignment.Step(0, 1, 0);
      }
      steps.addFirst(step);
      row -= step.left();
      column -= step.right();
    }
    return List.copyOf(steps);
  }
}
