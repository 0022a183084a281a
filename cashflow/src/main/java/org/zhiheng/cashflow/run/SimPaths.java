package org.zhiheng.cashflow.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Draws what ends which asset on a path. One for each thread.
///
/// Assets about as likely to end stand in one group. One number tells how many of a group in a row
/// do not end, and by what is left of it, when the next one does; so what does not end costs
/// nothing. An asset less likely to end than the most likely of its group is let go when that rest
/// is above its own probability.
final class SimPaths {

  /// Steps of a guide.
  private static final int GUIDE = 1024;

  private final SimAssets assets;
  private final long seed;
  private final double correlation;

  /// By class: the probability of ending at all, and its point of the normal distribution.
  private final double[] ends;

  private final double[] point;
  private final double[] pathEnds;

  /// By class: the probability of having ended by each payment, one for those that have the same.
  private final double[][] curve;

  /// By class: where to look for the payment with which something ended, and how many steps of that
  /// a number of 1 would be.
  private final int[][] guide;

  private final double[] perStep;

  /// Assets that may end, the most likely first, and where each group of them begins; one more: the
  /// end.
  private final int[] member;

  private final int[] begin;

  /// By group: the class of the most likely.
  private final int[] likeliest;

  /// By group and count: the probability that at most so many do not end before one does; what a
  /// number between two of them is multiplied by to be one below the likeliest's probability; where
  /// to look.
  private final double[][] atMost;

  private final double[][] spread;
  private final int[][] guideRow;

  /// Where classes are many: the flows that a path has less.
  private final double[][] flows;

  SimPaths(SimAssets assets, long seed, double correlation) {
    this.assets = assets;
    this.seed = seed;
    this.correlation = correlation;
    int classes = assets.ended.length;
    ends = new double[classes];
    point = new double[classes];
    curve = new double[classes][];
    guide = new int[classes][];
    perStep = new double[classes];
    for (int c = 0; c < classes; c++) {
      ends[c] = assets.ended[c][assets.ended[c].length - 1];
      point[c] =
          ends[c] <= 0
              ? Double.NEGATIVE_INFINITY
              : ends[c] >= 1 ? Double.POSITIVE_INFINITY : Normal.point(ends[c]);
      perStep[c] = ends[c] > 0 ? GUIDE / ends[c] : 0;
      boolean asBefore = c > 0 && Arrays.equals(assets.ended[c], curve[c - 1]);
      curve[c] = asBefore ? curve[c - 1] : assets.ended[c];
      guide[c] =
          asBefore
              ? guide[c - 1]
              : guide(Arrays.copyOfRange(curve[c], 1, curve[c].length), perStep[c]);
    }
    pathEnds = ends.clone();
    member =
        IntStream.range(0, assets.count)
            .boxed()
            .filter(asset -> ends[assets.kind[asset]] > 0)
            .sorted(
                Comparator.comparingDouble((Integer asset) -> -ends[assets.kind[asset]])
                    .thenComparingInt(asset -> asset))
            .mapToInt(asset -> asset)
            .toArray();
    begin = groups();
    int count = begin.length - 1;
    likeliest = new int[count];
    atMost = new double[count][];
    spread = new double[count][];
    guideRow = new int[count][];
    for (int g = 0; g < count; g++) {
      likeliest[g] = assets.kind[member[begin[g]]];
      row(g, ends[likeliest[g]]);
    }
    flows = new double[SimAssets.KINDS][assets.periods];
  }

  /// A group ends where an asset is less than half as likely to end as the first.
  private int[] groups() {
    int[] starts = new int[member.length + 1];
    int groups = 0;
    for (int i = 0; i < member.length; i++) {
      if (i == 0
          || ends[assets.kind[member[i]]] < ends[assets.kind[member[starts[groups - 1]]]] / 2) {
        starts[groups++] = i;
      }
    }
    starts[groups] = member.length;
    return Arrays.copyOf(starts, groups + 1);
  }

  private void row(int group, double likely) {
    int size = begin[group + 1] - begin[group];
    double[] sums = new double[size];
    double[] parts = new double[size];
    double stays = 1;
    double before = 0;
    for (int k = 0; k < size; k++) {
      stays *= 1 - likely;
      sums[k] = 1 - stays;
      parts[k] = sums[k] > before ? likely / (sums[k] - before) : 0;
      before = sums[k];
    }
    atMost[group] = sums;
    spread[group] = parts;
    guideRow[group] = guide(sums, GUIDE);
  }

  /// Draws a path and takes what ends on it out of its flows.
  void path(long path, int lane, SimFlows into) {
    long key = Chance.path(seed, path);
    double common = 0;
    if (correlation > 0) {
      common = Normal.point(Chance.unit(Chance.bits(key, -1)));
      double own = StrictMath.sqrt(1 - correlation);
      for (int c = 0; c < ends.length; c++) {
        pathEnds[c] = Normal.below((point[c] - StrictMath.sqrt(correlation) * common) / own);
      }
    }
    boolean byClass = into.byClass();
    if (!byClass) {
      for (double[] row : flows) {
        Arrays.fill(row, 0);
      }
    }
    int use = 0;
    for (int g = 0; g < likeliest.length; g++) {
      int end = begin[g + 1];
      double likely = pathEnds[likeliest[g]];
      double log = correlation > 0 ? StrictMath.log1p(-likely) : 0;
      for (int at = begin[g]; at < end; at++) {
        double unit = Chance.unit(Chance.bits(key, use++));
        double when;
        if (correlation > 0) {
          double stay = StrictMath.floor(StrictMath.log(1 - unit) / log);
          if (!(stay < end - at)) {
            break;
          }
          at += (int) stay;
          double stays = stay == 0 ? 1 : StrictMath.exp(stay * log);
          when = Math.max(Double.MIN_NORMAL, 1 - (1 - unit) / stays);
        } else {
          int stay = reached(atMost[g], guideRow[g], GUIDE, unit);
          if (stay >= end - at) {
            break;
          }
          at += stay;
          when = (unit - (stay == 0 ? 0 : atMost[g][stay - 1])) * spread[g][stay];
        }
        int asset = member[at];
        if (when < pathEnds[assets.kind[asset]]) {
          ended(asset, when(asset, when, common), key, lane, into);
        }
      }
    }
    if (!byClass) {
      into.add(lane, flows);
    }
  }

  /// The number that tells when: of what an asset alone would draw, had it ended.
  private double when(int asset, double unit, double common) {
    if (correlation == 0) {
      return unit;
    }
    double own = Normal.point(unit);
    double when =
        Normal.below(
            StrictMath.sqrt(correlation) * common + StrictMath.sqrt(1 - correlation) * own);
    return Math.min(when, Math.nextDown(ends[assets.kind[asset]]));
  }

  private void ended(int asset, double when, long key, int lane, SimFlows into) {
    int c = assets.kind[asset];
    double[] ended = curve[c];
    // the payment with which it ended: the last whose probability of having ended before is not
    // above the number
    int last = ended.length - 2;
    int payment = guide[c][Math.min(GUIDE, (int) (when * perStep[c]))];
    while (payment > 0 && ended[payment] > when) {
      payment--;
    }
    while (payment < last && ended[payment + 1] <= when) {
      payment++;
    }
    int risk = 0;
    double[] shares = assets.shareUpTo[c][payment];
    if (shares.length > 1) {
      double which = Chance.unit(Chance.bits(key, 0x1000000 + asset));
      while (risk < shares.length - 1 && which > shares[risk]) {
        risk++;
      }
    }
    if (into.byClass()) {
      assets.end(asset, payment, risk, lane, into);
    } else {
      assets.end(asset, payment, risk, 1, flows);
    }
  }

  /// The first of rising sums that is above a number, or as many as there are.
  private static int reached(double[] sums, int[] guide, double perStep, double number) {
    int at = guide[(int) (number * perStep)];
    while (at > 0 && sums[at - 1] > number) {
      at--;
    }
    while (at < sums.length && sums[at] <= number) {
      at++;
    }
    return at;
  }

  /// By steps of a number, the first of rising sums that is above it.
  private static int[] guide(double[] sums, double perStep) {
    int[] guide = new int[GUIDE + 1];
    int at = 0;
    for (int step = 0; step <= GUIDE; step++) {
      while (at < sums.length && sums[at] * perStep <= step) {
        at++;
      }
      guide[step] = at;
    }
    return guide;
  }
}
