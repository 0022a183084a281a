package org.zhiheng.cashflow.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.fen.Rounding;

/// The steps of waterfalls, done to the minor unit. Belongs to one [Ledger].
final class LedgerSteps {

  private final Plan plan;
  private final Layout layout;
  private final RoundingMode rounding;
  private final Flows flows;
  private final long[] state;
  private final Trace trace;
  private final LedgerRun run;
  private int pay;
  private long days;
  private long cashIn;
  private long cashOut;
  private boolean moved;

  LedgerSteps(Plan plan, Flows flows, long[] state, Trace trace, LedgerRun run) {
    this.plan = plan;
    layout = plan.layout;
    rounding = plan.rounding == Rounding.HALF_UP ? RoundingMode.HALF_UP : RoundingMode.DOWN;
    this.flows = flows;
    this.state = state;
    this.trace = trace;
    this.run = run;
  }

  /// A payment date begins.
  void begin(int date) {
    pay = date;
    days = plan.days(date);
    moved = false;
  }

  /// Cash came into an account from outside.
  void received(long cash) {
    cashIn += cash;
  }

  /// Whether cash moved since the payment date began.
  boolean moved() {
    return moved;
  }

  /// What came in less what went out: what must be held.
  long mustHold() {
    return cashIn - cashOut;
  }

  /// The value of a program as an amount.
  long amount(int program) {
    return plan.programs[program].amount(state, days, rounding);
  }

  /// Works the targets of accounts out anew.
  void targets() {
    for (int a = 0; a < plan.targetProgram.length; a++) {
      if (plan.targetProgram[a] >= 0) {
        state[layout.account(a) + Layout.A_TARGET] = amount(plan.targetProgram[a]);
      }
    }
  }

  /// Does one step.
  void step(Op op) {
    switch (op.what) {
      case Op.FEES -> pays(op, Layout.F_DUE);
      case Op.INTEREST -> pays(op, Layout.T_DUE_INTEREST);
      case Op.PRINCIPAL, Op.SCHEDULED, Op.GUARANTEED -> pays(op, Layout.T_DUE_PRINCIPAL);
      case Op.HEDGE -> pays(op, Layout.H_DUE);
      case Op.RESIDUAL_TRANCHE, Op.RESIDUAL_FEE -> residual(op);
      case Op.FILL -> {
        targets();
        int to = layout.account(op.targets[0]);
        moves(op, to, Math.max(0, state[to + Layout.A_TARGET] - state[to]));
      }
      case Op.RELEASE -> {
        targets();
        releases(op);
      }
      case Op.TRANSFER -> moves(op, layout.account(op.targets[0]), Long.MAX_VALUE);
      case Op.REPAY -> repays(op);
      case Op.WRITE_OFF -> writesOff(op);
      case Op.BOOK -> books(op);
      case Op.CURE -> cures(op);
      case Op.BUY -> buys(op);
      case Op.DECIDE -> {
        boolean holds = plan.programs[op.limit].holds(state, days);
        state[op.targets[0]] = holds ? 1 : 0;
        state[op.targets[1]] = holds ? 0 : 1;
      }
      default -> throw new IllegalStateException("no such step: " + op.what);
    }
  }

  /// What one target is owed by a step.
  private long owed(Op op, int target) {
    return switch (op.what) {
      case Op.FEES -> state[layout.fee(target, Layout.F_DUE)];
      case Op.HEDGE -> state[layout.hedge(target, Layout.H_DUE)];
      case Op.INTEREST ->
          state[layout.tranche(target, Layout.T_DUE_INTEREST)]
              + state[layout.tranche(target, Layout.T_DUE_ON_UNPAID)];
      case Op.PRINCIPAL -> {
        if (!plan.open[target][pay]) {
          yield 0;
        }
        yield plan.planned[target][pay] >= 0
            ? state[layout.tranche(target, Layout.T_DUE_PRINCIPAL)]
            : state[layout.tranche(target, Layout.T_BALANCE)];
      }
      case Op.SCHEDULED -> {
        if (!plan.open[target][pay]) {
          yield 0;
        }
        yield plan.planned[target][pay] >= 0
            ? state[layout.tranche(target, Layout.T_DUE_PRINCIPAL)]
            : Math.min(
                state[layout.tranche(target, Layout.T_BALANCE)],
                state[Layout.PRINCIPAL] + state[Layout.PREPAY] + state[Layout.RECOVERY]);
      }
      case Op.GUARANTEED -> state[layout.tranche(target, Layout.T_DUE_PRINCIPAL)];
      default -> 0;
    };
  }

  private void pays(Op op, int part) {
    long due = 0;
    for (int target : op.targets) {
      due += owed(op, target);
    }
    long most = limited(op, due);
    long cash = available(op.sources, Math.min(due, most));
    long amount = Math.min(Math.min(due, most), cash);
    int why = amount == due ? Trace.PAID : amount == most ? Trace.LIMITED : Trace.SHORT;
    if (due == 0) {
      return;
    }
    if (op.proRata) {
      proRata(op, part, amount, due, why);
      return;
    }
    long left = amount;
    for (int target : op.targets) {
      long owed = owed(op, target);
      long paid = Math.min(owed, left);
      left -= paid;
      pay(op, target, part, paid, owed, why);
    }
  }

  /// Each gets its part cut down, the first ones what is left over.
  private void proRata(Op op, int part, long amount, long due, int why) {
    int count = op.targets.length;
    long[] owed = new long[count];
    long[] paid = new long[count];
    long left = amount;
    for (int i = 0; i < count; i++) {
      owed[i] = owed(op, op.targets[i]);
      paid[i] = Fen.floor(amount, owed[i], due);
      left -= paid[i];
    }
    for (int i = 0; i < count && left > 0; i++) {
      long more = Math.min(left, owed[i] - paid[i]);
      paid[i] += more;
      left -= more;
    }
    for (int i = 0; i < count; i++) {
      pay(op, op.targets[i], part, paid[i], owed[i], why);
    }
  }

  private void pay(Op op, int target, int part, long amount, long owed, int why) {
    if (owed == 0) {
      return;
    }
    int to;
    switch (part) {
      case Layout.T_DUE_INTEREST -> {
        int onUnpaid = layout.tranche(target, Layout.T_DUE_ON_UNPAID);
        long first = Math.min(amount, state[onUnpaid]);
        state[onUnpaid] -= first;
        state[layout.tranche(target, Layout.T_DUE_INTEREST)] -= amount - first;
        state[layout.tranche(target, Layout.T_PAID_INTEREST)] += amount;
        to = Trace.TRANCHE + target;
      }
      case Layout.T_DUE_PRINCIPAL -> {
        state[layout.tranche(target, Layout.T_BALANCE)] -= amount;
        int due = layout.tranche(target, Layout.T_DUE_PRINCIPAL);
        state[due] = Math.max(0, state[due] - amount);
        state[layout.tranche(target, Layout.T_PAID_PRINCIPAL)] += amount;
        to = Trace.TRANCHE + target;
      }
      case Layout.H_DUE -> {
        state[layout.hedge(target, Layout.H_DUE)] -= amount;
        state[layout.hedge(target, Layout.H_PAID)] += amount;
        to = Trace.HEDGE + target;
      }
      default -> {
        state[layout.fee(target, Layout.F_DUE)] -= amount;
        state[layout.fee(target, Layout.F_PAID)] += amount;
        to = Trace.FEE + target;
      }
    }
    take(op, to, amount, amount == owed ? Trace.PAID : why);
  }

  private void residual(Op op) {
    long cash = available(op.sources, Long.MAX_VALUE / 4);
    long amount = Math.min(cash, limited(op, cash));
    int target = op.targets[0];
    if (op.what == Op.RESIDUAL_TRANCHE) {
      state[layout.tranche(target, Layout.T_PAID_INTEREST)] += amount;
      int onUnpaid = layout.tranche(target, Layout.T_DUE_ON_UNPAID);
      int due = layout.tranche(target, Layout.T_DUE_INTEREST);
      long first = Math.min(amount, state[onUnpaid]);
      state[onUnpaid] -= first;
      state[due] -= Math.min(amount - first, state[due]);
    } else {
      state[layout.fee(target, Layout.F_PAID)] += amount;
      int due = layout.fee(target, Layout.F_DUE);
      state[due] -= Math.min(amount, state[due]);
    }
    int to = op.what == Op.RESIDUAL_TRANCHE ? Trace.TRANCHE + target : Trace.FEE + target;
    take(op, to, amount, amount < cash ? Trace.LIMITED : Trace.LEFT);
  }

  private void moves(Op op, int to, long wanted) {
    long cash = available(op.sources, wanted);
    long amount = Math.min(Math.min(wanted, cash), limited(op, Math.min(wanted, cash)));
    take(op, op.targets[0], amount, amount == wanted ? Trace.PAID : Trace.SHORT);
    state[to] += amount;
    cashOut -= amount;
  }

  private void releases(Op op) {
    int from = layout.account(op.targets[0]);
    long above = Math.max(0, state[from] - state[from + Layout.A_TARGET]);
    long amount = Math.min(above, limited(op, above));
    state[from] -= amount;
    state[layout.account(0)] += amount;
    if (amount > 0) {
      moved = true;
      trace.add(pay, op.rule, op.targets[0], 0, amount, Trace.LEFT);
    }
  }

  private void repays(Op op) {
    int s = op.targets[0];
    int due = layout.support(s, Layout.S_DUE);
    int drawn = layout.support(s, Layout.S_DRAWN);
    long owed = state[due] + state[drawn];
    long most = limited(op, owed);
    long amount = Math.min(Math.min(owed, most), available(op.sources, owed));
    long cost = Math.min(amount, state[due]);
    state[due] -= cost;
    state[drawn] -= amount - cost;
    if (plan.restores[s]) {
      state[layout.support(s, Layout.S_AVAILABLE)] += amount - cost;
    }
    if (owed > 0) {
      take(op, Trace.SUPPORT + s, amount, amount == owed ? Trace.PAID : Trace.SHORT);
    }
  }

  private void writesOff(Op op) {
    int balance = layout.tranche(op.targets[0], Layout.T_BALANCE);
    long amount = Math.min(state[balance], limited(op, state[balance]));
    state[balance] -= amount;
    int due = layout.tranche(op.targets[0], Layout.T_DUE_PRINCIPAL);
    state[due] = Math.min(state[due], state[balance]);
    state[layout.tranche(op.targets[0], Layout.T_WRITTEN_OFF)] += amount;
    if (amount > 0) {
      trace.add(
          pay,
          op.rule,
          Trace.TRANCHE + op.targets[0],
          Trace.TRANCHE + op.targets[0],
          amount,
          Trace.BOOKED);
    }
  }

  private void books(Op op) {
    int ledger = op.targets[0];
    long left = op.limit < 0 ? state[Layout.DEFAULT] : limited(op, state[Layout.DEFAULT]);
    int[] bears = plan.ledgerTranches[ledger];
    for (int i = 0; i < bears.length && left > 0; i++) {
      int slot = plan.ledgerSlot[ledger] + i;
      long room = Math.max(0, state[layout.tranche(bears[i], Layout.T_BALANCE)] - state[slot]);
      long amount = Math.min(room, left);
      state[slot] += amount;
      left -= amount;
      if (amount > 0) {
        trace.add(pay, op.rule, Trace.POOL, Trace.DEFICIENCY + ledger, amount, Trace.BOOKED);
      }
    }
  }

  private void cures(Op op) {
    int ledger = op.targets[0];
    long booked = 0;
    for (int i = 0; i < plan.ledgerTranches[ledger].length; i++) {
      booked += state[plan.ledgerSlot[ledger] + i];
    }
    long left = limited(op, booked);
    for (int i = plan.ledgerTranches[ledger].length - 1; i >= 0 && left > 0; i--) {
      int slot = plan.ledgerSlot[ledger] + i;
      long amount = Math.min(state[slot], left);
      state[slot] -= amount;
      left -= amount;
      if (amount > 0) {
        trace.add(pay, op.rule, Trace.DEFICIENCY + ledger, Trace.POOL, amount, Trace.BOOKED);
      }
    }
  }

  /// Buys like assets from the next collection period on: their terms begin anew with the payment
  /// date.
  private void buys(Op op) {
    if (plan.purchase.isEmpty()) {
      return;
    }
    long cash = available(op.sources, Long.MAX_VALUE / 4);
    long spend = Math.min(cash, limited(op, cash));
    long bought = Fen.floor(spend, Fen.BILLION, plan.purchasePrice);
    if (bought == 0) {
      return;
    }
    Purchases.add(plan, pay, bought, flows);
    state[Layout.POOL] += bought;
    run.bought(pay, bought);
    take(op, Trace.POOL, spend, Trace.LEFT);
  }

  private long limited(Op op, long due) {
    if (op.limit < 0) {
      return Long.MAX_VALUE;
    }
    Program program = plan.programs[op.limit];
    return switch (op.limitKind) {
      case Op.AMOUNT -> program.amount(state, days, rounding);
      case Op.OF_DUE -> times(program, due);
      default -> times(program, state[Layout.POOL_BEGIN]);
    };
  }

  private long times(Program ratio, long amount) {
    return Math.max(
        0,
        ratio
            .exact(state, days)
            .multiply(BigDecimal.valueOf(amount))
            .setScale(0, rounding)
            .longValueExact());
  }

  /// What the sources hold together, up to what is wanted.
  private long available(int[] sources, long wanted) {
    long sum = 0;
    for (int source : sources) {
      long more =
          source >= 0
              ? state[layout.account(source)]
              : state[layout.support(-1 - source, Layout.S_AVAILABLE)];
      sum += more;
      if (sum >= wanted) {
        return sum;
      }
    }
    return sum;
  }

  /// Takes an amount from the sources in order, which hold it.
  private void take(Op op, int to, long amount, int why) {
    if (amount == 0) {
      trace.add(pay, op.rule, op.sources[0] >= 0 ? op.sources[0] : 0, to, 0, why);
      return;
    }
    long left = amount;
    for (int source : op.sources) {
      if (left == 0) {
        break;
      }
      if (source >= 0) {
        long part = Math.min(left, state[layout.account(source)]);
        if (part > 0) {
          state[layout.account(source)] -= part;
          trace.add(pay, op.rule, source, to, part, why);
          left -= part;
        }
      } else {
        int s = -1 - source;
        long part = Math.min(left, state[layout.support(s, Layout.S_AVAILABLE)]);
        if (part > 0) {
          state[layout.support(s, Layout.S_AVAILABLE)] -= part;
          state[layout.support(s, Layout.S_DRAWN)] += part;
          cashIn += part;
          trace.add(pay, op.rule, Trace.SUPPORT + s, to, part, Trace.DRAWN);
          left -= part;
        }
      }
    }
    if (left != 0) {
      throw new IllegalStateException("a step took more than there was: " + op);
    }
    cashOut += amount;
    moved = true;
  }
}
