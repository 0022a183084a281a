package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// What a step of a waterfall owes its targets on a block of paths, and what it paid them.
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

  /// Takes what one target was paid off what it is owed, and notes it.
  void paid(Op op, int target, double[] what) {
    switch (op.what) {
      case Op.FEES -> {
        Lanes.lessen(what, state[layout.fee(target, Layout.F_DUE)]);
        Lanes.add(what, state[layout.fee(target, Layout.F_PAID)]);
      }
      case Op.HEDGE -> {
        Lanes.lessen(what, state[layout.hedge(target, Layout.H_DUE)]);
        Lanes.add(what, state[layout.hedge(target, Layout.H_PAID)]);
      }
      case Op.INTEREST -> {
        double[] interest = state[layout.tranche(target, Layout.T_DUE_INTEREST)];
        if (plan.onUnpaid[target]) {
          double[] onUnpaid = state[layout.tranche(target, Layout.T_DUE_ON_UNPAID)];
          for (int lane = 0; lane < Lanes.COUNT; lane++) {
            double first = Math.min(what[lane], onUnpaid[lane]);
            onUnpaid[lane] -= first;
            interest[lane] = Lanes.above(interest[lane] - (what[lane] - first));
          }
        } else {
          Lanes.lessen(what, interest);
        }
        Lanes.add(what, state[layout.tranche(target, Layout.T_PAID_INTEREST)]);
      }
      default -> {
        double[] balance = state[layout.tranche(target, Layout.T_BALANCE)];
        double[] principal = state[layout.tranche(target, Layout.T_DUE_PRINCIPAL)];
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          balance[lane] = Lanes.above(balance[lane] - what[lane]);
          principal[lane] = Lanes.above(principal[lane] - what[lane]);
        }
        Lanes.add(what, state[layout.tranche(target, Layout.T_PAID_PRINCIPAL)]);
      }
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
