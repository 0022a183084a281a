package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// What the pools of a block of paths pay, by payment date. One for each thread.
///
/// What all paths have in common is kept once. Of a path only what ended on it is kept: where
/// classes of like assets are few, the balance that ended by class and date, and what the class
/// pays no more is reckoned for all paths of the block together when the date is come to.
final class SimFlows {

  /// With more classes it costs less to take out the later flows of each asset by itself.
  private static final int CLASSES_FEW = 12;

  final SimAssets assets;

  /// By kind, payment date and path: what is added to what is common.
  final double[][][] own;

  /// By class, payment date and path: the balances that pay nothing from that date on; none where
  /// classes are many.
  final double[][][] gone;

  /// By class and path: the sum of those until the date that was come to.
  private final double[][] goneSoFar;

  /// By path: what is lost on that date, as far as classes tell.
  private final double[] lost = new double[Lanes.COUNT];

  private final double[][] common;
  private final boolean[] there;
  private final boolean[] owns;

  private SimFlows(SimAssets assets, double[][] common, int classes, boolean all) {
    this.assets = assets;
    this.common = common;
    gone = new double[classes][assets.periods][Lanes.COUNT];
    goneSoFar = new double[classes][Lanes.COUNT];
    own = new double[SimAssets.KINDS][assets.periods][Lanes.COUNT];
    there = assets.kinds.clone();
    owns = new boolean[SimAssets.KINDS];
    if (all) {
      Arrays.fill(there, true);
    }
    for (int f = 0; f < SimAssets.KINDS; f++) {
      owns[f] = all || (there[f] && (f == SimAssets.RECOVERY || classes == 0 || !assets.whole));
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

  /// Whether what a class pays no more is reckoned together.
  boolean byClass() {
    return gone.length > 0;
  }

  /// Adds flows of one path, by kind and payment date.
  void add(int lane, double[][] path) {
    for (int f = 0; f < SimAssets.KINDS; f++) {
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

  /// Comes to a payment date; each in its order, and each once.
  void comeTo(int pay) {
    Arrays.fill(lost, 0);
    for (int c = 0; c < gone.length; c++) {
      if (pay == 0) {
        Arrays.fill(goneSoFar[c], 0);
      }
      if (assets.whole && there[SimAssets.DEFAULT]) {
        Lanes.addTimes(gone[c][pay], assets.lostOn[c][pay], lost);
      }
      Lanes.pour(gone[c][pay], goneSoFar[c]);
    }
  }

  /// The flows of the date that was come to; once for each kind.
  void take(int kind, int pay, double[] to) {
    double same = common[kind][pay];
    int c = 0;
    boolean lessens = kind != SimAssets.DEFAULT && kind != SimAssets.RECOVERY;
    if (owns[kind]) {
      Lanes.pour(same, own[kind][pay], to);
    } else if (lessens && gone.length > 1) {
      Lanes.less(
          same,
          assets.unit[0][kind][pay],
          goneSoFar[0],
          assets.unit[1][kind][pay],
          goneSoFar[1],
          to);
      c = 2;
    } else {
      Arrays.fill(to, same);
    }
    if (!lessens) {
      if (kind == SimAssets.DEFAULT) {
        Lanes.add(lost, to);
      }
      return;
    }
    for (; c + 1 < gone.length; c += 2) {
      double one = assets.unit[c][kind][pay];
      double other = assets.unit[c + 1][kind][pay];
      if (one != 0 || other != 0) {
        Lanes.less(one, goneSoFar[c], other, goneSoFar[c + 1], to);
      }
    }
    if (c < gone.length && assets.unit[c][kind][pay] != 0) {
      Lanes.less(assets.unit[c][kind][pay], goneSoFar[c], to);
    }
  }
}
