package org.zhiheng.cashflow.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The steps of waterfalls for a block of paths, in doubles; the twin of [LedgerSteps]. Belongs to
/// one [SimBlock].
final class SimSteps {

  /// Less than this is nothing: a millionth of a minor unit.
  static final double NOTHING = 1e-6;

  private static final double ENDLESS = 1e300;

  /// 1 on paths that are over.
  final double[] done = new double[Lanes.COUNT];

  private final SimBlock block;
  private final Plan plan;
  private final Layout layout;
  private final SimPrograms programs;
  private final double[][] state;
  private final SimDues dues;
  private final SimSources sources;
  private final SimTargets targets;
  private final double[] endless = new double[Lanes.COUNT];
  private final double[] value = new double[Lanes.COUNT];
  private final double[] due = new double[Lanes.COUNT];
  private final double[] owed = new double[Lanes.COUNT];
  private final double[] cash = new double[Lanes.COUNT];
  private final double[] amount = new double[Lanes.COUNT];
  private final double[] left = new double[Lanes.COUNT];
  private final double[] paid = new double[Lanes.COUNT];
  private final double[] share = new double[Lanes.COUNT];
  private final double[] both = new double[Lanes.COUNT];
  private double @Nullable [] gate;

  /// The account that the step before left empty on all paths, or -1.
  private int drained = -1;

  private long days;

  SimSteps(SimBlock block, SimPrograms programs) {
    this.block = block;
    this.plan = block.plan;
    this.layout = block.layout;
    this.programs = programs;
    this.state = block.state;
    Arrays.fill(endless, ENDLESS);
    dues = new SimDues(plan, state);
    sources = new SimSources(plan.layout, state);
    targets = new SimTargets(plan, programs, state);
  }

  void begin(int pay) {
    drained = -1;
    days = plan.days(pay);
    if (pay == 0) {
      Arrays.fill(done, 0);
      targets.begin();
    }
  }

  long days() {
    return days;
  }

  /// Shuts paths where it is 0; none: all are open.
  void gate(double @Nullable [] open) {
    gate = open;
  }

  double[] endless() {
    return endless;
  }

  /// The values of a program as amounts: not below 0.
  double[] value(int program) {
    return value(program, null);
  }

  private double[] value(int program, double @Nullable [] open) {
    double[] values = programs.run(plan.programs[program], state, days, open);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      value[lane] = Lanes.above(values[lane]);
    }
    return value;
  }

  void targets() {
    targets.set(days);
  }

  void step(Op op, int pay) {
    if (drained >= 0 && takesFrom(op, drained)) {
      return;
    }
    drained = -1;
    switch (op.what) {
      case Op.FEES, Op.HEDGE, Op.INTEREST, Op.PRINCIPAL, Op.SCHEDULED, Op.GUARANTEED ->
          pays(op, pay);
      case Op.RESIDUAL_TRANCHE, Op.RESIDUAL_FEE -> residual(op);
      case Op.FILL -> {
        targets();
        int to = layout.account(op.targets[0]);
        if (simple(op)) {
          double[] from = state[layout.account(op.sources[0])];
          if (gate == null) {
            Lanes.fill(from, state[to], state[to + Layout.A_TARGET]);
          } else {
            Lanes.fill(from, state[to], state[to + Layout.A_TARGET], gate);
          }
          return;
        }
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          due[lane] = Math.max(0, state[to + Layout.A_TARGET][lane] - state[to][lane]);
        }
        moves(op, state[to]);
      }
      case Op.RELEASE -> {
        targets();
        releases(op);
      }
      case Op.TRANSFER -> {
        Arrays.fill(due, ENDLESS);
        moves(op, state[layout.account(op.targets[0])]);
      }
      case Op.REPAY -> repays(op);
      case Op.WRITE_OFF -> writesOff(op);
      case Op.BOOK -> books(op);
      case Op.CURE -> cures(op);
      case Op.BUY -> buys(op, pay);
      case Op.DECIDE -> decides(op);
      default -> throw new IllegalStateException("no such step: " + op.what);
    }
  }

  /// Whether a step does nothing but pay from an account.
  private boolean takesFrom(Op op, int account) {
    return switch (op.what) {
      case Op.FEES, Op.HEDGE, Op.INTEREST, Op.PRINCIPAL, Op.RESIDUAL_TRANCHE, Op.RESIDUAL_FEE ->
          simple(op) && op.sources[0] == account;
      default -> false;
    };
  }

  private void decides(Op op) {
    double[] guard = guard(op);
    double[] holds = programs.run(plan.programs[op.limit], state, days, guard);
    double[] yes = state[op.targets[0]];
    double[] no = state[op.targets[1]];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      boolean open = guard == null || guard[lane] != 0;
      yes[lane] = open && holds[lane] != 0 ? 1 : 0;
      no[lane] = open && holds[lane] == 0 ? 1 : 0;
    }
  }

  /// What lets a step happen on a path: its status and the decisions above it.
  private double @Nullable [] guard(Op op) {
    if (op.guard < 0) {
      return gate;
    }
    double[] decided = state[op.guard];
    double[] open = gate;
    if (open == null) {
      return decided;
    }
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      both[lane] = decided[lane] * open[lane];
    }
    return both;
  }

  private void pays(Op op, int pay) {
    if (simple(op) && paysSimply(op, pay)) {
      return;
    }
    int[] targets = op.targets;
    dues.owed(op, targets[0], pay, owed);
    Lanes.copy(owed, due);
    for (int t = 1; t < targets.length; t++) {
      dues.owed(op, targets[t], pay, owed);
      Lanes.add(owed, due);
    }
    double[] most = limited(op, due);
    sources.available(op.sources, cash);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      amount[lane] = Math.min(Math.min(due[lane], most[lane]), cash[lane]);
    }
    shut(op, amount);
    if (targets.length == 1) {
      dues.paid(op, targets[0], amount);
    } else if (op.proRata) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        share[lane] = due[lane] > 0 ? amount[lane] / due[lane] : 0;
      }
      for (int target : targets) {
        dues.owed(op, target, pay, owed);
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          paid[lane] = owed[lane] * share[lane];
        }
        dues.paid(op, target, paid);
      }
    } else {
      Lanes.copy(amount, left);
      for (int target : targets) {
        dues.owed(op, target, pay, owed);
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          paid[lane] = Math.min(owed[lane], left[lane]);
          left[lane] -= paid[lane];
        }
        dues.paid(op, target, paid);
      }
    }
    sources.take(op.sources, amount);
  }

  /// Whether a step pays one target from one account, without limit and decisions above it.
  private boolean simple(Op op) {
    return op.targets.length == 1
        && op.sources.length == 1
        && op.sources[0] >= 0
        && op.limit < 0
        && op.guard < 0;
  }

  /// Whether settling changes nothing on any path. An account that is below nothing by a rounding
  /// would be set to nothing, and must be so whether or not others of the block still owe.
  private boolean nothingToSettle(double[] account, int tranche) {
    return block.isOver(tranche) && Lanes.noneBelow(account);
  }

  /// The most usual steps, each in one go; the sums are those of the long way but for their last
  /// bits. Says whether it was done.
  private boolean paysSimply(Op op, int pay) {
    int target = op.targets[0];
    double[] account = state[layout.account(op.sources[0])];
    return switch (op.what) {
      case Op.FEES -> {
        settle(
            account,
            state[layout.fee(target, Layout.F_DUE)],
            state[layout.fee(target, Layout.F_PAID)]);
        yield true;
      }
      case Op.HEDGE -> {
        settle(
            account,
            state[layout.hedge(target, Layout.H_DUE)],
            state[layout.hedge(target, Layout.H_PAID)]);
        yield true;
      }
      case Op.INTEREST -> {
        if (!plan.onUnpaid[target] && !nothingToSettle(account, target)) {
          settle(
              account,
              state[layout.tranche(target, Layout.T_DUE_INTEREST)],
              state[layout.tranche(target, Layout.T_PAID_INTEREST)]);
        }
        yield !plan.onUnpaid[target];
      }
      case Op.PRINCIPAL -> {
        boolean all =
            plan.open[target][pay] && plan.planned[target][pay] < 0 && !plan.matured[target][pay];
        if (all && !nothingToSettle(account, target)) {
          settle(
              account,
              state[layout.tranche(target, Layout.T_BALANCE)],
              state[layout.tranche(target, Layout.T_PAID_PRINCIPAL)]);
          drained = Lanes.nothing(account) ? op.sources[0] : -1;
        }
        yield all;
      }
      default -> false;
    };
  }

  private void settle(double[] account, double[] owing, double[] got) {
    if (gate == null) {
      Lanes.settle(account, owing, got);
    } else {
      Lanes.settle(account, owing, got, gate);
    }
  }

  private void residual(Op op) {
    if (op.what == Op.RESIDUAL_TRANCHE) {
      block.pays(op.targets[0]);
    }
    if (simple(op) && !(op.what == Op.RESIDUAL_TRANCHE && plan.onUnpaid[op.targets[0]])) {
      residualSimply(op);
      return;
    }
    sources.available(op.sources, cash);
    double[] most = limited(op, cash);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      amount[lane] = Math.min(cash[lane], most[lane]);
    }
    shut(op, amount);
    int target = op.targets[0];
    if (op.what == Op.RESIDUAL_TRANCHE) {
      Lanes.add(amount, state[layout.tranche(target, Layout.T_PAID_INTEREST)]);
      double[] onUnpaid = state[layout.tranche(target, Layout.T_DUE_ON_UNPAID)];
      double[] interest = state[layout.tranche(target, Layout.T_DUE_INTEREST)];
      if (plan.onUnpaid[target]) {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          double first = Math.min(amount[lane], onUnpaid[lane]);
          onUnpaid[lane] -= first;
          interest[lane] -= Math.min(amount[lane] - first, interest[lane]);
        }
      } else {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          interest[lane] -= Math.min(amount[lane], interest[lane]);
        }
      }
    } else {
      Lanes.add(amount, state[layout.fee(target, Layout.F_PAID)]);
      double[] fee = state[layout.fee(target, Layout.F_DUE)];
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        fee[lane] -= Math.min(amount[lane], fee[lane]);
      }
    }
    sources.take(op.sources, amount);
  }

  private void residualSimply(Op op) {
    double[] account = state[layout.account(op.sources[0])];
    int target = op.targets[0];
    boolean tranche = op.what == Op.RESIDUAL_TRANCHE;
    double[] owing =
        state[
            tranche
                ? layout.tranche(target, Layout.T_DUE_INTEREST)
                : layout.fee(target, Layout.F_DUE)];
    double[] got =
        state[
            tranche
                ? layout.tranche(target, Layout.T_PAID_INTEREST)
                : layout.fee(target, Layout.F_PAID)];
    if (gate == null) {
      Lanes.empty(account, owing, got);
    } else {
      Lanes.empty(account, owing, got, gate);
    }
  }

  private void moves(Op op, double[] to) {
    sources.available(op.sources, cash);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      amount[lane] = Math.min(due[lane], cash[lane]);
    }
    double[] most = limited(op, amount);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      amount[lane] = Math.min(amount[lane], most[lane]);
    }
    shut(op, amount);
    sources.take(op.sources, amount);
    Lanes.add(amount, to);
  }

  private void releases(Op op) {
    double[] from = state[layout.account(op.targets[0])];
    double[] target = state[layout.account(op.targets[0]) + Layout.A_TARGET];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      amount[lane] = Math.max(0, from[lane] - target[lane]);
    }
    Lanes.least(amount, limited(op, amount));
    shut(op, amount);
    Lanes.subtract(amount, from);
    Lanes.add(amount, state[layout.account(0)]);
  }

  private void repays(Op op) {
    int s = op.targets[0];
    double[] cost = state[layout.support(s, Layout.S_DUE)];
    double[] drawn = state[layout.support(s, Layout.S_DRAWN)];
    double[] available = state[layout.support(s, Layout.S_AVAILABLE)];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      due[lane] = cost[lane] + drawn[lane];
    }
    double[] most = limited(op, due);
    sources.available(op.sources, cash);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      amount[lane] = Math.min(Math.min(due[lane], most[lane]), cash[lane]);
    }
    shut(op, amount);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      double first = Math.min(amount[lane], cost[lane]);
      cost[lane] -= first;
      drawn[lane] -= amount[lane] - first;
      available[lane] += plan.restores[s] ? amount[lane] - first : 0;
    }
    sources.take(op.sources, amount);
  }

  private void writesOff(Op op) {
    double[] balance = state[layout.tranche(op.targets[0], Layout.T_BALANCE)];
    double[] principal = state[layout.tranche(op.targets[0], Layout.T_DUE_PRINCIPAL)];
    Lanes.copy(balance, amount);
    Lanes.least(amount, limited(op, amount));
    shut(op, amount);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      balance[lane] -= amount[lane];
      principal[lane] = Math.min(principal[lane], balance[lane]);
    }
    Lanes.add(amount, state[layout.tranche(op.targets[0], Layout.T_WRITTEN_OFF)]);
  }

  private void books(Op op) {
    int ledger = op.targets[0];
    double[] defaults = state[Layout.DEFAULT];
    Lanes.copy(op.limit < 0 ? defaults : limited(op, defaults), left);
    shut(op, left);
    int[] bears = plan.ledgerTranches[ledger];
    for (int i = 0; i < bears.length; i++) {
      double[] booked = state[plan.ledgerSlot[ledger] + i];
      double[] balance = state[layout.tranche(bears[i], Layout.T_BALANCE)];
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        double more = Math.min(left[lane], Math.max(0, balance[lane] - booked[lane]));
        booked[lane] += more;
        left[lane] -= more;
      }
    }
  }

  private void cures(Op op) {
    int ledger = op.targets[0];
    int count = plan.ledgerTranches[ledger].length;
    Arrays.fill(due, 0);
    for (int i = 0; i < count; i++) {
      Lanes.add(state[plan.ledgerSlot[ledger] + i], due);
    }
    Lanes.copy(due, left);
    Lanes.least(left, limited(op, due));
    shut(op, left);
    for (int i = count - 1; i >= 0; i--) {
      Lanes.settle(state[plan.ledgerSlot[ledger] + i], left);
    }
  }

  private void buys(Op op, int pay) {
    if (plan.purchase.isEmpty()) {
      return;
    }
    sources.available(op.sources, cash);
    Lanes.copy(cash, amount);
    Lanes.least(amount, limited(op, cash));
    shut(op, amount);
    sources.take(op.sources, amount);
    double price = plan.purchasePrice / 1e9;
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      paid[lane] = amount[lane] / price;
    }
    Lanes.add(paid, state[Layout.POOL]);
    double[][] unit = block.flows.assets.bought[pay];
    for (int f = 0; f < SimAssets.KINDS; f++) {
      for (int p = pay + 1; p < block.periods; p++) {
        if (unit[f][p] != 0) {
          Lanes.addTimes(paid, unit[f][p], block.flows.own[f][p]);
        }
      }
    }
  }

  private double[] limited(Op op, double[] of) {
    if (op.limit < 0) {
      return endless;
    }
    double[] most = value(op.limit, guard(op));
    if (op.limitKind == Op.OF_DUE) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        most[lane] *= of[lane];
      }
    } else if (op.limitKind == Op.OF_POOL) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        most[lane] *= state[Layout.POOL_BEGIN][lane];
      }
    }
    return most;
  }

  private void shut(Op op, double[] what) {
    double[] open = guard(op);
    if (open != null) {
      Lanes.times(open, what);
    }
  }
}
