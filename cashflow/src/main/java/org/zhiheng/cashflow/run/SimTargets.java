package org.zhiheng.cashflow.run;

/// Targets of accounts on a block of paths. Those that follow from what never changes are reckoned
/// once for a block.
final class SimTargets {

  private final Plan plan;
  private final SimPrograms programs;
  private final double[][] state;

  /// By account: whether its target never changes.
  private final boolean[] fixed;

  SimTargets(Plan plan, SimPrograms programs, double[][] state) {
    this.plan = plan;
    this.programs = programs;
    this.state = state;
    fixed = new boolean[plan.targetProgram.length];
    for (int a = 0; a < fixed.length; a++) {
      fixed[a] =
          plan.targetProgram[a] >= 0 && programs.isFixed(plan.programs[plan.targetProgram[a]]);
    }
  }

  /// Works out those that never change.
  void begin() {
    for (int a = 0; a < fixed.length; a++) {
      if (fixed[a]) {
        set(a, 0);
      }
    }
  }

  /// Works the others out anew.
  void set(long days) {
    for (int a = 0; a < fixed.length; a++) {
      if (!fixed[a] && plan.targetProgram[a] >= 0) {
        set(a, days);
      }
    }
  }

  private void set(int account, long days) {
    double[] values = programs.run(plan.programs[plan.targetProgram[account]], state, days, null);
    double[] target = state[plan.layout.account(account) + Layout.A_TARGET];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      target[lane] = Lanes.above(values[lane]);
    }
  }
}
