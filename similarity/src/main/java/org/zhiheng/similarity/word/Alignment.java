package org.zhiheng.similarity.word;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Lays two rows of signs side by side as cheaply as possible.
///
/// Moves: a sign beside a sign (what they weigh together times how unlike they are), a sign beside
/// nothing (its weight; inside a name a run of such also costs [#OPEN]), two neighbours beside the
/// same two exchanged ([#EXCHANGE]), two signs beside the one they are taken for ([#MERGE]).
final class Alignment {

  /// What a break inside costs.
  static final float OPEN = 0.9f;

  /// Two exchanged neighbours, beside what they weigh together on both sides.
  static final float EXCHANGE = 0.2f;

  /// Two signs taken for one, beside what they weigh.
  static final float MERGE = 0.1f;

  private static final float FAR = 1e9f;

  private final SignCosts costs;

  Alignment(SignCosts costs) {
    this.costs = costs;
  }

  /// The share of both rows' weight that does not stand beside something alike, taken from 1.
  float likeness(Strand left, Strand right) {
    float total = left.total + right.total;
    return total <= 0 ? 0 : Math.max(0, 1 - cost(left, right) / total);
  }

  /// What the cheapest alignment costs; 0 to the sum of both totals and a few breaks.
  float cost(Strand left, Strand right) {
    int rows = left.length();
    int columns = right.length();
    float[] before = new float[columns + 1];
    float[] above = new float[columns + 1];
    float[] best = new float[columns + 1];
    float[] down = new float[columns + 1];
    byte[] rights = right.signs;
    float[] rightWeights = right.weights;
    float[] rightGaps = right.gaps;
    boolean merges = left.merges || right.merges;
    for (int column = 1; column <= columns; column++) {
      best[column] = best[column - 1] + rightGaps[column - 1];
    }
    Arrays.fill(down, FAR);
    for (int row = 1; row <= rows; row++) {
      float[] spare = before;
      before = above;
      above = best;
      best = spare;
      byte sign = left.signs[row - 1];
      float weight = left.weights[row - 1];
      float gap = left.gaps[row - 1];
      best[0] = above[0] + gap;
      float across = FAR;
      float openAcross = row == rows ? 0 : OPEN;
      for (int column = 1; column <= columns; column++) {
        byte other = rights[column - 1];
        float otherWeight = rightWeights[column - 1];
        float openDown = column == columns ? 0 : OPEN;
        float fromAbove = Math.min(down[column], above[column] + openDown) + gap;
        down[column] = fromAbove;
        across = Math.min(across, best[column - 1] + openAcross) + rightGaps[column - 1];
        float least = Math.min(fromAbove, across);
        float beside = above[column - 1];
        if (sign != other) {
          beside += (weight + otherWeight) * costs.of(sign, other);
          if (row > 1 && column > 1 && sign == rights[column - 2] && left.signs[row - 2] == other) {
            float both = weight + left.weights[row - 2] + otherWeight + rightWeights[column - 2];
            least = Math.min(least, before[column - 2] + both * EXCHANGE);
          }
          if (merges) {
            least = Math.min(least, merged(left, right, row, column, before, above));
          }
        }
        best[column] = Math.min(least, beside);
      }
    }
    return best[columns];
  }

  private static float merged(
      Strand left, Strand right, int row, int column, float[] before, float[] above) {
    float least = FAR;
    if (row > 1
        && LetterLooks.merged(left.signs[row - 2], left.signs[row - 1])
            == right.signs[column - 1]) {
      least =
          before[column - 1]
              + MERGE * (left.weights[row - 2] + left.weights[row - 1] + right.weights[column - 1]);
    }
    if (column > 1
        && LetterLooks.merged(right.signs[column - 2], right.signs[column - 1])
            == left.signs[row - 1]) {
      least =
          Math.min(
              least,
              above[column - 2]
                  + MERGE
                      * (right.weights[column - 2]
                          + right.weights[column - 1]
                          + left.weights[row - 1]));
    }
    return least;
  }

  /// One step of an alignment: so many signs of each side.
  ///
  /// @param likeness 0..1
  record Step(int left, int right, float likeness) {}

  /// The steps of the cheapest alignment, from the first signs to the last.
  List<Step> steps(Strand left, Strand right) {
    return new Trace(left, right).steps();
  }

  /// The same costs with all cells kept, to walk back.
  private final class Trace {
    private final Strand left;
    private final Strand right;
    private final float[][] best;
    private final float[][] down;
    private final float[][] across;

    Trace(Strand left, Strand right) {
      this.left = left;
      this.right = right;
      int rows = left.length();
      int columns = right.length();
      best = new float[rows + 1][columns + 1];
      down = new float[rows + 1][columns + 1];
      across = new float[rows + 1][columns + 1];
      for (int row = 0; row <= rows; row++) {
        for (int column = 0; column <= columns; column++) {
          fill(row, column);
        }
      }
    }

    private float open(int at, int end) {
      return at == 0 || at == end ? 0 : OPEN;
    }

    private void fill(int row, int column) {
      down[row][column] = FAR;
      across[row][column] = FAR;
      if (row == 0 && column == 0) {
        return;
      }
      float least = FAR;
      if (row > 0) {
        down[row][column] =
            Math.min(down[row - 1][column], best[row - 1][column] + open(column, right.length()))
                + left.gaps[row - 1];
        least = down[row][column];
      }
      if (column > 0) {
        across[row][column] =
            Math.min(across[row][column - 1], best[row][column - 1] + open(row, left.length()))
                + right.gaps[column - 1];
        least = Math.min(least, across[row][column]);
      }
      for (Step step : diagonals(row, column)) {
        least = Math.min(least, diagonal(row, column, step));
      }
      best[row][column] = least;
    }

    /// The steps that take signs of both sides and end here, each with its likeness.
    private List<Step> diagonals(int row, int column) {
      if (row == 0 || column == 0) {
        return List.of();
      }
      byte sign = left.signs[row - 1];
      byte other = right.signs[column - 1];
      Deque<Step> steps = new ArrayDeque<>();
      steps.add(new Step(1, 1, 1 - costs.of(sign, other)));
      if (sign == other) {
        return List.copyOf(steps);
      }
      boolean merges = left.merges || right.merges;
      if (row > 1
          && column > 1
          && sign == right.signs[column - 2]
          && left.signs[row - 2] == other) {
        steps.add(new Step(2, 2, 1 - EXCHANGE));
      }
      if (merges && row > 1 && LetterLooks.merged(left.signs[row - 2], sign) == other) {
        steps.add(new Step(2, 1, 1 - MERGE));
      }
      if (merges && column > 1 && LetterLooks.merged(right.signs[column - 2], other) == sign) {
        steps.add(new Step(1, 2, 1 - MERGE));
      }
      return List.copyOf(steps);
    }

    private float diagonal(int row, int column, Step step) {
      float weight = 0;
      for (int at = row - step.left(); at < row; at++) {
        weight += left.weights[at];
      }
      for (int at = column - step.right(); at < column; at++) {
        weight += right.weights[at];
      }
      return best[row - step.left()][column - step.right()] + weight * (1 - step.likeness());
    }

    List<Step> steps() {
      Deque<Step> steps = new ArrayDeque<>();
      int row = left.length();
      int column = right.length();
      while (row > 0 || column > 0) {
        Step step = last(row, column);
        steps.addFirst(step);
        row -= step.left();
        column -= step.right();
      }
      return List.copyOf(steps);
    }

    private Step last(int row, int column) {
      Step found = null;
      float least = FAR;
      for (Step step : diagonals(row, column)) {
        float cost = diagonal(row, column, step);
        if (cost < least) {
          least = cost;
          found = step;
        }
      }
      if (found != null && least <= Math.min(down[row][column], across[row][column])) {
        return found;
      }
      return row > 0 && down[row][column] <= across[row][column]
          ? new Step(1, 0, 0)
          : new Step(0, 1, 0);
    }
  }
}
