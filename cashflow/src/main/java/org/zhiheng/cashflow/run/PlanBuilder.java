package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.deal.Support;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.YearFraction;

/// Works a deal and its assumptions out to what [Plan] holds. Used once.
final class PlanBuilder {

  /// Collection periods of one run.
  private static final int COLLECTS_MAX = 2_000;

  final Deal deal;
  final Assumptions assumptions;
  final Layout layout;
  final Programs.Maker maker;
  final List<Program> programs = new ArrayList<>();
  final List<String> rules = new ArrayList<>();
  final List<AssetPlan> assets;
  final List<AssetPlan> purchase;
  final long purchasePrice;

  final long[] collectDay;
  final int[] collectPay;
  final long[] payDay;
  final int horizon;
  final long[][] accrualOver;
  final long[][] accrualUnder;
  final long[][] planned;
  final boolean[][] open;
  final boolean[][] matured;
  final int[][] whileOutstanding;
  final boolean[] onUnpaid;
  final long[][] feeAmount;
  final long[][] feeOver;
  final long[][] feeUnder;
  final int[] feeProgram;
  final long[][] feeSteps;
  final int[] targetProgram;
  final long[] opening;
  final long[][] drawnOver;
  final long[][] undrawnOver;
  final long[][] supportUnder;
  final int[] capProgram;
  final boolean[] restores;
  final Hedges hedges;
  final int[][] ledgerTranches;
  final int[] ledgerSlot;
  final int[] triggerProgram;
  final int[] triggerStatus;
  final boolean[] triggerCurable;
  final boolean[] triggerAfter;
  final int callProgram;
  final int callPrice;
  final boolean callPriceIsRatio;
  final int callStatus;
  final int[] flagSlot;
  final long[] flagDay;
  final Op[][] ops;

  PlanBuilder(Deal deal, Assumptions assumptions) {
    this.deal = deal;
    this.assumptions = assumptions;
    layout = new Layout(deal);
    maker = new Programs.Maker(deal, layout);
    AssetPlans plans = new AssetPlans(deal, assumptions);
    assets = plans.all();
    purchase =
        assumptions.purchase().flatMap(buy -> plans.plan(buy.asset(), buy.behaviour())).stream()
            .toList();
    purchasePrice = assumptions.purchase().map(buy -> buy.price().billionths()).orElse(Fen.BILLION);

    DealDates dates = deal.dates();
    collectDay = collectDays(dates, lastFlow());
    payDay = payDays(dates);
    int pays = payDay.length;
    collectPay = new int[collectDay.length];
    int pay = 0;
    for (int c = 0; c < collectDay.length; c++) {
      while (pay < pays && payDay[pay] < collectDay[c]) {
        pay++;
      }
      collectPay[c] = pay;
    }
    place(assets);
    horizon = horizon();

    int tranches = deal.tranches().size();
    accrualOver = new long[tranches][pays];
    accrualUnder = new long[tranches][pays];
    planned = new long[tranches][pays];
    open = new boolean[tranches][pays];
    matured = new boolean[tranches][pays];
    whileOutstanding = new int[tranches][];
    onUnpaid = new boolean[tranches];
    for (int j = 0; j < tranches; j++) {
      tranche(j, deal.tranches().get(j));
    }
    int fees = layout.fees.size();
    feeAmount = new long[fees][pays];
    feeOver = new long[fees][pays];
    feeUnder = new long[fees][pays];
    feeProgram = new int[fees];
    feeSteps = new long[fees][0];
    fees();
    targetProgram =
        deal.accounts().stream()
            .mapToInt(account -> account.target().map(this::target).orElse(-1))
            .toArray();
    opening = deal.accounts().stream().mapToLong(Deal.Account::opening).toArray();
    int supports = deal.supports().size();
    drawnOver = new long[supports][pays];
    undrawnOver = new long[supports][pays];
    supportUnder = new long[supports][pays];
    capProgram = new int[supports];
    restores = new boolean[supports];
    for (int s = 0; s < supports; s++) {
      support(s, deal.supports().get(s));
    }
    hedges = new Hedges(this);
    int ledgers = deal.ledgers().size();
    ledgerTranches = new int[ledgers][];
    ledgerSlot = new int[ledgers];
    for (int l = 0; l < ledgers; l++) {
      ledgerTranches[l] =
          deal.ledgers().get(l).tranches().stream().mapToInt(layout.tranches::indexOf).toArray();
      ledgerSlot[l] = layout.ledger(deal, l);
    }
    List<Deal.Trigger> triggers = deal.triggers();
    triggerProgram = triggers.stream().mapToInt(one -> add(maker.condition(one.when()))).toArray();
    triggerStatus =
        triggers.stream()
            .mapToInt(one ->
                switch (one.effect()) {
                  case Deal.Effect.Enter enter -> layout.statuses.indexOf(enter.status());
                  case Deal.Effect.Note _ -> -1;
                })
            .toArray();
    triggerCurable = new boolean[triggers.size()];
    triggerAfter = new boolean[triggers.size()];
    for (int t = 0; t < triggers.size(); t++) {
      triggerCurable[t] = triggers.get(t).curable();
      triggerAfter[t] = triggers.get(t).after();
    }
    callProgram = deal.cleanUp().map(call -> add(maker.condition(call.when()))).orElse(-1);
    callPriceIsRatio =
        deal.cleanUp()
            .map(call -> maker.isRatio(call.price()) || call.price() instanceof Formula.Literal)
            .orElse(true);
    callPrice =
        deal.cleanUp()
            .map(call ->
                add(callPriceIsRatio ? maker.ratio(call.price()) : maker.amount(call.price())))
            .orElse(-1);
    callStatus = layout.statuses.indexOf("clean-up");
    ops = new OpMaker(this).all();
    Map<String, Integer> flags = maker.flags();
    flagSlot = flags.values().stream().mapToInt(Integer::intValue).toArray();
    flagDay =
        flags.keySet().stream()
            .mapToLong(flag ->
                assumptions.flags().containsKey(flag)
                    ? assumptions.flags().getOrDefault(flag, LocalDate.MAX).toEpochDay()
                    : Long.MAX_VALUE)
            .toArray();
  }

  int add(Program program) {
    programs.add(program);
    return programs.size() - 1;
  }

  int rule(String text) {
    rules.add(text);
    return rules.size() - 1;
  }

  /// A target that is a bare ratio is one of the pool.
  private int target(Formula formula) {
    return add(
        maker.isRatio(formula)
            ? maker.amount(
                new Formula.Arithmetic(Formula.Operator.TIMES, formula, new Formula.Name("pool")))
            : maker.amount(formula));
  }

  /// The last day on which anything of the pool comes in, late payments left aside.
  private LocalDate lastFlow() {
    long last = deal.dates().closing().toEpochDay();
    for (AssetPlan asset : assets) {
      for (int k = 0; k < asset.payments(); k++) {
        last = Math.max(last, asset.day[k]);
      }
      for (int r = 0; r < asset.risk.length; r++) {
        if (asset.recovery[r] > 0) {
          last = Math.max(last, recoveryDay(asset, r, asset.payments() - 1));
        }
      }
    }
    for (AssetPlan bought : purchase) {
      // bought on the last day possible: nothing comes in after the legal date anyhow
      last = Math.max(last, deal.dates().legal().toEpochDay());
      last = Math.max(last, bought.day[0]);
    }
    return LocalDate.ofEpochDay(last);
  }

  private long recoveryDay(AssetPlan asset, int r, int k) {
    return LocalDate.ofEpochDay(asset.day[k]).plusMonths(lag(asset, r)).toEpochDay();
  }

  private int lag(AssetPlan asset, int r) {
    return assumptions
        .assets()
        .getOrDefault(asset.id, assumptions.pool())
        .risks()
        .get(r)
        .lagMonths();
  }

  private long[] collectDays(DealDates dates, LocalDate last) {
    List<Long> days = new ArrayList<>();
    LocalDate anchor = dates.firstCollect().orElse(dates.cutoff());
    LocalDate at = dates.firstCollect().orElse(dates.collect().next(dates.cutoff(), anchor));
    int late = assets.stream().mapToInt(asset -> asset.latePeriods).max().orElse(0);
    int more = late;
    while (true) {
      if (at.equals(LocalDate.MAX)) {
        break;
      }
      days.add(at.toEpochDay());
      refuseMany("collection periods", days.size(), COLLECTS_MAX);
      if (!at.isBefore(last) && more-- == 0) {
        break;
      }
      at = dates.collect().next(at, anchor);
    }
    return days.stream().mapToLong(Long::longValue).toArray();
  }

  private long[] payDays(DealDates dates) {
    List<Long> days = new ArrayList<>();
    LocalDate anchor = dates.firstPay().orElse(dates.closing());
    LocalDate at = dates.firstPay().orElse(dates.pay().next(dates.closing(), anchor));
    while (!at.isAfter(dates.legal()) && days.size() < Plan.PAYMENTS_MAX) {
      days.add(at.toEpochDay());
      at = dates.pay().next(at, anchor);
    }
    if (days.isEmpty()) {
      throw new ProblemsException(
          Problem.of(
              "deal-dates",
              "dates",
              dates.legal().toString(),
              "There must be a payment date after closing and not after the legal date."));
    }
    return days.stream().mapToLong(Long::longValue).toArray();
  }

  /// Sets the collection periods of payments and recoveries.
  private void place(List<AssetPlan> plans) {
    for (AssetPlan asset : plans) {
      for (int k = 0; k < asset.payments(); k++) {
        asset.collect[k] = period(asset.day[k]);
        for (int r = 0; r < asset.risk.length; r++) {
          asset.recovered[r][k] = period(recoveryDay(asset, r, k));
        }
      }
    }
  }

  private int period(long day) {
    int at = Arrays.binarySearch(collectDay, day);
    return Math.min(collectDay.length - 1, at < 0 ? -at - 1 : at);
  }

  /// Payment dates until all collections are paid out, and until the last principal is due that
  /// somebody guarantees.
  private int horizon() {
    int last = collectPay[collectPay.length - 1];
    boolean guaranteed =
        deal.supports().stream()
            .anyMatch(one -> one.covers().stream().anyMatch(what -> what.endsWith(".principal")));
    if (guaranteed) {
      for (Tranche tranche : deal.tranches()) {
        long due = tranche.maturity().orElse(deal.dates().legal()).toEpochDay();
        for (int p = 0; p < payDay.length; p++) {
          if (tranche.maturity().isPresent() && payDay[p] >= due) {
            last = Math.max(last, p);
            break;
          }
        }
      }
    }
    return Math.min(payDay.length, last + 1);
  }

  private void tranche(int j, Tranche tranche) {
    DealDates dates = deal.dates();
    Curve curve = new Curve(assumptions.rates());
    onUnpaid[j] = tranche.onUnpaid() == Tranche.OnUnpaid.COUPON;
    LocalDate from = dates.closing();
    for (int p = 0; p < payDay.length; p++) {
      LocalDate to = LocalDate.ofEpochDay(payDay[p]);
      long[] fraction = {0, 1};
      LocalDate at = from;
      while (at.isBefore(to)) {
        LocalDate change = Curve.change(tranche.coupon(), at, dates.closing());
        LocalDate end = change.isBefore(to) ? change : to;
        long rate = curve.ofTranche(tranche.coupon(), at, dates.closing());
        YearFraction years = tranche.dayCount().yearFraction(at, end);
        fraction =
            sum(
                fraction,
                new long[] {
                  Math.multiplyExact(rate, years.numerator()),
                  Math.multiplyExact(Fen.BILLION, years.denominator())
                });
        at = end;
      }
      accrualOver[j][p] = fraction[0];
      accrualUnder[j][p] = fraction[1];
      matured[j][p] = !to.isBefore(tranche.maturity().orElse(dates.legal()));
      if (p == payDay.length - 1 && tranche.maturity().isEmpty()) {
        matured[j][p] = true;
      }
      planned[j][p] = -1;
      open[j][p] = true;
      switch (tranche.repayment()) {
        case Tranche.Repayment.AsSent sent ->
            open[j][p] = sent.lockedUntil().map(day -> !to.isBefore(day)).orElse(true);
        case Tranche.Repayment.Planned plan -> {
          Map.Entry<LocalDate, Long> balance = plan.balances().floorEntry(to);
          planned[j][p] = balance == null ? tranche.size() : balance.getValue();
        }
      }
      from = to;
    }
    whileOutstanding[j] =
        switch (tranche.repayment()) {
          case Tranche.Repayment.AsSent _ -> new int[0];
          case Tranche.Repayment.Planned plan ->
              plan.whileOutstanding().stream().mapToInt(layout.tranches::indexOf).toArray();
        };
  }

  static long[] sum(long[] left, long[] right) {
    if (left[0] == 0) {
      return right;
    }
    if (left[1] == right[1]) {
      return new long[] {Math.addExact(left[0], right[0]), left[1]};
    }
    double both = (double) left[0] / left[1] + (double) right[0] / right[1];
    return new long[] {Math.round(both * Fen.SHARE), Fen.SHARE};
  }

  private void fees() {
    Arrays.fill(feeProgram, -1);
    int at = 0;
    for (Deal.Deduction deduction : deal.deductions()) {
      feeProgram[at] = add(maker.amount(deduction.amount()));
      Arrays.fill(feeOver[at], 1);
      Arrays.fill(feeUnder[at], 1);
      at++;
    }
    for (Fee fee : deal.fees()) {
      fee(at, fee);
      at++;
    }
  }

  private void fee(int at, Fee fee) {
    LocalDate begin = fee.from();
    LocalDate from = begin;
    if (fee.kind() instanceof Fee.Kind.PerYear rate) {
      feeProgram[at] = add(maker.amount(rate.base()));
    } else if (fee.kind() instanceof Fee.Kind.Reckoned reckoned) {
      feeProgram[at] = add(maker.amount(reckoned.amount()));
    } else if (fee.kind() instanceof Fee.Kind.Table table) {
      feeProgram[at] = add(maker.amount(table.base()));
      feeSteps[at] =
          table.steps().entrySet().stream()
              .flatMapToLong(step -> LongStream.of(step.getKey(), step.getValue()))
              .toArray();
    }
    boolean fixedDone = false;
    for (int p = 0; p < payDay.length; p++) {
      LocalDate to = LocalDate.ofEpochDay(payDay[p]);
      if (to.isBefore(begin)) {
        continue;
      }
      feeUnder[at][p] = 1;
      switch (fee.kind()) {
        case Fee.Kind.Fixed fixed -> {
          feeAmount[at][p] = fixedDone ? 0 : fixed.amount();
          fixedDone = true;
        }
        case Fee.Kind.Recurring recurring -> {
          int count = 0;
          LocalDate day = recurring.timing().next(from, begin);
          while (!day.isAfter(to)) {
            count++;
            day = recurring.timing().next(day, begin);
          }
          feeAmount[at][p] = Math.multiplyExact(recurring.amount(), (long) count);
        }
        case Fee.Kind.PerCollection per -> {
          int count = 0;
          for (int c = 0; c < collectDay.length; c++) {
            if (collectPay[c] == p && collectDay[c] >= begin.toEpochDay()) {
              count++;
            }
          }
          feeAmount[at][p] = Math.multiplyExact(per.amount(), (long) count);
        }
        case Fee.Kind.PerYear rate -> {
          YearFraction years = rate.dayCount().yearFraction(from, counted(rate.days(), from, to));
          feeOver[at][p] = Math.multiplyExact(rate.rate().billionths(), years.numerator());
          feeUnder[at][p] = Math.multiplyExact(Fen.BILLION, years.denominator());
        }
        case Fee.Kind.Reckoned _, Fee.Kind.Table _ -> feeOver[at][p] = 1;
        case Fee.Kind.Listed listed ->
            feeAmount[at][p] =
                listed
                    .amounts()
                    .subMap(from, p == 0 || from.equals(begin), to, true)
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
      }
      from = to;
    }
  }

  /// The last day that counts of a rate for the time from one payment date to the next.
  private LocalDate counted(Fee.Days days, LocalDate from, LocalDate to) {
    return switch (days) {
      case PAYMENTS -> to;
      case COLLECTIONS -> {
        LocalDate last = from;
        for (long day : collectDay) {
          LocalDate collected = LocalDate.ofEpochDay(day);
          if (collected.isAfter(last) && !collected.isAfter(to)) {
            last = collected;
          }
        }
        yield last;
      }
    };
  }

  private void support(int s, Support support) {
    capProgram[s] = support.cap().map(cap -> add(maker.amount(cap))).orElse(-1);
    restores[s] = support.restores();
    LocalDate from = deal.dates().closing();
    for (int p = 0; p < payDay.length; p++) {
      LocalDate to = LocalDate.ofEpochDay(payDay[p]);
      YearFraction years = support.dayCount().yearFraction(from, to);
      drawnOver[s][p] = Math.multiplyExact(support.drawnRate().billionths(), years.numerator());
      undrawnOver[s][p] = Math.multiplyExact(support.undrawnRate().billionths(), years.numerator());
      supportUnder[s][p] = Math.multiplyExact(Fen.BILLION, years.denominator());
      from = to;
    }
  }

  private static void refuseMany(String what, int count, int most) {
    if (count > most) {
      throw new ProblemsException(
          Problem.of(
              "deal-limit",
              "dates",
              Integer.toString(count),
              "A deal has at most " + most + " " + what + "."));
    }
  }
}
