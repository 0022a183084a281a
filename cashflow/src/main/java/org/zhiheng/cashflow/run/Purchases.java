package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;

/// Assets bought while a deal revolves.
final class Purchases {

  private Purchases() {}

  /// Adds what bought assets will pay: the model asset's payments, the first so long after the
  /// payment date as it was after the cut-off, of the balance that was bought.
  static void add(Plan plan, int pay, long bought, Flows into) {
    AssetPlan model = plan.purchase.getFirst();
    int payments = model.payments();
    AssetPlan shifted =
        new AssetPlan(
            model.id,
            bought,
            model.kind,
            model.day,
            model.riskNames,
            model.penaltyFixed,
            model.late,
            model.latePeriods);
    for (int k = 0; k < payments; k++) {
      int collect = period(plan, shifted(plan, pay, model.day[k]));
      shifted.collect[k] = collect;
      for (int r = 0; r < model.risk.length; r++) {
        shifted.recovered[r][k] = period(plan, shifted(plan, pay, recoveryDay(plan, model, r, k)));
        shifted.risk[r][k] = model.risk[r][k];
        shifted.recovery[r] = model.recovery[r];
      }
    }
    System.arraycopy(model.interestOver, 0, shifted.interestOver, 0, payments);
    System.arraycopy(model.interestUnder, 0, shifted.interestUnder, 0, payments);
    System.arraycopy(model.payOver, 0, shifted.payOver, 0, payments);
    System.arraycopy(model.payUnder, 0, shifted.payUnder, 0, payments);
    System.arraycopy(model.prepay, 0, shifted.prepay, 0, payments);
    System.arraycopy(model.penalty, 0, shifted.penalty, 0, payments);
    shifted.run(0, bought, plan.order, plan.rounding, into);
  }

  private static long recoveryDay(Plan plan, AssetPlan model, int r, int k) {
    int lag =
        plan.assumptions
            .purchase()
            .map(buy -> buy.behaviour().risks().get(r).lagMonths())
            .orElse(0);
    return LocalDate.ofEpochDay(model.day[k]).plusMonths(lag).toEpochDay();
  }

  /// A day as long after the payment date as it was after the cut-off, in months and days.
  private static long shifted(Plan plan, int pay, long day) {
    Period after = Period.between(plan.deal.dates().cutoff(), LocalDate.ofEpochDay(day));
    return plan.pay(pay).plus(after).toEpochDay();
  }

  /// The collection period of a day; what would come in after the last comes in with it.
  private static int period(Plan plan, long day) {
    int at = Arrays.binarySearch(plan.collectDay, day);
    return Math.min(plan.collectDay.length - 1, at < 0 ? -at - 1 : at);
  }
}
