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

  /// What costs are counted in: the units of weights times those of unlikeness.
  private static final int UNITS = Strand.UNITS * SignCosts.UNITS;

  private static final int BREAK = Math.round(OPEN * UNITS);
  private static final int EXCHANGED = Math.round(EXCHANGE * SignCosts.UNITS);
  private static final int MERGED = Math.round(MERGE * SignCosts.UNITS);
  private static final int NEVER = Integer.MAX_VALUE / 2;

  private final SignCosts costs;
  private final SignCosts bounds;

  /// Where an alignment keeps its rows; for one thread at a time.
  static final class Rows {
    private final int[] cells;

    Rows(int columns) {
      cells = new int[4 * (columns + 1)];
    }
  }

  /// @param bounds costs that no move of these signs is below
  Alignment(SignCosts costs, SignCosts bounds) {
    this.costs = costs;
    this.bounds = bounds;
  }

  /// The share of both rows' weight that does not stand beside something alike, taken from 1.
  float likeness(Strand left, Strand right, Rows rows) {
    return likeness(left, right, units(left, right, rows.cells));
  }

  private static float likeness(Strand left, Strand right, int cost) {
    float total = (float) (left.total + right.total) * SignCosts.UNITS;
    return total <= 0 ? 0 : Math.max(0, 1 - cost / total);
  }

  /// What no [#likeness] is above: each sign of either beside what it is most like in the other.
  float bound(Near left, Strand right) {
    return likeness(left.strand, right, left.unlike(right) + unlike(left.strand, right.present));
  }

  private int unlike(Strand strand, long among) {
    int cost = 0;
    for (int at = 0; at < strand.signs.length; at++) {
      byte sign = strand.signs[at];
      if ((among >>> sign & 1) == 0) {
        cost += strand.gaps[at] * bounds.least(sign, among);
      }
    }
    return cost;
  }

  /// A row of signs made ready to be compared with many.
  Near near(Strand strand) {
    int[] least = new int[bounds.size];
    for (int sign = 0; sign < least.length; sign++) {
      least[sign] = bounds.least(sign, strand.present);
    }
    return new Near(strand, least);
  }

  /// What each sign costs at least beside one of a row.
  static final class Near {
    final Strand strand;
    private final int[] least;

    private Near(Strand strand, int[] least) {
      this.strand = strand;
      this.least = least;
    }

    private int unlike(Strand other) {
      int cost = 0;
      for (int at = 0; at < other.signs.length; at++) {
        cost += other.gaps[at] * least[other.signs[at]];
      }
      return cost;
    }
  }

  /// What the cheapest alignment costs; 0 to the sum of both totals and a few breaks.
  float cost(Strand left, Strand right) {
    return (float) units(left, right, new Rows(right.length()).cells) / UNITS;
  }

  private int units(Strand left, Strand right, int[] cells) {
    int rows = left.length();
    int columns = right.length();
    int width = columns + 1;
    int before = 0;
    int above = width;
    int best = 2 * width;
    int down = 3 * width;
    byte[] lefts = left.signs;
    byte[] rights = right.signs;
    int[] rightWeights = right.weights;
    int[] rightGaps = right.gaps;
    boolean merges = left.merges || right.merges;
    cells[best] = 0;
    for (int column = 1; column <= columns; column++) {
      cells[best + column] = cells[best + column - 1] + rightGaps[column - 1] * SignCosts.UNITS;
    }
    Arrays.fill(cells, down, down + width, NEVER);
    int previous = -1;
    for (int row = 1; row <= rows; row++) {
      int spare = before;
      before = above;
      above = best;
      best = spare;
      byte sign = lefts[row - 1];
      int unlike = sign * costs.size;
      int weight = left.weights[row - 1];
      int gap = left.gaps[row - 1] * SignCosts.UNITS;
      int last = cells[above] + gap;
      cells[best] = last;
      int diagonal = cells[above];
      int across = NEVER;
      int openAcross = row == rows ? 0 : BREAK;
      int otherBefore = -1;
      for (int column = 1; column <= columns; column++) {
        byte other = rights[column - 1];
        int otherWeight = rightWeights[column - 1];
        int up = cells[above + column];
        int openDown = column == columns ? 0 : BREAK;
        int fromAbove = Math.min(cells[down + column], up + openDown) + gap;
        cells[down + column] = fromAbove;
        across = Math.min(across, last + openAcross) + rightGaps[column - 1] * SignCosts.UNITS;
        int beside = diagonal + (weight + otherWeight) * costs.units[unlike + other];
        int least = Math.min(beside, fromAbove);
        if (sign == otherBefore && previous == other && sign != other) {
          int both = weight + left.weights[row - 2] + otherWeight + rightWeights[column - 2];
          least = Math.min(least, cells[before + column - 2] + both * EXCHANGED);
        }
        if (merges && sign != other) {
          least = Math.min(least, merged(left, right, row, column, cells, before, above));
        }
        last = Math.min(least, across);
        cells[best + column] = last;
        diagonal = up;
        otherBefore = other;
      }
      previous = sign;
    }
    return cells[best + columns];
  }

  private static int merged(
      Strand left, Strand right, int row, int column, int[] cells, int before, int above) {
    int least = NEVER;
    if (row > 1
        && LetterLooks.merged(left.signs[row - 2], left.signs[row - 1])
            == right.signs[column - 1]) {
      int all = left.weights[row - 2] + left.weights[row - 1] + right.weights[column - 1];
      least = cells[before + column - 1] + MERGED * all;
    }
    if (column > 1
        && LetterLooks.merged(right.signs[column - 2], right.signs[column - 1])
            == left.signs[row - 1]) {
      int all = right.weights[column - 2] + right.weights[column - 1] + left.weights[row - 1];
      least = Math.min(least, cells[above + column - 2] + MERGED * all);
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
                + (float) left.gaps[row - 1] / Strand.UNITS;
        least = down[row][column];
      }
      if (column > 0) {
        across[row][column] =
            Math.min(across[row][column - 1], best[row][column - 1] + open(row, left.length()))
                + (float) right.gaps[column - 1] / Strand.UNITS;
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
        weight += left.weight(at);
      }
      for (int at = column - step.right(); at < column; at++) {
        weight += right.weight(at);
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
