package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.List;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.fen.Rounding;

/// A deal under assumptions, as numbers: dates as days, names as slots, rules as flat steps, terms
/// as fractions. Made once, run often, in either mode. Nothing in it changes.
public final class Plan {

  /// Payment dates of one run.
  static final int PAYMENTS_MAX = 800;

  final Deal deal;
  final Assumptions assumptions;
  final Layout layout;
  final Rounding rounding;
  final int[] order;
  final List<AssetPlan> assets;

  /// The same, ready to be gone through.
  final AssetPool pool;

  final long poolBalance;

  /// Ends of collection periods, and the payment date each is paid out on.
  final long[] collectDay;

  final int[] collectPay;

  /// Payment dates; the first `horizon` are run at least.
  final long[] payDay;

  final int horizon;

  /// By tranche, then payment date: the fraction of the balance that is interest; the planned
  /// balance or -1; whether principal may be paid; whether all is due.
  final long[][] accrualOver;

  final long[][] accrualUnder;
  final long[][] planned;
  final boolean[][] open;
  final boolean[][] matured;

  /// By tranche: tranches that must be outstanding for its plan to hold.
  final int[][] whileOutstanding;

  final boolean[] onUnpaid;

  /// By fee, then payment date: what falls due by dates alone; the fraction of a base.
  final long[][] feeAmount;

  final long[][] feeOver;
  final long[][] feeUnder;

  /// By fee: the base or the amount, or -1.
  final int[] feeProgram;

  /// By fee: steps of a table, as pairs, or none.
  final long[][] feeSteps;

  /// By account: the target's program, or -1; what it opens with.
  final int[] targetProgram;

  final long[] opening;

  /// By support, then payment date.
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

  /// By flag slot, the day it is raised.
  final int[] flagSlot;

  final long[] flagDay;

  final Program[] programs;

  /// By status.
  final Op[][] ops;

  final int callStatus;
  final String[] rules;
  final int stateSize;

  /// What is bought while the deal revolves, by payment date; none: nothing.
  final List<AssetPlan> purchase;

  final long purchasePrice;

  Plan(PlanBuilder from) {
    deal = from.deal;
    assumptions = from.assumptions;
    layout = from.layout;
    rounding = deal.rounding();
    order = order(deal);
    assets = from.assets;
    poolBalance = assets.stream().mapToLong(asset -> asset.balance).sum();
    collectDay = from.collectDay;
    pool = new AssetPool(assets, collectDay.length);
    collectPay = from.collectPay;
    payDay = from.payDay;
    horizon = from.horizon;
    accrualOver = from.accrualOver;
    accrualUnder = from.accrualUnder;
    planned = from.planned;
    open = from.open;
    matured = from.matured;
    whileOutstanding = from.whileOutstanding;
    onUnpaid = from.onUnpaid;
    feeAmount = from.feeAmount;
    feeOver = from.feeOver;
    feeUnder = from.feeUnder;
    feeProgram = from.feeProgram;
    feeSteps = from.feeSteps;
    targetProgram = from.targetProgram;
    opening = from.opening;
    drawnOver = from.drawnOver;
    undrawnOver = from.undrawnOver;
    supportUnder = from.supportUnder;
    capProgram = from.capProgram;
    restores = from.restores;
    hedges = from.hedges;
    ledgerTranches = from.ledgerTranches;
    ledgerSlot = from.ledgerSlot;
    triggerProgram = from.triggerProgram;
    triggerStatus = from.triggerStatus;
    triggerCurable = from.triggerCurable;
    triggerAfter = from.triggerAfter;
    callProgram = from.callProgram;
    callPrice = from.callPrice;
    callPriceIsRatio = from.callPriceIsRatio;
    programs = from.programs.toArray(new Program[0]);
    ops = from.ops;
    callStatus = from.callStatus;
    rules = from.rules.toArray(new String[0]);
    flagSlot = from.flagSlot;
    flagDay = from.flagDay;
    stateSize = layout.size();
    purchase = from.purchase;
    purchasePrice = from.purchasePrice;
  }

  /// Makes the plan of a deal.
  ///
  /// @throws org.zhiheng.values.ProblemsException when the assumptions lack what the deal needs, or
  ///   the deal pays on more dates than [#PAYMENTS_MAX]
  public static Plan of(Deal deal, Assumptions assumptions) {
    return new Plan(new PlanBuilder(deal, assumptions));
  }

  /// The deal it is made of.
  public Deal deal() {
    return deal;
  }

  /// How many assets pay.
  public int assetCount() {
    return assets.size();
  }

  /// How many payment dates there are until the last collection was paid out.
  public int paymentCount() {
    return horizon;
  }

  LocalDate pay(int period) {
    return LocalDate.ofEpochDay(payDay[period]);
  }

  /// Days from the payment date before, or from closing.
  long days(int period) {
    return payDay[period]
        - (period == 0 ? deal.dates().closing().toEpochDay() : payDay[period - 1]);
  }

  /// What happens to an asset within one of its periods, as [Flows] numbers it.
  static int[] order(Deal deal) {
    return deal.pool().order().stream()
        .mapToInt(event ->
            switch (event) {
              case DEFAULT -> Flows.DEFAULTS;
              case PREPAY -> Flows.PREPAYS;
              case SCHEDULE -> Flows.SCHEDULES;
            })
        .toArray();
  }
}
