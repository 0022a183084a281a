package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// What a step of a waterfall owes its targets on a block of paths.
final class SimDues {

  private final Plan plan;
  private final Layout layout;
  private final double[][] state;

  SimDues(Plan plan, double[][] state) {
    this.plan = plan;
    this.layout = plan.layout;
    this.state = state;
  }

  /// Puts down what one target is owed.
  void owed(Op op, int target, int pay, double[] owed) {
    switch (op.what) {
      case Op.FEES -> Lanes.copy(state[layout.fee(target, Layout.F_DUE)], owed);
      case Op.HEDGE -> Lanes.copy(state[layout.hedge(target, Layout.H_DUE)], owed);
      case Op.INTEREST -> {
        double[] interest = state[layout.tranche(target, Layout.T_DUE_INTEREST)];
        if (plan.onUnpaid[target]) {
          double[] onUnpaid = state[layout.tranche(target, Layout.T_DUE_ON_UNPAID)];
          for (int lane = 0; lane < Lanes.COUNT; lane++) {
            owed[lane] = interest[lane] + onUnpaid[lane];
          }
        } else {
          Lanes.copy(interest, owed);
        }
      }
      case Op.GUARANTEED -> Lanes.copy(state[layout.tranche(target, Layout.T_DUE_PRINCIPAL)], owed);
      default -> owedPrincipal(op, target, pay, owed);
    }
  }

  private void owedPrincipal(Op op, int target, int pay, double[] owed) {
    double[] balance = state[layout.tranche(target, Layout.T_BALANCE)];
    if (!plan.open[target][pay]) {
      Arrays.fill(owed, 0);
    } else if (plan.planned[target][pay] >= 0) {
      Lanes.copy(state[layout.tranche(target, Layout.T_DUE_PRINCIPAL)], owed);
    } else if (op.what == Op.SCHEDULED) {
      double[] principal = state[Layout.PRINCIPAL];
      double[] prepay = state[Layout.PREPAY];
      double[] recovery = state[Layout.RECOVERY];
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        owed[lane] = Math.min(balance[lane], principal[lane] + prepay[lane] + recovery[lane]);
      }
    } else {
      Lanes.copy(balance, owed);
    }
  }
}
