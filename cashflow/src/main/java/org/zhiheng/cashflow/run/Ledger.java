package org.zhiheng.cashflow.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.fen.Rounding;

/// A plan run to the minor unit: whole numbers, every transfer with its rule and why, and a check
/// after every payment date that what came in is what went out and what is left.
public final class Ledger {

  private final Plan plan;
  private final Layout layout;
  private final RoundingMode rounding;
  private final Flows flows;
  private final long[] state;
  private final Trace trace = new Trace();
  private final LedgerRun run;
  private final LedgerSteps steps;
  private final Optional<Collected> collected;
  private int pay;
  private long days;
  private int soldAfter = Integer.MAX_VALUE;

  private Ledger(Plan plan, Optional<Collected> collected) {
    this.plan = plan;
    this.collected = collected;
    layout = plan.layout;
    rounding = plan.rounding == Rounding.HALF_UP ? RoundingMode.HALF_UP : RoundingMode.DOWN;
    flows = new Flows(plan.collectDay.length);
    state = new long[plan.stateSize];
    run = new LedgerRun(plan, flows, trace);
    steps = new LedgerSteps(plan, flows, state, trace, run);
  }

  /// Runs a plan.
  ///
  /// @throws ArithmeticException when an amount does not fit
  /// @throws IllegalStateException when cash was lost or made, which would be our fault
  public static LedgerRun run(Plan plan) {
    return new Ledger(plan, Optional.empty()).all();
  }

  /// Runs a plan until the payment date that is reported on, with what was really collected.
  ///
  /// @return payments until that date, or fewer where the deal ended before
  /// @throws ArithmeticException when an amount does not fit
  /// @throws IllegalStateException as the other
  public static LedgerRun run(Collected collected) {
    return new Ledger(collected.plan(), Optional.of(collected)).all();
  }

  private LedgerRun all() {
    plan.pool.run(plan.order, plan.rounding, flows);
    open();
    int collect = 0;
    int payments = collected.map(one -> one.pay() + 1).orElse(plan.payDay.length);
    for (pay = 0; pay < payments; pay++) {
      days = plan.days(pay);
      steps.begin(pay);
      notionals();
      collect = collect(collect);
      hedges();
      accrue();
      run.begin(pay, state);
      boolean called = calls(collect);
      triggers(false);
      int status = called && plan.callStatus >= 0 ? plan.callStatus : (int) state[Layout.STATUS];
      run.runs(pay, status);
      for (Op op : plan.ops[status]) {
        if (op.guard < 0 || state[op.guard] != 0) {
          steps.step(op);
        }
      }
      triggers(true);
      run.end(pay, state);
      check();
      // a report goes on to its date: what is known of later periods is not asked
      if (called || (collected.isEmpty() && over(collect, steps.moved()))) {
        pay++;
        break;
      }
    }
    int last = Math.min(soldAfter, flows.balance.length - 1);
    if (collected.isPresent()) {
      Flows known = collected.get().flows();
      flows.take(known, collect);
      last = Math.min(last, collect - 1);
    }
    flows.settle(plan.poolBalance);
    run.done(pay, state, last);
    return run;
  }

  private void open() {
    state[Layout.POOL] = plan.poolBalance;
    state[Layout.POOL_BEGIN] = plan.poolBalance;
    state[Layout.ORIGINAL] = plan.poolBalance;
    for (int j = 0; j < layout.tranches.size(); j++) {
      long size = plan.deal.tranches().get(j).size();
      state[layout.tranche(j, Layout.T_BALANCE)] = size;
      state[layout.tranche(j, Layout.T_ORIGINAL)] = size;
    }
    for (int a = 0; a < plan.opening.length; a++) {
      state[layout.account(a)] = plan.opening[a];
      steps.received(plan.opening[a]);
    }
  }

  /// Takes what the pool paid since the last payment date.
  private int collect(int from) {
    state[Layout.POOL_BEGIN] = state[Layout.POOL];
    Arrays.fill(state, Layout.INTEREST, Layout.PENALTY + 1, 0);
    Flows paid = collected.map(Collected::flows).orElse(flows);
    int c = from;
    while (c < plan.collectDay.length && plan.collectPay[c] == pay) {
      state[Layout.INTEREST] += paid.interest[c];
      state[Layout.PRINCIPAL] += paid.principal[c];
      state[Layout.PREPAY] += paid.prepay[c];
      state[Layout.DEFAULT] += paid.defaulted[c];
      state[Layout.RECOVERY] += paid.recovery[c];
      state[Layout.PENALTY] += paid.penalty[c];
      c++;
    }
    state[Layout.POOL] -= state[Layout.PRINCIPAL] + state[Layout.PREPAY] + state[Layout.DEFAULT];
    state[Layout.CUM_DEFAULT] += state[Layout.DEFAULT];
    state[Layout.CUM_RECOVERY] += state[Layout.RECOVERY];
    receive(
        state[Layout.INTEREST]
            + state[Layout.PRINCIPAL]
            + state[Layout.PREPAY]
            + state[Layout.RECOVERY]
            + state[Layout.PENALTY]);
    state[Layout.DAY] = plan.payDay[pay];
    state[Layout.PERIOD] = pay + 1L;
    return c;
  }

  /// What rates of hedges are of: as it stands when the period begins.
  private void notionals() {
    for (int h = 0; h < layout.hedges.size(); h++) {
      int program = plan.hedges.program[h];
      state[layout.hedge(h, Layout.H_NOTIONAL)] =
          program < 0 ? plan.hedges.listed[h][pay] : steps.amount(program);
    }
  }

  /// Sets the legs of hedges against each other; what the deal receives comes in.
  private void hedges() {
    for (int h = 0; h < layout.hedges.size(); h++) {
      long over = plan.hedges.over[h][pay];
      long amount =
          Fen.part(
              state[layout.hedge(h, Layout.H_NOTIONAL)],
              Math.abs(over),
              plan.hedges.under[h][pay],
              plan.rounding);
      long received = over > 0 ? amount : 0;
      state[layout.hedge(h, Layout.H_DUE)] += amount - received;
      state[layout.hedge(h, Layout.H_PAID)] = 0;
      state[layout.hedge(h, Layout.H_RECEIVED)] = received;
      if (received > 0) {
        steps.received(received);
        state[layout.account(0)] += received;
        trace.add(pay, Trace.OF_HEDGES, Trace.HEDGE + h, 0, received, Trace.RECEIVED);
      }
    }
  }

  private void receive(long cash) {
    steps.received(cash);
    state[layout.account(0)] += cash;
    if (cash > 0) {
      trace.add(pay, Trace.OF_POOL, Trace.POOL, 0, cash, Trace.COLLECTED);
    }
  }

  private void accrue() {
    for (int f = 0; f < plan.flagSlot.length; f++) {
      state[plan.flagSlot[f]] = plan.flagDay[f] <= plan.payDay[pay] ? 1 : 0;
    }
    for (int j = 0; j < layout.tranches.size(); j++) {
      long balance = state[layout.tranche(j, Layout.T_BALANCE)];
      int due = layout.tranche(j, Layout.T_DUE_INTEREST);
      long over = plan.accrualOver[j][pay];
      if (over != 0) {
        long under = plan.accrualUnder[j][pay];
        if (plan.onUnpaid[j] && state[due] > 0) {
          state[layout.tranche(j, Layout.T_DUE_ON_UNPAID)] +=
              Fen.part(state[due], over, under, plan.rounding);
        }
        state[due] += Fen.part(balance, over, under, plan.rounding);
      }
      state[layout.tranche(j, Layout.T_DUE_PRINCIPAL)] = duePrincipal(j, balance);
      state[layout.tranche(j, Layout.T_PAID_INTEREST)] = 0;
      state[layout.tranche(j, Layout.T_PAID_PRINCIPAL)] = 0;
    }
    for (int s = 0; s < layout.supports.size(); s++) {
      support(s);
    }
    for (int f = 0; f < layout.fees.size(); f++) {
      fee(f);
    }
    steps.targets();
  }

  private long duePrincipal(int j, long balance) {
    if (plan.matured[j][pay]) {
      return balance;
    }
    if (plan.planned[j][pay] < 0) {
      return 0;
    }
    boolean holds = plan.whileOutstanding[j].length == 0;
    for (int other : plan.whileOutstanding[j]) {
      holds |= state[layout.tranche(other, Layout.T_BALANCE)] > 0;
    }
    return holds ? Math.max(0, balance - plan.planned[j][pay]) : balance;
  }

  private void support(int s) {
    long drawn = state[layout.support(s, Layout.S_DRAWN)];
    long available = state[layout.support(s, Layout.S_AVAILABLE)];
    if (pay == 0) {
      available = cap(s);
    }
    long due = 0;
    if (plan.drawnOver[s][pay] != 0) {
      due += Fen.part(drawn, plan.drawnOver[s][pay], plan.supportUnder[s][pay], plan.rounding);
    }
    if (plan.undrawnOver[s][pay] != 0 && plan.capProgram[s] >= 0) {
      due +=
          Fen.part(available, plan.undrawnOver[s][pay], plan.supportUnder[s][pay], plan.rounding);
    }
    state[layout.support(s, Layout.S_DUE)] += due;
    state[layout.support(s, Layout.S_AVAILABLE)] =
        plan.restores[s] && plan.capProgram[s] >= 0 ? Math.max(0, cap(s) - drawn) : available;
  }

  private long cap(int s) {
    return plan.capProgram[s] < 0 ? Long.MAX_VALUE / 4 : steps.amount(plan.capProgram[s]);
  }

  private void fee(int f) {
    long due = plan.feeAmount[f][pay];
    if (plan.feeOver[f][pay] != 0) {
      long base = steps.amount(plan.feeProgram[f]);
      long[] steps = plan.feeSteps[f];
      if (steps.length > 0) {
        long reached = 0;
        for (int i = 0; i < steps.length; i += 2) {
          reached = base >= steps[i] ? steps[i + 1] : reached;
        }
        due += reached;
      } else if (plan.feeUnder[f][pay] == 1 && plan.feeOver[f][pay] == 1) {
        due += base;
      } else {
        due += Fen.part(base, plan.feeOver[f][pay], plan.feeUnder[f][pay], plan.rounding);
      }
    }
    state[layout.fee(f, Layout.F_DUE)] += due;
    state[layout.fee(f, Layout.F_PAID)] = 0;
  }

  /// Sells the pool when the deal is called.
  private boolean calls(int collected) {
    if (plan.callProgram < 0
        || state[Layout.POOL] <= 0
        || !plan.programs[plan.callProgram].holds(state, days)) {
      return false;
    }
    Program price = plan.programs[plan.callPrice];
    long cash =
        plan.callPriceIsRatio
            ? price
                .exact(state, days)
                .multiply(BigDecimal.valueOf(state[Layout.POOL]))
                .setScale(0, rounding)
                .longValueExact()
            : price.amount(state, days, rounding);
    soldAfter = collected - 1;
    flows.cutAfter(soldAfter);
    state[Layout.POOL] = 0;
    state[Layout.CALLED] = 1;
    receive(cash);
    run.called(pay);
    return true;
  }

  private void triggers(boolean after) {
    for (int t = 0; t < plan.triggerProgram.length; t++) {
      if (plan.triggerAfter[t] != after) {
        continue;
      }
      int slot = layout.trigger(t);
      boolean holds = plan.programs[plan.triggerProgram[t]].holds(state, days);
      if (holds && state[slot] == 0) {
        state[slot] = 1;
        state[slot + 1] = state[Layout.STATUS];
        if (plan.triggerStatus[t] >= 0) {
          state[Layout.STATUS] = plan.triggerStatus[t];
        }
        run.fired(pay, t, true, state[Layout.STATUS]);
      } else if (!holds && state[slot] == 1 && plan.triggerCurable[t]) {
        state[slot] = 0;
        if (plan.triggerStatus[t] >= 0) {
          state[Layout.STATUS] = state[slot + 1];
        }
        run.fired(pay, t, false, state[Layout.STATUS]);
      }
    }
  }

  private void check() {
    long held = 0;
    for (int a = 0; a < plan.opening.length; a++) {
      long balance = state[layout.account(a)];
      if (balance < 0) {
        throw new IllegalStateException("account below 0 on " + plan.pay(pay));
      }
      held += balance;
    }
    if (steps.mustHold() != held) {
      throw new IllegalStateException(
          "cash in less cash out is " + steps.mustHold() + ", but " + held + " is held");
    }
  }

  /// Whether nothing more can happen: all was collected, and nothing is held or nothing moved.
  private boolean over(int collected, boolean moved) {
    if (pay + 1 < plan.horizon || anythingAfter(collected)) {
      return false;
    }
    long held = 0;
    for (int a = 0; a < plan.opening.length; a++) {
      held += state[layout.account(a)];
    }
    return (held == 0 || !moved) && !guaranteedOutstanding();
  }

  private boolean anythingAfter(int collected) {
    for (int c = collected; c < plan.collectDay.length; c++) {
      if ((flows.interest[c] | flows.principal[c] | flows.prepay[c] | flows.recovery[c]) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean guaranteedOutstanding() {
    for (Op[] ops : plan.ops) {
      for (Op op : ops) {
        if (op.what == Op.GUARANTEED
            && state[layout.tranche(op.targets[0], Layout.T_BALANCE)] > 0) {
          return true;
        }
      }
    }
    return false;
  }
}
