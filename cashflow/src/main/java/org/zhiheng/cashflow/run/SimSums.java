package org.zhiheng.cashflow.run;

/// Sums over the paths of one stretch. Stretches are added up in their order, so that the result
/// does not depend on who went through which.
final class SimSums {

  /// Steps of a loss from nothing to all.
  static final int BINS = 10_000;

  final int tranches;
  final int periods;

  /// By tranche.
  final double[] loss;

  final double[] lossSquared;
  final long[] lossCount;
  final double[] unpaidInterest;
  final int[][] lossBins;

  /// By tranche and payment date.
  final double[][] interest;

  final double[][] principal;

  double defaulted;
  double defaultedSquared;
  double recovered;
  final int[] defaultBins = new int[BINS + 1];
  double[] drawn;

  /// By hedge: what was paid to the other side, and received from it.
  final double[] hedgePaid;

  final double[] hedgeReceived;

  /// By tranche and payment date: sums of every so-manieth path, which are added up at the end.
  private final double[][][] interestLanes;

  private final double[][][] principalLanes;

  SimSums(Plan plan, int periods) {
    this.tranches = plan.layout.tranches.size();
    this.periods = periods;
    loss = new double[tranches];
    lossSquared = new double[tranches];
    lossCount = new long[tranches];
    unpaidInterest = new double[tranches];
    lossBins = new int[tranches][BINS + 1];
    interest = new double[tranches][periods];
    principal = new double[tranches][periods];
    drawn = new double[plan.layout.supports.size()];
    hedgePaid = new double[plan.layout.hedges.size()];
    hedgeReceived = new double[plan.layout.hedges.size()];
    interestLanes = new double[tranches][periods][Lanes.FOLD];
    principalLanes = new double[tranches][periods][Lanes.FOLD];
  }

  /// Adds what the first paths of a block paid on a date.
  void paid(SimBlock block, int pay, int count) {
    for (int h = 0; h < hedgePaid.length; h++) {
      double[] out = block.state[block.layout.hedge(h, Layout.H_PAID)];
      double[] in = block.state[block.layout.hedge(h, Layout.H_RECEIVED)];
      for (int lane = 0; lane < count; lane++) {
        hedgePaid[h] += out[lane];
        hedgeReceived[h] += in[lane];
      }
    }
    for (int j = 0; j < tranches; j++) {
      if (block.isUnpaid(j)) {
        continue;
      }
      double[] part = block.state[block.layout.tranche(j, Layout.T_PAID_PRINCIPAL)];
      double[] more = block.state[block.layout.tranche(j, Layout.T_PAID_INTEREST)];
      Lanes.fold(part, count, principalLanes[j][pay]);
      Lanes.fold(more, count, interestLanes[j][pay]);
    }
  }

  /// Adds what the first paths of a block came to.
  void add(SimBlock block, int count) {
    Layout layout = block.layout;
    for (int j = 0; j < tranches; j++) {
      double size = block.plan.deal.tranches().get(j).size();
      double[] balance = block.state[layout.tranche(j, Layout.T_BALANCE)];
      double[] off = block.state[layout.tranche(j, Layout.T_WRITTEN_OFF)];
      double[] due = block.state[layout.tranche(j, Layout.T_DUE_INTEREST)];
      for (int lane = 0; lane < count; lane++) {
        double lost = balance[lane] + off[lane];
        if (lost > 0.5) {
          lossCount[j]++;
          loss[j] += lost;
          lossSquared[j] += lost * lost;
        }
        lossBins[j][bin(lost, size)]++;
        unpaidInterest[j] += due[lane];
      }
    }
    double[] pool = block.state[Layout.CUM_DEFAULT];
    double[] back = block.state[Layout.CUM_RECOVERY];
    for (int lane = 0; lane < count; lane++) {
      defaulted += pool[lane];
      defaultedSquared += pool[lane] * pool[lane];
      recovered += back[lane];
      defaultBins[bin(pool[lane], (double) block.plan.poolBalance)]++;
    }
    for (int s = 0; s < drawn.length; s++) {
      double[] stands = block.state[layout.support(s, Layout.S_DRAWN)];
      for (int lane = 0; lane < count; lane++) {
        drawn[s] += stands[lane];
      }
    }
  }

  private static int bin(double part, double whole) {
    return whole <= 0
        ? 0
        : (int) Math.max(0, Math.min(BINS, Math.ceil(part / whole * BINS - 1e-7)));
  }

  /// Adds up what was kept apart; once, when a stretch is done.
  void close() {
    for (int j = 0; j < tranches; j++) {
      for (int p = 0; p < periods; p++) {
        for (int lane = 0; lane < Lanes.FOLD; lane++) {
          interest[j][p] += interestLanes[j][p][lane];
          principal[j][p] += principalLanes[j][p][lane];
          interestLanes[j][p][lane] = 0;
          principalLanes[j][p][lane] = 0;
        }
      }
    }
  }

  /// Adds the next stretch, which is closed.
  void join(SimSums next) {
    for (int j = 0; j < tranches; j++) {
      loss[j] += next.loss[j];
      lossSquared[j] += next.lossSquared[j];
      lossCount[j] += next.lossCount[j];
      unpaidInterest[j] += next.unpaidInterest[j];
      for (int p = 0; p < periods; p++) {
        interest[j][p] += next.interest[j][p];
        principal[j][p] += next.principal[j][p];
      }
      addBins(next.lossBins[j], lossBins[j]);
    }
    defaulted += next.defaulted;
    defaultedSquared += next.defaultedSquared;
    recovered += next.recovered;
    addBins(next.defaultBins, defaultBins);
    for (int h = 0; h < hedgePaid.length; h++) {
      hedgePaid[h] += next.hedgePaid[h];
      hedgeReceived[h] += next.hedgeReceived[h];
    }
    for (int s = 0; s < drawn.length; s++) {
      drawn[s] += next.drawn[s];
    }
  }

  private static void addBins(int[] what, int[] to) {
    for (int bin = 0; bin <= BINS; bin++) {
      to[bin] += what[bin];
    }
  }
}
