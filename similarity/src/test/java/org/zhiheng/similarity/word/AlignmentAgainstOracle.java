package org.zhiheng.similarity.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// The alignment beside the obvious recursion over its moves.
final class AlignmentAgainstOracle {

  private static final SignCosts COSTS = LetterLooks.costs();
  private static final String LETTERS = "abmrnvwcldo0";

  @Seeds(300)
  void costsWhatTheRecursionSays(Seed seed) {
    Strand left = strand(seed);
    Strand right = strand(seed);
    float cost = new Alignment(COSTS, LetterLooks.bounds()).cost(left, right);
    assertThat((double) cost)
        .as("seed %s", seed)
        .isCloseTo(new Recursion(left, right).from(0, 0, ' '), within(1e-4));
  }

  @Seeds(300)
  void boundsWhatTheAlignmentSays(Seed seed) {
    Strand left = strand(seed);
    Strand right = strand(seed);
    Alignment alignment = new Alignment(COSTS, LetterLooks.bounds());
    float likeness = alignment.likeness(left, right, new Alignment.Rows(right.length()));
    assertThat(alignment.bound(alignment.near(left), right))
        .as("seed %s", seed)
        .isGreaterThanOrEqualTo(likeness);
  }

  @Seeds(200)
  void stepsCoverBothRows(Seed seed) {
    Strand left = strand(seed);
    Strand right = strand(seed);
    int lefts = 0;
    int rights = 0;
    for (Alignment.Step step : new Alignment(COSTS, LetterLooks.bounds()).steps(left, right)) {
      lefts += step.left();
      rights += step.right();
    }
    assertThat(lefts).isEqualTo(left.length());
    assertThat(rights).isEqualTo(right.length());
  }

  private static Strand strand(Seed seed) {
    int length = seed.between(1, 9);
    byte[] signs = new byte[length];
    float[] weights = new float[length];
    for (int at = 0; at < length; at++) {
      char letter = LETTERS.charAt(seed.between(0, LETTERS.length()));
      signs[at] = (byte) LetterLooks.sign(letter);
      weights[at] = seed.between(1, 5) / 4f;
    }
    return Strand.letters(signs, weights);
  }

  private static final class Recursion {
    private final Strand left;
    private final Strand right;
    private final Map<String, Double> known = new HashMap<>();

    Recursion(Strand left, Strand right) {
      this.left = left;
      this.right = right;
    }

    /// The least cost from here on.
    ///
    /// @param gap which side the move before left out: `l`, `r` or none
    double from(int row, int column, char gap) {
      if (row == left.length() && column == right.length()) {
        return 0;
      }
      String key = row + " " + column + gap;
      Double found = known.get(key);
      if (found != null) {
        return found;
      }
      double least = 1e9;
      if (row < left.length()) {
        boolean open = gap != 'l' && column > 0 && column < right.length();
        least =
            (double) left.gaps[row] / Strand.UNITS
                + (open ? Alignment.OPEN : 0)
                + from(row + 1, column, 'l');
      }
      if (column < right.length()) {
        boolean open = gap != 'r' && row > 0 && row < left.length();
        least =
            Math.min(
                least,
                (double) right.gaps[column] / Strand.UNITS
                    + (open ? Alignment.OPEN : 0)
                    + from(row, column + 1, 'r'));
      }
      for (int rows = 1; rows <= 2; rows++) {
        for (int columns = 1; columns <= 2; columns++) {
          double share = share(row, column, rows, columns);
          if (share >= 0) {
            double weight = weight(left, row, rows) + weight(right, column, columns);
            least = Math.min(least, weight * share + from(row + rows, column + columns, ' '));
          }
        }
      }
      known.put(key, least);
      return least;
    }

    /// As costs are counted, in whole units.
    private static double counted(float cost) {
      return (double) Math.round(cost * SignCosts.UNITS) / SignCosts.UNITS;
    }

    private static double weight(Strand strand, int from, int count) {
      double weight = 0;
      for (int at = from; at < from + count; at++) {
        weight += strand.weight(at);
      }
      return weight;
    }

    /// What the move costs of the weight; below 0 when there is no such move.
    private double share(int row, int column, int rows, int columns) {
      if (row + rows > left.length() || column + columns > right.length()) {
        return -1;
      }
      byte[] l = left.signs;
      byte[] r = right.signs;
      if (rows == 1 && columns == 1) {
        return COSTS.of(l[row], r[column]);
      }
      if (rows == 2 && columns == 2) {
        boolean exchanged = l[row] == r[column + 1] && l[row + 1] == r[column];
        return exchanged && l[row + 1] != r[column + 1] ? counted(Alignment.EXCHANGE) : -1;
      }
      if (rows == 2) {
        boolean taken = LetterLooks.merged(l[row], l[row + 1]) == r[column];
        return taken && l[row + 1] != r[column] ? counted(Alignment.MERGE) : -1;
      }
      boolean taken = LetterLooks.merged(r[column], r[column + 1]) == l[row];
      return taken && r[column + 1] != l[row] ? counted(Alignment.MERGE) : -1;
    }
  }
}
