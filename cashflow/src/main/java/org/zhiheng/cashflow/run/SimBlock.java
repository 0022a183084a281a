package org.zhiheng.cashflow.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A block of paths gone through a plan together, in doubles: each step once for all of them, so
/// that decoding it costs little. A path's numbers do not depend on the others in its block. One
/// for each thread.
final class SimBlock {

  /// Paths of a block: their state and flows fit a core's second cache.
  static final int LANES = 64;

  final Plan plan;
  final Layout layout;
  final int periods;
  final double[][] state;

  /// By kind of flow, then payment date.
  final double[][][] flows;

  /// By tranche, then payment date.
  final double[][][] interest;

  final double[][][] principal;

  final SimSteps steps;
  private final SimPrograms programs;
  private final boolean[] flowsThere;
  private final double[] gate = new double[LANES];
  private final boolean[] statusThere;

  SimBlock(Plan plan, int periods) {
    this.plan = plan;
    this.layout = plan.layout;
    this.periods = periods;
    state = new double[plan.stateSize][LANES];
    flows = new double[SimAssets.KINDS][periods][LANES];
    interest = new double[layout.tranches.size()][periods][LANES];
    principal = new double[layout.tranches.size()][periods][LANES];
    programs = new SimPrograms(plan.programs, LANES);
    steps = new SimSteps(this, programs);
    flowsThere = new boolean[SimAssets.KINDS];
    statusThere = new boolean[layout.statuses.size()];
  }

  /// Sets the flows of one path.
  ///
  /// @param kinds which kinds of flow there are at all
  void put(int lane, double[][] path, boolean[] kinds) {
    for (int f = 0; f < SimAssets.KINDS; f++) {
      if (kinds[f]) {
        double[] from = path[f];
        double[][] to = flows[f];
        for (int p = 0; p < periods; p++) {
          to[p][lane] = from[p];
        }
      }
    }
  }

  /// Goes through all payment dates.
  void run() {
    open();
    for (int f = 0; f < SimAssets.KINDS; f++) {
      flowsThere[f] = !plan.purchase.isEmpty() || anything(flows[f]);
    }
    for (int pay = 0; pay < periods; pay++) {
      steps.begin(pay);
      collect(pay);
      accrue(pay);
      calls(pay);
      triggers(false);
      pay(pay);
      triggers(true);
    }
  }

  private static boolean anything(double[][] rows) {
    for (double[] row : rows) {
      for (double value : row) {
        if (value != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private void open() {
    for (double[] slot : state) {
      Arrays.fill(slot, 0);
    }
    Arrays.fill(state[Layout.POOL], (double) plan.poolBalance);
    Arrays.fill(state[Layout.ORIGINAL], (double) plan.poolBalance);
    for (int j = 0; j < layout.tranches.size(); j++) {
      double size = plan.deal.tranches().get(j).size();
      Arrays.fill(state[layout.tranche(j, Layout.T_BALANCE)], size);
      Arrays.fill(state[layout.tranche(j, Layout.T_ORIGINAL)], size);
    }
    for (int a = 0; a < plan.opening.length; a++) {
      Arrays.fill(state[layout.account(a)], (double) plan.opening[a]);
    }
  }

  private void collect(int pay) {
    copy(state[Layout.POOL], state[Layout.POOL_BEGIN]);
    double[] account = state[layout.account(0)];
    double[] pool = state[Layout.POOL];
    take(pay, SimAssets.INTEREST, Layout.INTEREST, account, null);
    take(pay, SimAssets.PRINCIPAL, Layout.PRINCIPAL, account, pool);
    take(pay, SimAssets.PREPAY, Layout.PREPAY, account, pool);
    take(pay, SimAssets.DEFAULT, Layout.DEFAULT, null, pool);
    take(pay, SimAssets.RECOVERY, Layout.RECOVERY, account, null);
    take(pay, SimAssets.PENALTY, Layout.PENALTY, account, null);
    if (flowsThere[SimAssets.DEFAULT]) {
      add(state[Layout.DEFAULT], state[Layout.CUM_DEFAULT]);
    }
    if (flowsThere[SimAssets.RECOVERY]) {
      add(state[Layout.RECOVERY], state[Layout.CUM_RECOVERY]);
    }
    Arrays.fill(state[Layout.DAY], (double) plan.payDay[pay]);
    Arrays.fill(state[Layout.PERIOD], pay + 1);
  }

  private void take(
      int pay, int flow, int slot, double @Nullable [] into, double @Nullable [] outOf) {
    if (!flowsThere[flow]) {
      return;
    }
    double[] from = flows[flow][pay];
    double[] to = state[slot];
    double[] called = state[Layout.CALLED];
    if (plan.callProgram >= 0) {
      for (int lane = 0; lane < LANES; lane++) {
        to[lane] = from[lane] * (1 - called[lane]);
      }
    } else {
      copy(from, to);
    }
    if (into != null) {
      add(to, into);
    }
    if (outOf != null) {
      subtract(to, outOf);
    }
  }

  private void accrue(int pay) {
    for (int f = 0; f < plan.flagSlot.length; f++) {
      Arrays.fill(state[plan.flagSlot[f]], plan.flagDay[f] <= plan.payDay[pay] ? 1 : 0);
    }
    for (int j = 0; j < layout.tranches.size(); j++) {
      double[] balance = state[layout.tranche(j, Layout.T_BALANCE)];
      if (plan.accrualOver[j][pay] != 0) {
        double[] due = state[layout.tranche(j, Layout.T_DUE_INTEREST)];
        double rate = (double) plan.accrualOver[j][pay] / plan.accrualUnder[j][pay];
        if (plan.onUnpaid[j]) {
          addTimes(due, rate, state[layout.tranche(j, Layout.T_DUE_ON_UNPAID)]);
        }
        addTimes(balance, rate, due);
      }
      duePrincipal(j, pay, balance, state[layout.tranche(j, Layout.T_DUE_PRINCIPAL)]);
      // what is paid on this date is gathered where it is kept
      state[layout.tranche(j, Layout.T_PAID_INTEREST)] = interest[j][pay];
      state[layout.tranche(j, Layout.T_PAID_PRINCIPAL)] = principal[j][pay];
      Arrays.fill(interest[j][pay], 0);
      Arrays.fill(principal[j][pay], 0);
    }
    for (int s = 0; s < layout.supports.size(); s++) {
      support(s, pay);
    }
    for (int f = 0; f < layout.fees.size(); f++) {
      fee(f, pay);
    }
    steps.targets();
  }

  private void duePrincipal(int j, int pay, double[] balance, double[] due) {
    if (plan.matured[j][pay]) {
      copy(balance, due);
      return;
    }
    double planned = plan.planned[j][pay];
    if (planned < 0) {
      // it is 0 from the begin: only plans and maturities set it
      return;
    }
    for (int lane = 0; lane < LANES; lane++) {
      boolean holds = plan.whileOutstanding[j].length == 0;
      for (int other : plan.whileOutstanding[j]) {
        holds |= state[layout.tranche(other, Layout.T_BALANCE)][lane] > SimSteps.NOTHING;
      }
      due[lane] = holds ? Math.max(0, balance[lane] - planned) : balance[lane];
    }
  }

  private void support(int s, int pay) {
    double[] drawn = state[layout.support(s, Layout.S_DRAWN)];
    double[] available = state[layout.support(s, Layout.S_AVAILABLE)];
    double[] due = state[layout.support(s, Layout.S_DUE)];
    boolean capped = plan.capProgram[s] >= 0;
    double[] cap = capped ? steps.value(plan.capProgram[s]) : steps.endless();
    if (pay == 0) {
      copy(cap, available);
    }
    addTimes(drawn, (double) plan.drawnOver[s][pay] / plan.supportUnder[s][pay], due);
    if (capped) {
      addTimes(available, (double) plan.undrawnOver[s][pay] / plan.supportUnder[s][pay], due);
      if (plan.restores[s]) {
        for (int lane = 0; lane < LANES; lane++) {
          available[lane] = Math.max(0, cap[lane] - drawn[lane]);
        }
      }
    }
  }

  private void fee(int f, int pay) {
    double[] due = state[layout.fee(f, Layout.F_DUE)];
    Arrays.fill(state[layout.fee(f, Layout.F_PAID)], 0);
    double fixed = plan.feeAmount[f][pay];
    if (fixed != 0) {
      for (int lane = 0; lane < LANES; lane++) {
        due[lane] += fixed;
      }
    }
    if (plan.feeOver[f][pay] == 0) {
      return;
    }
    double[] base = steps.value(plan.feeProgram[f]);
    long[] table = plan.feeSteps[f];
    if (table.length > 0) {
      for (int lane = 0; lane < LANES; lane++) {
        double reached = 0;
        for (int i = 0; i < table.length; i += 2) {
          reached = base[lane] >= table[i] ? table[i + 1] : reached;
        }
        due[lane] += reached;
      }
    } else {
      addTimes(base, (double) plan.feeOver[f][pay] / plan.feeUnder[f][pay], due);
    }
  }

  /// Sells the pool on the paths where the deal is called; those pay out once more and are done.
  private void calls(int pay) {
    if (plan.callProgram < 0) {
      return;
    }
    double[] called = state[Layout.CALLED];
    double[] holds = programs.run(plan.programs[plan.callProgram], state, plan.days(pay)).clone();
    double[] price = programs.run(plan.programs[plan.callPrice], state, plan.days(pay));
    double[] pool = state[Layout.POOL];
    double[] account = state[layout.account(0)];
    for (int lane = 0; lane < LANES; lane++) {
      if (called[lane] != 0) {
        steps.done[lane] = 1;
      } else if (holds[lane] != 0 && pool[lane] > SimSteps.NOTHING) {
        double cash = plan.callPriceIsRatio ? price[lane] * pool[lane] : price[lane];
        account[lane] += cash;
        pool[lane] = 0;
        called[lane] = 1;
      }
    }
  }

  private void triggers(boolean after) {
    double[] status = state[Layout.STATUS];
    for (int t = 0; t < plan.triggerProgram.length; t++) {
      if (plan.triggerAfter[t] != after) {
        continue;
      }
      double[] on = state[layout.trigger(t)];
      double[] before = state[layout.trigger(t) + 1];
      double[] holds = programs.run(plan.programs[plan.triggerProgram[t]], state, steps.days());
      for (int lane = 0; lane < LANES; lane++) {
        if (holds[lane] != 0 && on[lane] == 0) {
          on[lane] = 1;
          before[lane] = status[lane];
          status[lane] = plan.triggerStatus[t] >= 0 ? plan.triggerStatus[t] : status[lane];
        } else if (holds[lane] == 0 && on[lane] != 0 && plan.triggerCurable[t]) {
          on[lane] = 0;
          status[lane] = plan.triggerStatus[t] >= 0 ? before[lane] : status[lane];
        }
      }
    }
  }

  /// Each status that some path is in pays by its waterfall; the others are shut by a gate.
  private void pay(int pay) {
    double[] status = state[Layout.STATUS];
    double[] called = state[Layout.CALLED];
    boolean calls = plan.callProgram >= 0 && plan.callStatus >= 0;
    Arrays.fill(statusThere, false);
    int different = 0;
    for (int lane = 0; lane < LANES; lane++) {
      int at = calls && called[lane] != 0 ? plan.callStatus : (int) status[lane];
      if (!statusThere[at]) {
        statusThere[at] = true;
        different++;
      }
    }
    for (int one = 0; one < statusThere.length; one++) {
      if (!statusThere[one]) {
        continue;
      }
      boolean shut = different > 1 || plan.callProgram >= 0;
      if (shut) {
        for (int lane = 0; lane < LANES; lane++) {
          int at = calls && called[lane] != 0 ? plan.callStatus : (int) status[lane];
          gate[lane] = at == one && steps.done[lane] == 0 ? 1 : 0;
        }
      }
      steps.gate(shut ? gate : null);
      for (Op op : plan.ops[one]) {
        steps.step(op, pay);
      }
    }
  }

  static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, LANES);
  }

  static void add(double[] what, double[] to) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] += what[lane];
    }
  }

  static void subtract(double[] what, double[] from) {
    for (int lane = 0; lane < LANES; lane++) {
      from[lane] -= what[lane];
    }
  }

  static void addTimes(double[] what, double times, double[] to) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] += what[lane] * times;
    }
  }

  /// Pays what is owed from an account as far as it goes; `got` takes what was paid.
  static void settle(double[] account, double[] owing, double[] got) {
    for (int lane = 0; lane < LANES; lane++) {
      double part = Math.min(owing[lane], account[lane]);
      owing[lane] -= part;
      account[lane] -= part;
      got[lane] += part;
    }
  }

  /// Pays what is owed from an account as far as it goes.
  static void settle(double[] account, double[] owing) {
    for (int lane = 0; lane < LANES; lane++) {
      double part = Math.min(owing[lane], account[lane]);
      owing[lane] -= part;
      account[lane] -= part;
    }
  }

  /// Makes an amount no more than another.
  static void least(double[] what, double[] most) {
    for (int lane = 0; lane < LANES; lane++) {
      what[lane] = Math.min(what[lane], most[lane]);
    }
  }

  /// Multiplies each path's amount.
  static void times(double[] by, double[] what) {
    for (int lane = 0; lane < LANES; lane++) {
      what[lane] *= by[lane];
    }
  }
}
