package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// What the pools of a block of paths pay, by payment date. One for each thread.
///
/// What all paths have in common is kept once. Of a path only what ended on it is kept: where
/// classes of like assets are few, which asset ended on which date, and what its class pays no more
/// is reckoned for all paths of the block together when the date is come to.
final class SimFlows {

  /// With more classes it costs less to take out the later flows of each asset by itself.
  private static final int CLASSES_FEW = 12;

  /// Classes that are reckoned in one go.
  private static final int CLASSES_AT_ONCE = 4;

  private static final int LESSENED = SimAssets.LESSENED;

  private static final int ROOM_FIRST = 64;

  private static final int LANE_BITS = Integer.numberOfTrailingZeros(Lanes.COUNT);

  final SimAssets assets;

  /// By kind, payment date and path: what is added to what is common; no date of a kind of which
  /// nothing is.
  final double[][][] own;

  /// By payment date: the assets that pay nothing from that date on, each as its number, its risk
  /// and its path; and how many of them there are.
  final int[][] ending;

  final int[] endings;
  private final int assetShift;

  /// By class and path: the balances that pay nothing more on the date that was come to; no class
  /// where classes are many.
  private final double[][] gone;

  /// By payment date, kind of flow and so many classes: the terms of [Lanes#less]. None where a
  /// flow that lessens has more to it.
  private final double[][][][] terms;

  private final double[] less = new double[Lanes.COUNT];

  private final double[][] common;
  private final boolean[] there;
  private final boolean[] owns;

  private SimFlows(SimAssets assets, double[][] common, int classes, boolean all) {
    this.assets = assets;
    this.common = common;
    ending = new int[classes == 0 ? 0 : assets.periods][ROOM_FIRST];
    assetShift = LANE_BITS + assets.riskBits;
    endings = new int[assets.periods];
    gone = new double[classes][Lanes.COUNT];
    own = new double[SimAssets.KINDS][][];
    for (int f = 0; f < SimAssets.KINDS; f++) {
      boolean any = all || classes == 0 || !assets.whole || f == SimAssets.RECOVERY;
      own[f] = new double[any ? assets.periods : 0][Lanes.COUNT];
    }
    there = assets.kinds.clone();
    owns = new boolean[SimAssets.KINDS];
    if (all) {
      Arrays.fill(there, true);
    }
    for (int f = 0; f < SimAssets.KINDS; f++) {
      owns[f] = all || (there[f] && (f == SimAssets.RECOVERY || classes == 0 || !assets.whole));
    }
    terms = new double[owns[SimAssets.INTEREST] ? 0 : assets.periods][][][];
    for (int p = 0; p < terms.length; p++) {
      terms[p] = terms(p);
    }
  }

  /// Flows from which what ends is taken out.
  ///
  /// @param buys whether more assets are bought on the way
  static SimFlows of(SimAssets assets, boolean buys) {
    int classes = assets.ended.length;
    return new SimFlows(assets, assets.all, classes <= CLASSES_FEW ? classes : 0, buys);
  }

  /// Flows that are wholly given.
  static SimFlows given(SimAssets assets) {
    return new SimFlows(assets, new double[SimAssets.KINDS][assets.periods], 0, true);
  }

  private double[][][] terms(int pay) {
    int parts = (gone.length + CLASSES_AT_ONCE - 1) / CLASSES_AT_ONCE;
    double[][][] all = new double[LESSENED][parts][1 + CLASSES_AT_ONCE];
    for (int f = 0; f < LESSENED; f++) {
      all[f][0][0] = common[f][pay];
      for (int c = 0; c < gone.length; c++) {
        all[f][c / CLASSES_AT_ONCE][1 + c % CLASSES_AT_ONCE] = assets.unit[c][f][pay];
      }
    }
    return all;
  }

  /// Whether what a class pays no more is reckoned together.
  boolean byClass() {
    return gone.length > 0;
  }

  /// Says that an asset pays nothing on a path from a date on, by the risk that ended it.
  void ends(int asset, int risk, int date, int lane) {
    int at = endings[date];
    int[] those = at < ending[date].length ? ending[date] : more(date);
    those[at] = packed(asset, risk, lane);
    endings[date] = at + 1;
  }

  /// Makes room for what ends on a date.
  int[] more(int date) {
    ending[date] = Arrays.copyOf(ending[date], 2 * ending[date].length);
    return ending[date];
  }

  /// An asset that ends as one number.
  int packed(int asset, int risk, int lane) {
    return asset << assetShift | risk << LANE_BITS | lane;
  }

  /// By path: the balances of a class that pay nothing more on the date that was come to.
  double[] gone(int classOfAssets) {
    return gone[classOfAssets];
  }

  /// Adds flows of one path, by kind and payment date.
  void add(int lane, double[][] path) {
    add(lane, path, 0);
  }

  /// The same.
  ///
  /// @param first the first kinds, as [SimAssets#later]
  /// @param others the other kinds, by kind and payment date
  void add(int lane, double[] first, double[][] others) {
    for (int f = 0; f < LESSENED; f++) {
      if (there[f]) {
        double[][] to = own[f];
        for (int p = 0; p < assets.periods; p++) {
          to[p][lane] += first[LESSENED * p + f];
        }
      }
    }
    add(lane, others, LESSENED);
  }

  private void add(int lane, double[][] path, int fromKind) {
    for (int f = fromKind; f < SimAssets.KINDS; f++) {
      if (there[f]) {
        double[] from = path[f];
        double[][] to = own[f];
        for (int p = 0; p < assets.periods; p++) {
          to[p][lane] += from[p];
        }
      }
    }
  }

  /// Whether there are flows of a kind on any path.
  boolean has(int kind) {
    return there[kind];
  }

  /// Puts down the flows of a payment date, by kind; each date in its order, and each once. Rows of
  /// kinds that are on no path are left as they are.
  void take(int pay, double[][] to) {
    if (byClass()) {
      give(SimAssets.DEFAULT, pay, to);
      if (assets.whole) {
        endWhole(pay, to[SimAssets.DEFAULT]);
      } else {
        end(pay);
      }
    }
    for (int f = terms.length > 0 ? LESSENED : 0; f < SimAssets.KINDS; f++) {
      if (f != SimAssets.DEFAULT || !byClass()) {
        give(f, pay, to);
      }
    }
    lessen(pay, to);
  }

  private void give(int kind, int pay, double[][] to) {
    if (owns[kind]) {
      Lanes.pour(common[kind][pay], own[kind][pay], to[kind]);
    } else if (there[kind]) {
      Arrays.fill(to[kind], common[kind][pay]);
    }
  }

  /// Goes through what ends with a payment date, where it pays nothing of that date.
  private void endWhole(int pay, double[] lost) {
    begin(pay);
    double[][] back = own[SimAssets.RECOVERY];
    double[] lostPart = assets.lostOn[pay];
    int[] backOn = assets.backOn[pay];
    double[] backPart = assets.backPart[pay];
    int[] those = ending[pay];
    int count = endings[pay];
    int riskBits = assets.riskBits;
    int riskMask = (1 << riskBits) - 1;
    int shift = assetShift;
    int[] kind = assets.kind;
    double[] balances = assets.balance;
    double[][] less = gone;
    for (int i = 0; i < count; i++) {
      int one = those[i];
      int asset = one >>> shift;
      int lane = one & Lanes.COUNT - 1;
      int c = kind[asset];
      int by = (c << riskBits) + (one >>> LANE_BITS & riskMask);
      double balance = balances[asset];
      less[c][lane] += balance;
      lost[lane] += lostPart[by] * balance;
      back[backOn[by]][lane] += backPart[by] * balance;
    }
    endings[pay] = 0;
  }

  /// The same where more of it was reckoned when it was drawn.
  private void end(int pay) {
    begin(pay);
    int[] those = ending[pay];
    for (int i = 0; i < endings[pay]; i++) {
      int asset = those[i] >>> assetShift;
      gone[assets.kind[asset]][those[i] & Lanes.COUNT - 1] += assets.balance[asset];
    }
    endings[pay] = 0;
  }

  private void begin(int pay) {
    if (pay == 0) {
      for (double[] row : gone) {
        Arrays.fill(row, 0);
      }
    }
  }

  private void lessen(int pay, double[][] to) {
    if (terms.length > 0) {
      for (int f = 0; f < LESSENED; f++) {
        if (there[f]) {
          double[][] parts = terms[pay][f];
          Lanes.less(parts[0], gone[0], row(1), row(2), row(3), to[f]);
          for (int i = 1; i < parts.length; i++) {
            int c = i * CLASSES_AT_ONCE;
            Lanes.less(parts[i], gone[c], row(c + 1), row(c + 2), row(c + 3), less);
            Lanes.add(less, to[f]);
          }
        }
      }
    }
    for (int f = terms.length > 0 ? LESSENED : 0; f < SimAssets.KINDS; f++) {
      boolean lessens = f != SimAssets.DEFAULT && f != SimAssets.RECOVERY && there[f];
      for (int c = 0; lessens && c < gone.length; c++) {
        if (assets.unit[c][f][pay] != 0) {
          Lanes.less(assets.unit[c][f][pay], gone[c], to[f]);
        }
      }
    }
  }

  /// What is gone of a class; past the last, where its terms are 0, that of any.
  private double[] row(int c) {
    return gone[Math.min(c, gone.length - 1)];
  }
}
