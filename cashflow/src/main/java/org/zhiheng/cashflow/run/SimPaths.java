package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// Draws what ends which asset on a path. One for each thread.
///
/// Four assets share 64 random bits: 16 bits tell whether an asset may have ended at all, and only
/// where they do not decide, more are drawn. So most assets cost a quarter of a draw.
final class SimPaths {

  private static final int SIXTEEN = 0xFFFF;
  private static final double STEP = 0x1p-16;

  /// Steps of a guide: some for each payment of a year's loan, one for several of a long one's.
  private static final int GUIDE = 128;

  /// With more classes it costs less to take out the later flows of each asset by itself.
  private static final int CLASSES_FEW = 8;

  private final SimAssets assets;
  private final long seed;
  private final double correlation;

  /// By class: the probability of ending at all, and its point of the normal distribution.
  private final double[] ends;

  private final double[] point;

  /// By class: where to look for the payment with which something ended, and how many steps of that
  /// a number of 1 would be.
  private final int[][] guide;

  private final double[] perStep;

  /// By asset: how many of the 65,536 values of 16 bits may mean that it ended.
  private final int[] may;

  private final double[] pathEnds;
  private final double[][] flows;

  /// By class, then payment date: the balances that ended on the date before, where classes are few
  /// enough that their later flows are taken out together; else empty.
  private final double[][] gone;

  SimPaths(SimAssets assets, long seed, double correlation) {
    this.assets = assets;
    this.seed = seed;
    this.correlation = correlation;
    int classes = assets.ended.length;
    ends = new double[classes];
    point = new double[classes];
    for (int c = 0; c < classes; c++) {
      ends[c] = assets.ended[c][assets.ended[c].length - 1];
      point[c] =
          ends[c] <= 0
              ? Double.NEGATIVE_INFINITY
              : ends[c] >= 1 ? Double.POSITIVE_INFINITY : Normal.point(ends[c]);
    }
    guide = new int[classes][];
    perStep = new double[classes];
    for (int c = 0; c < classes; c++) {
      perStep[c] = ends[c] > 0 ? GUIDE / ends[c] : 0;
      guide[c] = guide(assets.ended[c], perStep[c]);
    }
    pathEnds = ends.clone();
    may = new int[assets.count];
    mayEnd();
    flows = new double[SimAssets.KINDS][assets.periods];
    gone = classes <= CLASSES_FEW ? new double[classes][assets.periods + 2] : new double[0][];
  }

  private void mayEnd() {
    for (int i = 0; i < may.length; i++) {
      may[i] = (int) Math.min(SIXTEEN + 1, Math.ceil(pathEnds[assets.kind[i]] / STEP));
    }
  }

  /// The flows of a path by kind and payment date; valid until the next call.
  double[][] path(long path) {
    for (int f = 0; f < SimAssets.KINDS; f++) {
      if (!assets.kinds[f]) {
        continue;
      }
      System.arraycopy(assets.all[f], 0, flows[f], 0, assets.periods);
    }
    long key = Chance.path(seed, path);
    double common = 0;
    if (correlation > 0) {
      common = Normal.point(Chance.unit(Chance.bits(key, -1)));
      double own = StrictMath.sqrt(1 - correlation);
      for (int c = 0; c < ends.length; c++) {
        pathEnds[c] = Normal.below((point[c] - StrictMath.sqrt(correlation) * common) / own);
      }
      mayEnd();
    }
    int count = assets.count;
    int use = 0;
    for (int i = 0; i < count; i += 4) {
      long bits = Chance.bits(key, use++);
      int last = Math.min(count, i + 4);
      for (int j = i; j < last; j++) {
        int value = (int) bits & SIXTEEN;
        bits >>>= 16;
        if (value < may[j]) {
          mayHaveEnded(j, value, key, common);
        }
      }
    }
    for (int c = 0; c < gone.length; c++) {
      assets.takeOut(c, gone[c], flows);
      Arrays.fill(gone[c], 0);
    }
    return flows;
  }

  /// The 16 bits are the highest of a number in `(0, 1)`, its others are drawn here: it ended when
  /// the number is below its probability, and the number tells when.
  private void mayHaveEnded(int asset, int value, long key, double common) {
    double unit = (value + Chance.unit(Chance.bits(key, 0x1000000 + 2 * asset))) * STEP;
    int c = assets.kind[asset];
    if (unit >= pathEnds[c]) {
      return;
    }
    double when = unit;
    if (correlation > 0) {
      double own = Normal.point(unit);
      when =
          Normal.below(
              StrictMath.sqrt(correlation) * common + StrictMath.sqrt(1 - correlation) * own);
      when = Math.min(when, Math.nextDown(ends[c]));
    }
    int payment = payment(c, when);
    int risk = 0;
    double[] shares = assets.shareUpTo[c][payment];
    if (shares.length > 1) {
      double which = Chance.unit(Chance.bits(key, 0x1000000 + 2 * asset + 1));
      while (risk < shares.length - 1 && which > shares[risk]) {
        risk++;
      }
    }
    if (gone.length > 0) {
      double amount = assets.balance[asset];
      gone[c][1 + assets.endsOn(asset, payment, risk, amount, flows)] += amount;
    } else {
      assets.end(asset, payment, risk, 1, flows);
    }
  }

  /// The payment with which it ended: the last whose probability of having ended before is not
  /// above the number. Looked for from where the guide says, which is hardly ever off by more than
  /// a step.
  private int payment(int c, double when) {
    double[] ended = assets.ended[c];
    int last = ended.length - 2;
    int payment = guide[c][Math.min(GUIDE, (int) (when * perStep[c]))];
    while (payment > 0 && ended[payment] > when) {
      payment--;
    }
    while (payment < last && ended[payment + 1] <= when) {
      payment++;
    }
    return payment;
  }

  /// By steps of the number, the payment to begin with.
  private static int[] guide(double[] ended, double perStep) {
    int[] guide = new int[GUIDE + 1];
    int payment = 0;
    for (int step = 0; step <= GUIDE; step++) {
      while (payment < ended.length - 2 && ended[payment + 1] * perStep <= step) {
        payment++;
      }
      guide[step] = payment;
    }
    return guide;
  }
}
