package org.zhiheng.similarity.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Many figures in memory, and which of them are nearest to one.
///
/// Three looks, each at fewer figures: codes of 256 bits under all guesses, then the grids the
/// codes were made from, then the points laid upon each other. Grows at the end; one writer and any
/// number of searches at a time, and a search sees what stood there when it began. The same figures
/// in the same order give the same answers.
public final class FigureShelf {

  /// Figures that pass the first look.
  private static final int SECOND = 1_500;

  /// Figures that pass the second look.
  private static final int THIRD = 80;

  /// Figures that are laid upon each other exactly.
  private static final int FOURTH = 16;

  /// Guesses whose grids are looked at again before a figure is laid upon the other.
  private static final int FITTED = 2;

  private static final int FIRST_SCALE = 1 << 12;
  private static final int SCALE_BITS = 10;
  private static final int GUESS_BITS = 10;
  private static final int GUESS_MASK = (1 << GUESS_BITS) - 1;

  private static final Comparator<Look> BEST_FIRST =
      Comparator.comparingDouble(Look::value).reversed().thenComparingInt(Look::row);

  private volatile Rows rows =
      new Rows(new String[0], new Figure[0], new long[0], new byte[0], new byte[0], 0);

  /// What a search sees. Beyond `count` the arrays are the writer's own.
  private static final class Rows {
    final String[] keys;
    final Figure[] figures;
    final long[] codes;
    final byte[] bits;
    final byte[] grids;
    final int count;

    Rows(String[] keys, Figure[] figures, long[] codes, byte[] bits, byte[] grids, int count) {
      this.keys = keys;
      this.figures = figures;
      this.codes = codes;
      this.bits = bits;
      this.grids = grids;
      this.count = count;
    }
  }

  /// An empty shelf.
  public FigureShelf() {}

  /// Puts a figure at the end. A key that is there already is not replaced: both are found.
  public synchronized void add(String key, Figure figure) {
    Rows old = rows;
    int count = old.count;
    String[] keys = old.keys;
    Figure[] figures = old.figures;
    long[] codes = old.codes;
    byte[] bits = old.bits;
    byte[] grids = old.grids;
    if (count == keys.length) {
      int room = Math.max(64, count + (count >> 1));
      keys = Arrays.copyOf(keys, room);
      figures = Arrays.copyOf(figures, room);
      codes = Arrays.copyOf(codes, room * Grid.WORDS);
      bits = Arrays.copyOf(bits, room);
      grids = Arrays.copyOf(grids, room * Grid.LENGTH);
    }
    Grid grid = Grid.of(figure.contour());
    keys[count] = key;
    figures[count] = figure;
    bits[count] = (byte) Grid.bits(grid.code());
    System.arraycopy(grid.code(), 0, codes, count * Grid.WORDS, Grid.WORDS);
    System.arraycopy(grid.values(), 0, grids, count * Grid.LENGTH, Grid.LENGTH);
    rows = new Rows(keys, figures, codes, bits, grids, count + 1);
  }

  /// How many figures it holds.
  public int count() {
    return rows.count;
  }

  /// The figures most alike, best first, equals in the order they were put.
  ///
  /// @param top at least 1
  public List<FigureHit> nearest(Figure query, int top) {
    if (top < 1) {
      throw new IllegalArgumentException("top must be > 0: " + top);
    }
    Rows seen = rows;
    List<Guess> guesses = Guesses.of(query);
    Grid[] grids = new Grid[guesses.size()];
    long[][] masks = new long[guesses.size()][];
    for (int g = 0; g < grids.length; g++) {
      grids[g] = Grid.of(guesses.get(g).contour());
      masks[g] = Grid.seen(guesses.get(g).picture());
    }
    List<Look> first = first(seen, guesses, grids, masks);
    List<Look> second = second(seen, first, guesses, grids, masks, Math.max(THIRD, 2 * top));
    return third(seen, second, guesses, grids, masks, query, top);
  }

  /// A figure and the guess that came nearest.
  private record Look(int row, int guess, double value) {}

  private static List<Look> first(Rows rows, List<Guess> guesses, Grid[] grids, long[][] masks) {
    int[] best = new int[rows.count];
    for (int g = 0; g < grids.length; g++) {
      int cost = (int) (FIRST_SCALE * guesses.get(g).cost());
      if (guesses.get(g).cut()) {
        cut(rows.codes, best, g, cost, grids[g].code(), masks[g]);
      } else {
        whole(rows.codes, rows.bits, best, g, cost, grids[g].code());
      }
    }
    return strongest(best);
  }

  /// Raises each row to its value under this guess: the likeness in the high bits, the guess below.
  private static void whole(
      long[] codes, byte[] bits, int[] best, int guess, int cost, long[] code) {
    long c0 = code[0];
    long c1 = code[1];
    long c2 = code[2];
    long c3 = code[3];
    int[] scales = scales(Grid.bits(code));
    for (int row = 0, at = 0; row < best.length; row++, at += Grid.WORDS) {
      int both =
          Long.bitCount(codes[at] & c0)
              + Long.bitCount(codes[at + 1] & c1)
              + Long.bitCount(codes[at + 2] & c2)
              + Long.bitCount(codes[at + 3] & c3);
      int value = ((both * scales[bits[row]]) >> SCALE_BITS) - cost;
      best[row] = Math.max(best[row], value << GUESS_BITS | guess);
    }
  }

  /// The same where only a part is seen.
  private static void cut(long[] codes, int[] best, int guess, int cost, long[] code, long[] mask) {
    long m0 = mask[0];
    long m1 = mask[1];
    long m2 = mask[2];
    long m3 = mask[3];
    long c0 = code[0] & m0;
    long c1 = code[1] & m1;
    long c2 = code[2] & m2;
    long c3 = code[3] & m3;
    int[] scales = scales(Grid.bits(new long[] {c0, c1, c2, c3}));
    for (int row = 0, at = 0; row < best.length; row++, at += Grid.WORDS) {
      long r0 = codes[at];
      long r1 = codes[at + 1];
      long r2 = codes[at + 2];
      long r3 = codes[at + 3];
      int both =
          Long.bitCount(r0 & c0)
              + Long.bitCount(r1 & c1)
              + Long.bitCount(r2 & c2)
              + Long.bitCount(r3 & c3);
      int theirs =
          Long.bitCount(r0 & m0)
              + Long.bitCount(r1 & m1)
              + Long.bitCount(r2 & m2)
              + Long.bitCount(r3 & m3);
      int value = ((both * scales[theirs]) >> SCALE_BITS) - cost;
      best[row] = Math.max(best[row], value << GUESS_BITS | guess);
    }
  }

  /// What the bits in common are multiplied with, by the bits of the other: twice their share of
  /// all bits of both.
  private static int[] scales(int own) {
    int[] scales = new int[Grid.LENGTH + 1];
    for (int theirs = 0; theirs < scales.length; theirs++) {
      scales[theirs] = ((2 * FIRST_SCALE) << SCALE_BITS) / (own + theirs + 1);
    }
    return scales;
  }

  /// The rows of the greatest values, at most so many; of equals at the border the first.
  private static List<Look> strongest(int[] best) {
    int[] counts = new int[FIRST_SCALE + 1];
    for (int value : best) {
      counts[Math.min(value >> GUESS_BITS, FIRST_SCALE)]++;
    }
    int border = FIRST_SCALE;
    int above = 0;
    while (border > 0 && above + counts[border] <= SECOND) {
      above += counts[border];
      border--;
    }
    int atBorder = SECOND - above;
    List<Look> looks = new ArrayList<>();
    for (int row = 0; row < best.length; row++) {
      int value = Math.min(best[row] >> GUESS_BITS, FIRST_SCALE);
      if (value > border || (value == border && atBorder-- > 0)) {
        looks.add(new Look(row, best[row] & GUESS_MASK, value));
      }
    }
    return looks;
  }

  private static List<Look> second(
      Rows rows, List<Look> first, List<Guess> guesses, Grid[] grids, long[][] masks, int most) {
    List<Look> looks = new ArrayList<>(first.size());
    for (Look look : first) {
      int g = look.guess();
      double value =
          Grid.likeness(grids[g].values(), rows.grids, look.row() * Grid.LENGTH, masks[g])
              - guesses.get(g).cost();
      looks.add(new Look(look.row(), g, value));
    }
    looks.sort(BEST_FIRST);
    return looks.subList(0, Math.min(most, looks.size()));
  }

  private static List<FigureHit> third(
      Rows rows,
      List<Look> second,
      List<Guess> guesses,
      Grid[] grids,
      long[][] masks,
      Figure query,
      int top) {
    Fitting fitting = new Fitting(query);
    List<Laid> laid = new ArrayList<>();
    for (Look look : second) {
      double[] values = new double[grids.length];
      for (int g = 0; g < values.length; g++) {
        values[g] =
            Grid.likeness(grids[g].values(), rows.grids, look.row() * Grid.LENGTH, masks[g])
                - guesses.get(g).cost();
      }
      Fitting.Ground ground = Fitting.Ground.of(rows.figures[look.row()]);
      laid.add(new Laid(look.row(), ground, fitting.rough(guesses, values, FITTED, ground)));
    }
    laid.sort(Laid.BEST_FIRST);
    int exact = Math.min(Math.max(FOURTH, top), laid.size());
    return laid.subList(0, exact).stream()
        .map(rough ->
            new Laid(rough.row(), rough.ground(), fitting.exact(rough.fit(), rough.ground())))
        .sorted(Laid.BEST_FIRST)
        .limit(top)
        .map(hit -> new FigureHit(rows.keys[hit.row()], Math.clamp(hit.fit().value(), 0, 1)))
        .toList();
  }

  /// A figure that the other is laid upon.
  private record Laid(int row, Fitting.Ground ground, Fit fit) {

    static final Comparator<Laid> BEST_FIRST =
        Comparator.comparingDouble((Laid laid) -> laid.fit().value())
            .reversed()
            .thenComparingInt(Laid::row);
  }
}
