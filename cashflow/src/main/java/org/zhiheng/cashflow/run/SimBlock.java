package org.zhiheng.cashflow.run;

import java.util.Arrays;
import java.util.List;

/// A block of paths gone through a plan together, in doubles: each step once for all of them, so
/// that decoding it costs little. A path's numbers do not depend on the others in its block. One
/// for each thread.
final class SimBlock {

  final Plan plan;
  final Layout layout;
  final int periods;
  final double[][] state;

  final SimFlows flows;
  final SimSteps steps;
  private final SimPrograms programs;
  private static final int NONE = 0;
  private static final int SOME = 1;
  private static final int ALL = 2;

  /// By step: to which paths it is open, and those by path.
  private final SimOrder.Shared[] order;

  private final int[] open;
  private final double[][] gate;

  /// By status, the last for paths that are over: 1 for those in it, and how many; whether they may
  /// have changed.
  private final double[][] stands;

  private final int[] standing;
  private final int[] standsAt = new int[Lanes.COUNT];
  private boolean changed;

  /// Whether a formula asks for the target of an account, which rules reckon when they need it.
  private final boolean targetsRead;

  /// Whether anything asks for the date, and for the pool at the begin of the period.
  private final boolean dateRead;

  private final boolean beginRead;

  /// Of the state, what the pool pays, by kind of flow.
  private final double[][] flowRows;

  /// By tranche: whether it is paid or written off on all paths, interest too, and gets nothing any
  /// more; and whether the rows of what it was paid hold nothing.
  private final boolean[] over;

  private final boolean[] unpaid;

  /// Is told what a payment date paid, which stands in the state until the next.
  interface Paid {
    void on(int pay);
  }

  SimBlock(Plan plan, int periods, SimFlows flows, List<SimOrder.Shared> order) {
    this.plan = plan;
    this.layout = plan.layout;
    this.periods = periods;
    state = new double[plan.stateSize][Lanes.COUNT];
    this.flows = flows;
    flowRows = new double[SimAssets.KINDS][];
    flowRows[SimAssets.INTEREST] = state[Layout.INTEREST];
    flowRows[SimAssets.PRINCIPAL] = state[Layout.PRINCIPAL];
    flowRows[SimAssets.PREPAY] = state[Layout.PREPAY];
    flowRows[SimAssets.DEFAULT] = state[Layout.DEFAULT];
    flowRows[SimAssets.RECOVERY] = state[Layout.RECOVERY];
    flowRows[SimAssets.PENALTY] = state[Layout.PENALTY];
    this.order = order.toArray(new SimOrder.Shared[0]);
    open = new int[order.size()];
    gate = new double[order.size()][Lanes.COUNT];
    stands = new double[layout.statuses.size() + 1][Lanes.COUNT];
    standing = new int[layout.statuses.size() + 1];
    over = new boolean[layout.tranches.size()];
    unpaid = new boolean[layout.tranches.size()];
    programs = new SimPrograms(plan);
    steps = new SimSteps(this, programs);
    boolean target = false;
    boolean date = false;
    boolean begin = order.stream().anyMatch(shared -> shared.op().limitKind == Op.OF_POOL);
    for (Program program : plan.programs) {
      for (int a = 0; a < layout.accounts.size(); a++) {
        target |= program.reads(layout.account(a) + Layout.A_TARGET);
      }
      date |= program.reads(Layout.DAY) || program.reads(Layout.PERIOD);
      begin |= program.reads(Layout.POOL_BEGIN);
    }
    dateRead = date;
    beginRead = begin;
    targetsRead = target;
  }

  /// Goes through all payment dates.
  void run(Paid paid) {
    open();
    standAtFirst();
    for (int pay = 0; pay < periods; pay++) {
      steps.begin(pay);
      notionals();
      collect(pay);
      hedges(pay);
      accrue(pay);
      calls(pay);
      triggers(false);
      pay(pay);
      triggers(true);
      paid.on(pay);
    }
  }

  /// Whether nothing is owed to a tranche on any path.
  boolean isOver(int tranche) {
    return over[tranche];
  }

  /// Whether a tranche was paid nothing on this date on any path, as far as is known.
  boolean isUnpaid(int tranche) {
    return over[tranche] && unpaid[tranche];
  }

  /// Says that a tranche is paid, though nothing may be owed to it.
  void pays(int tranche) {
    unpaid[tranche] = false;
  }

  private void open() {
    Arrays.fill(over, false);
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
    if (beginRead) {
      Lanes.copy(state[Layout.POOL], state[Layout.POOL_BEGIN]);
    }
    flows.take(pay, flowRows);
    if (plan.callProgram >= 0) {
      stopCalled();
    }
    Lanes.collect(
        state[Layout.INTEREST],
        state[Layout.PRINCIPAL],
        state[Layout.PREPAY],
        state[Layout.RECOVERY],
        state[Layout.DEFAULT],
        state[layout.account(0)],
        state[Layout.POOL]);
    if (flows.has(SimAssets.PENALTY)) {
      Lanes.add(state[Layout.PENALTY], state[layout.account(0)]);
    }
    if (flows.has(SimAssets.DEFAULT)) {
      Lanes.add(state[Layout.DEFAULT], state[Layout.CUM_DEFAULT]);
    }
    if (flows.has(SimAssets.RECOVERY)) {
      Lanes.add(state[Layout.RECOVERY], state[Layout.CUM_RECOVERY]);
    }
    if (dateRead) {
      Arrays.fill(state[Layout.DAY], (double) plan.payDay[pay]);
      Arrays.fill(state[Layout.PERIOD], pay + 1);
    }
  }

  /// Where the deal is called, the pool pays it nothing.
  private void stopCalled() {
    double[] called = state[Layout.CALLED];
    for (int f = 0; f < flowRows.length; f++) {
      if (flows.has(f)) {
        double[] row = flowRows[f];
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          row[lane] *= 1 - called[lane];
        }
      }
    }
  }

  private void notionals() {
    for (int h = 0; h < layout.hedges.size(); h++) {
      int program = plan.hedges.program[h];
      if (program >= 0) {
        Lanes.copy(steps.value(program), state[layout.hedge(h, Layout.H_NOTIONAL)]);
      }
    }
  }

  /// Sets the legs of hedges against each other; where the deal is over, nothing is exchanged.
  private void hedges(int pay) {
    double[] called = state[Layout.CALLED];
    double[] account = state[layout.account(0)];
    for (int h = 0; h < layout.hedges.size(); h++) {
      double[] notional = state[layout.hedge(h, Layout.H_NOTIONAL)];
      if (plan.hedges.program[h] < 0) {
        Arrays.fill(notional, (double) plan.hedges.listed[h][pay]);
      }
      double part = (double) plan.hedges.over[h][pay] / plan.hedges.under[h][pay];
      double[] received = state[layout.hedge(h, Layout.H_RECEIVED)];
      double[] due = state[layout.hedge(h, Layout.H_DUE)];
      Arrays.fill(state[layout.hedge(h, Layout.H_PAID)], 0);
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        double amount = notional[lane] * part * (1 - called[lane]);
        received[lane] = Math.max(0, amount);
        account[lane] += received[lane];
        due[lane] += Math.max(0, -amount);
      }
    }
  }

  private void accrue(int pay) {
    for (int f = 0; f < plan.flagSlot.length; f++) {
      Arrays.fill(state[plan.flagSlot[f]], plan.flagDay[f] <= plan.payDay[pay] ? 1 : 0);
    }
    for (int j = 0; j < layout.tranches.size(); j++) {
      if (isUnpaid(j)) {
        continue;
      }
      double[] balance = state[layout.tranche(j, Layout.T_BALANCE)];
      double[] due = state[layout.tranche(j, Layout.T_DUE_INTEREST)];
      double rate =
          plan.accrualOver[j][pay] == 0
              ? 0
              : (double) plan.accrualOver[j][pay] / plan.accrualUnder[j][pay];
      if (plan.onUnpaid[j] && rate != 0) {
        Lanes.addTimes(due, rate, state[layout.tranche(j, Layout.T_DUE_ON_UNPAID)]);
      }
      Lanes.accrue(
          balance,
          rate,
          due,
          state[layout.tranche(j, Layout.T_PAID_INTEREST)],
          state[layout.tranche(j, Layout.T_PAID_PRINCIPAL)]);
      duePrincipal(j, pay, balance, state[layout.tranche(j, Layout.T_DUE_PRINCIPAL)]);
      over[j] =
          Lanes.nothing(balance)
              && Lanes.nothing(due)
              && Lanes.nothing(state[layout.tranche(j, Layout.T_DUE_PRINCIPAL)])
              && Lanes.nothing(state[layout.tranche(j, Layout.T_DUE_ON_UNPAID)]);
      unpaid[j] = true;
    }
    for (int s = 0; s < layout.supports.size(); s++) {
      support(s, pay);
    }
    for (int f = 0; f < layout.fees.size(); f++) {
      fee(f, pay);
    }
    if (targetsRead) {
      steps.targets();
    }
  }

  private void duePrincipal(int j, int pay, double[] balance, double[] due) {
    if (plan.matured[j][pay]) {
      Lanes.copy(balance, due);
      return;
    }
    double planned = plan.planned[j][pay];
    if (planned < 0) {
      // it is 0 from the begin: only plans and maturities set it
      return;
    }
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
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
      Lanes.copy(cap, available);
    }
    Lanes.addTimes(drawn, (double) plan.drawnOver[s][pay] / plan.supportUnder[s][pay], due);
    if (capped) {
      Lanes.addTimes(available, (double) plan.undrawnOver[s][pay] / plan.supportUnder[s][pay], due);
      if (plan.restores[s]) {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
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
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        due[lane] += fixed;
      }
    }
    if (plan.feeOver[f][pay] == 0) {
      return;
    }
    Program program = plan.programs[plan.feeProgram[f]];
    if (program.isSlot() && plan.feeSteps[f].length == 0) {
      double rate = (double) plan.feeOver[f][pay] / plan.feeUnder[f][pay];
      double[] of = state[program.argument[0]];
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        due[lane] += Lanes.above(of[lane]) * rate;
      }
      return;
    }
    double[] base = steps.value(plan.feeProgram[f]);
    long[] table = plan.feeSteps[f];
    if (table.length > 0) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        double reached = 0;
        for (int i = 0; i < table.length; i += 2) {
          reached = base[lane] >= table[i] ? table[i + 1] : reached;
        }
        due[lane] += reached;
      }
    } else {
      Lanes.addTimes(base, (double) plan.feeOver[f][pay] / plan.feeUnder[f][pay], due);
    }
  }

  /// Sells the pool on the paths where the deal is called; those pay out once more and are done.
  private void calls(int pay) {
    if (plan.callProgram < 0) {
      return;
    }
    double[] called = state[Layout.CALLED];
    double[] holds =
        programs.run(plan.programs[plan.callProgram], state, plan.days(pay), null).clone();
    double[] price = programs.run(plan.programs[plan.callPrice], state, plan.days(pay), null);
    double[] pool = state[Layout.POOL];
    double[] account = state[layout.account(0)];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      if (called[lane] != 0) {
        steps.done[lane] = 1;
        stand(lane);
      } else if (holds[lane] != 0 && pool[lane] > SimSteps.NOTHING) {
        double cash = plan.callPriceIsRatio ? price[lane] * pool[lane] : price[lane];
        account[lane] += cash;
        pool[lane] = 0;
        called[lane] = 1;
        stand(lane);
      }
    }
  }

  private void triggers(boolean after) {
    for (int t = 0; t < plan.triggerProgram.length; t++) {
      if (plan.triggerAfter[t] != after) {
        continue;
      }
      double[] on = state[layout.trigger(t)];
      double[] before = state[layout.trigger(t) + 1];
      double[] holds =
          programs.run(plan.programs[plan.triggerProgram[t]], state, steps.days(), null);
      // most paths stay as they are: four at a time are looked at
      for (int at = Lanes.apart(holds, on, 0);
          at < Lanes.COUNT;
          at = Lanes.apart(holds, on, at + 4)) {
        for (int lane = at; lane < at + 4; lane++) {
          trigger(t, lane, holds[lane] != 0, on, before);
        }
      }
    }
  }

  private void trigger(int t, int lane, boolean holds, double[] on, double[] before) {
    double[] status = state[Layout.STATUS];
    if (holds && on[lane] == 0) {
      on[lane] = 1;
      before[lane] = status[lane];
      status[lane] = plan.triggerStatus[t] >= 0 ? plan.triggerStatus[t] : status[lane];
      stand(lane);
    } else if (!holds && on[lane] != 0 && plan.triggerCurable[t]) {
      on[lane] = 0;
      status[lane] = plan.triggerStatus[t] >= 0 ? before[lane] : status[lane];
      stand(lane);
    }
  }

  /// Pays by the waterfalls of all statuses that some path is in; a step that not all of them have
  /// is shut by a gate for the others.
  private void pay(int pay) {
    if (changed) {
      shut();
      changed = false;
    }
    for (int i = 0; i < order.length; i++) {
      if (open[i] != NONE) {
        steps.gate(open[i] == ALL ? null : gate[i]);
        steps.step(order[i].op(), pay);
      }
    }
    steps.gate(null);
  }

  /// Finds the status of a path, which may have changed; the last is for paths that are over.
  private void stand(int lane) {
    boolean calls = plan.callProgram >= 0 && plan.callStatus >= 0;
    int at =
        calls && state[Layout.CALLED][lane] != 0
            ? plan.callStatus
            : (int) state[Layout.STATUS][lane];
    at = steps.done[lane] != 0 ? layout.statuses.size() : at;
    if (at != standsAt[lane]) {
      stands[standsAt[lane]][lane] = 0;
      standing[standsAt[lane]]--;
      stands[at][lane] = 1;
      standing[at]++;
      standsAt[lane] = at;
      changed = true;
    }
  }

  /// All paths begin in the first status.
  private void standAtFirst() {
    for (double[] row : stands) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(stands[0], 1);
    Arrays.fill(standing, 0);
    standing[0] = Lanes.COUNT;
    Arrays.fill(standsAt, 0);
    changed = true;
  }

  /// Which steps are open to which paths, by their statuses.
  private void shut() {
    int over = layout.statuses.size();
    for (int i = 0; i < order.length; i++) {
      int those = 0;
      for (int at = 0; at < over; at++) {
        those += order[i].in()[at] ? standing[at] : 0;
      }
      open[i] = those == 0 ? NONE : those == Lanes.COUNT ? ALL : SOME;
      if (open[i] == SOME) {
        Arrays.fill(gate[i], 0);
        for (int at = 0; at < over; at++) {
          if (order[i].in()[at] && standing[at] > 0) {
            Lanes.add(stands[at], gate[i]);
          }
        }
      }
    }
  }
}
