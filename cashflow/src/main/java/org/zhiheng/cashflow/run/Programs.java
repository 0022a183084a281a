package org.zhiheng.cashflow.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;

/// Makes programs of formulas and conditions whose names were checked.
final class Programs {

  private final Deal deal;
  private final Layout layout;
  private final int digits;
  private final Map<String, Integer> flags;

  private final List<Integer> code = new ArrayList<>();
  private final List<Integer> argument = new ArrayList<>();
  private final List<BigDecimal> constants = new ArrayList<>();

  private Programs(Deal deal, Layout layout, Map<String, Integer> flags) {
    this.deal = deal;
    this.layout = layout;
    this.digits = deal.currency().getDefaultFractionDigits();
    this.flags = flags;
  }

  /// Makes programs for a deal.
  ///
  /// @param flags slots of flags; a flag that nobody raised gets one here
  record Maker(Deal deal, Layout layout, Map<String, Integer> flags) {

    Maker(Deal deal, Layout layout) {
      this(deal, layout, new TreeMap<>());
    }

    /// An amount.
    Program amount(Formula formula) {
      Programs programs = new Programs(deal, layout, flags);
      programs.emit(formula, programs.unit(formula) != Unit.RATIO);
      return programs.done();
    }

    /// A bare number or ratio.
    Program ratio(Formula formula) {
      Programs programs = new Programs(deal, layout, flags);
      programs.emit(formula, false);
      return programs.done();
    }

    /// A condition.
    Program condition(Condition condition) {
      Programs programs = new Programs(deal, layout, flags);
      programs.emit(condition);
      return programs.done();
    }

    /// Whether a formula is a ratio rather than an amount.
    boolean isRatio(Formula formula) {
      return new Programs(deal, layout, flags).unit(formula) == Unit.RATIO;
    }
  }

  private enum Unit {
    AMOUNT,
    RATIO,
    BARE
  }

  private Program done() {
    return new Program(
        code.stream().mapToInt(Integer::intValue).toArray(),
        argument.stream().mapToInt(Integer::intValue).toArray(),
        constants.toArray(new BigDecimal[0]));
  }

  private Unit unit(Formula formula) {
    return switch (formula) {
      case Formula.Literal literal -> literal.percent() ? Unit.RATIO : Unit.BARE;
      case Formula.Day _, Formula.PerYear _ -> Unit.RATIO;
      case Formula.Name name ->
          switch (name.name()) {
            case "pool-factor", "cum-default", "cum-loss", "date", "period" -> Unit.RATIO;
            default -> Unit.AMOUNT;
          };
      case Formula.Call call ->
          switch (call.function()) {
            case "balance", "due" -> Unit.AMOUNT;
            default -> Unit.RATIO;
          };
      case Formula.Arithmetic arithmetic -> {
        Unit left = unit(arithmetic.left());
        Unit right = unit(arithmetic.right());
        yield switch (arithmetic.operator()) {
          case PLUS, MINUS, TIMES -> joined(left, right);
          case OVER ->
              left == Unit.AMOUNT && right == Unit.AMOUNT ? Unit.RATIO : joined(left, right);
        };
      }
      case Formula.Extreme extreme ->
          extreme.of().stream().map(this::unit).reduce(Unit.BARE, Programs::joined);
    };
  }

  private static Unit joined(Unit left, Unit right) {
    if (left == Unit.AMOUNT || right == Unit.AMOUNT) {
      return Unit.AMOUNT;
    }
    return left == Unit.RATIO || right == Unit.RATIO ? Unit.RATIO : Unit.BARE;
  }

  /// @param amount whether a bare number is an amount in whole units of the currency
  private void emit(Formula formula, boolean amount) {
    switch (formula) {
      case Formula.Literal literal ->
          constant(
              amount && !literal.percent()
                  ? literal.value().movePointRight(digits)
                  : literal.value());
      case Formula.Day day -> constant(BigDecimal.valueOf(day.day().toEpochDay()));
      case Formula.PerYear rate -> {
        constants.add(rate.rate());
        step(Program.PER_YEAR, constants.size() - 1);
      }
      case Formula.Name name -> name(name.name());
      case Formula.Call call -> call(call);
      case Formula.Arithmetic arithmetic -> arithmetic(arithmetic, amount);
      case Formula.Extreme extreme -> {
        boolean amounts = amount || unit(extreme) == Unit.AMOUNT;
        emit(extreme.of().getFirst(), amounts);
        for (Formula each : extreme.of().subList(1, extreme.of().size())) {
          emit(each, amounts);
          step(extreme.least() ? Program.LEAST : Program.GREATEST, 0);
        }
      }
    }
  }

  private void arithmetic(Formula.Arithmetic arithmetic, boolean amount) {
    Unit left = unit(arithmetic.left());
    Unit right = unit(arithmetic.right());
    switch (arithmetic.operator()) {
      case PLUS, MINUS -> {
        boolean amounts = amount || left == Unit.AMOUNT || right == Unit.AMOUNT;
        emit(arithmetic.left(), amounts);
        emit(arithmetic.right(), amounts);
      }
      case TIMES -> {
        // one side may be the amount: a bare number beside an amount or a ratio is a ratio
        boolean leftIsAmount = amount && left == Unit.BARE && right != Unit.AMOUNT;
        emit(arithmetic.left(), leftIsAmount);
        emit(
            arithmetic.right(),
            amount && !leftIsAmount && left == Unit.RATIO && right == Unit.BARE);
      }
      case OVER -> {
        emit(arithmetic.left(), (amount && left == Unit.BARE) || right == Unit.AMOUNT);
        emit(arithmetic.right(), false);
      }
    }
    step(
        switch (arithmetic.operator()) {
          case PLUS -> Program.ADD;
          case MINUS -> Program.SUBTRACT;
          case TIMES -> Program.MULTIPLY;
          case OVER -> Program.DIVIDE;
        },
        0);
  }

  private void name(String name) {
    switch (name) {
      case "pool" -> slot(Layout.POOL);
      case "pool.begin" -> slot(Layout.POOL_BEGIN);
      case "pool.penalty" -> slot(Layout.PENALTY);
      case "pool.original" -> slot(Layout.ORIGINAL);
      case "pool.interest" -> slot(Layout.INTEREST);
      case "pool.principal" -> slot(Layout.PRINCIPAL);
      case "pool.prepay" -> slot(Layout.PREPAY);
      case "pool.default" -> slot(Layout.DEFAULT);
      case "pool.recovery" -> slot(Layout.RECOVERY);
      case "pool.cash", "net-licence-income" ->
          sum(Layout.INTEREST, Layout.PRINCIPAL, Layout.PREPAY, Layout.RECOVERY, Layout.PENALTY);
      case "pool.cum-default" -> slot(Layout.CUM_DEFAULT);
      case "pool.cum-recovery" -> slot(Layout.CUM_RECOVERY);
      case "pool.cum-loss" -> loss();
      case "pool-factor" -> quotient(Layout.POOL, Layout.ORIGINAL);
      case "cum-default" -> quotient(Layout.CUM_DEFAULT, Layout.ORIGINAL);
      case "cum-loss" -> {
        loss();
        slot(Layout.ORIGINAL);
        step(Program.DIVIDE, 0);
      }
      case "cash" -> slot(layout.account(0));
      case "date" -> slot(Layout.DAY);
      case "period" -> slot(Layout.PERIOD);
      default -> ofParts(name);
    }
  }

  private void ofParts(String name) {
    int dot = name.indexOf('.');
    String whole = dot < 0 ? name : name.substring(0, dot);
    String part = dot < 0 ? "" : name.substring(dot + 1);
    int tranche = layout.tranches.indexOf(whole);
    if (tranche >= 0) {
      switch (part) {
        case "", "balance" -> slot(layout.tranche(tranche, Layout.T_BALANCE));
        case "original" -> slot(layout.tranche(tranche, Layout.T_ORIGINAL));
        case "interest", "due-interest" -> dueInterest(tranche);
        case "principal" -> slot(layout.tranche(tranche, Layout.T_DUE_PRINCIPAL));
        case "paid-interest" -> slot(layout.tranche(tranche, Layout.T_PAID_INTEREST));
        case "paid-principal" -> slot(layout.tranche(tranche, Layout.T_PAID_PRINCIPAL));
        case "written-off" -> slot(layout.tranche(tranche, Layout.T_WRITTEN_OFF));
        default -> throw new IllegalStateException("no such name: " + name);
      }
      return;
    }
    int fee = layout.fees.indexOf(whole);
    if (fee >= 0) {
      slot(layout.fee(fee, part.equals("paid") ? Layout.F_PAID : Layout.F_DUE));
      return;
    }
    int account = layout.accounts.indexOf(whole);
    if (account >= 0) {
      switch (part) {
        case "target" -> slot(layout.account(account) + Layout.A_TARGET);
        case "gap" -> {
          slot(layout.account(account) + Layout.A_TARGET);
          slot(layout.account(account));
          step(Program.SUBTRACT, 0);
          constant(BigDecimal.ZERO);
          step(Program.GREATEST, 0);
        }
        default -> slot(layout.account(account));
      }
      return;
    }
    int support = layout.supports.indexOf(whole);
    if (support >= 0) {
      slot(layout.support(support, part.equals("available") ? Layout.S_AVAILABLE : Layout.S_DRAWN));
      return;
    }
    int hedge = layout.hedges.indexOf(whole);
    if (hedge >= 0) {
      slot(
          layout.hedge(
              hedge,
              switch (part) {
                case "paid" -> Layout.H_PAID;
                case "received" -> Layout.H_RECEIVED;
                default -> Layout.H_DUE;
              }));
      return;
    }
    int ledger = layout.ledgers.indexOf(whole);
    if (ledger < 0) {
      throw new IllegalStateException("no such name: " + name);
    }
    int slots = deal.ledgers().get(ledger).tranches().size();
    int[] all = new int[slots];
    for (int i = 0; i < slots; i++) {
      all[i] = layout.ledger(deal, ledger) + i;
    }
    sum(all);
  }

  private void call(Formula.Call call) {
    String name = call.name();
    int dot = name.indexOf('.');
    int tranche = layout.tranches.indexOf(dot < 0 ? name : name.substring(0, dot));
    switch (call.function()) {
      case "balance" -> name(name);
      case "due" -> {
        if (name.endsWith(".interest")) {
          dueInterest(tranche);
        } else if (name.endsWith(".principal")) {
          slot(layout.tranche(tranche, Layout.T_DUE_PRINCIPAL));
        } else {
          due(tranche);
        }
      }
      case "factor" ->
          quotient(
              layout.tranche(tranche, Layout.T_BALANCE),
              layout.tranche(tranche, Layout.T_ORIGINAL));
      case "coverage" -> {
        name("pool.cash");
        due(tranche);
        step(Program.DIVIDE, 0);
      }
      case "oc" -> {
        slot(Layout.POOL);
        int[] balances = new int[tranche + 1];
        for (int i = 0; i <= tranche; i++) {
          balances[i] = layout.tranche(i, Layout.T_BALANCE);
        }
        sum(balances);
        step(Program.DIVIDE, 0);
      }
      case "ic" -> {
        slot(Layout.INTEREST);
        int[] dues = new int[2 * (tranche + 1)];
        for (int i = 0; i <= tranche; i++) {
          dues[2 * i] = layout.tranche(i, Layout.T_DUE_INTEREST);
          dues[2 * i + 1] = layout.tranche(i, Layout.T_DUE_ON_UNPAID);
        }
        sum(dues);
        step(Program.DIVIDE, 0);
      }
      default -> throw new IllegalStateException("no such function: " + call.function());
    }
  }

  private void due(int tranche) {
    sum(
        layout.tranche(tranche, Layout.T_DUE_INTEREST),
        layout.tranche(tranche, Layout.T_DUE_ON_UNPAID),
        layout.tranche(tranche, Layout.T_DUE_PRINCIPAL));
  }

  private void dueInterest(int tranche) {
    sum(
        layout.tranche(tranche, Layout.T_DUE_INTEREST),
        layout.tranche(tranche, Layout.T_DUE_ON_UNPAID));
  }

  private void loss() {
    slot(Layout.CUM_DEFAULT);
    slot(Layout.CUM_RECOVERY);
    step(Program.SUBTRACT, 0);
  }

  private void emit(Condition condition) {
    switch (condition) {
      case Condition.Compare compare -> compare(compare);
      case Condition.Both both -> {
        emit(both.left());
        emit(both.right());
        step(Program.AND, 0);
      }
      case Condition.Either either -> {
        emit(either.left());
        emit(either.right());
        step(Program.OR, 0);
      }
      case Condition.Not not -> {
        emit(not.condition());
        step(Program.NOT, 0);
      }
      case Condition.Running running -> {
        emit(running.condition());
        step(Program.RUNNING, layout.add() << 12 | running.periods());
      }
      case Condition.Flag flag -> slot(flags.computeIfAbsent(flag.name(), _ -> layout.add()));
    }
  }

  private void compare(Condition.Compare compare) {
    boolean amounts = unit(compare.left()) == Unit.AMOUNT || unit(compare.right()) == Unit.AMOUNT;
    boolean turned =
        compare.sign() == Condition.Sign.MORE || compare.sign() == Condition.Sign.AT_LEAST;
    emit(turned ? compare.right() : compare.left(), amounts);
    emit(turned ? compare.left() : compare.right(), amounts);
    step(
        switch (compare.sign()) {
          case LESS, MORE -> Program.LESS;
          case AT_MOST, AT_LEAST -> Program.AT_MOST;
          case SAME -> Program.SAME;
        },
        0);
  }

  private void quotient(int left, int right) {
    slot(left);
    slot(right);
    step(Program.DIVIDE, 0);
  }

  private void sum(int... slots) {
    slot(slots[0]);
    for (int i = 1; i < slots.length; i++) {
      slot(slots[i]);
      step(Program.ADD, 0);
    }
  }

  private void slot(int slot) {
    step(Program.SLOT, slot);
  }

  private void constant(BigDecimal value) {
    constants.add(value);
    step(Program.CONSTANT, constants.size() - 1);
  }

  private void step(int what, int with) {
    code.add(what);
    argument.add(with);
  }
}
