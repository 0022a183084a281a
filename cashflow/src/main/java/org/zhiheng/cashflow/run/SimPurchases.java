package org.zhiheng.cashflow.run;

import java.util.List;

/// What one unit of bought assets pays, in doubles, by payment date.
final class SimPurchases {

  private SimPurchases() {}

  /// Flows of a balance of one bought on a payment date, as they are expected: chance is drawn for
  /// the assets of the cut-off alone.
  static double[][] unit(Plan plan, int pay, int periods) {
    Flows flows = new Flows(plan.collectDay.length);
    long whole = 1_000_000_000_000L;
    Purchases.add(plan, pay, whole, flows);
    double[][] unit = new double[SimAssets.KINDS][periods];
    List<long[]> rows =
        List.of(
            flows.interest,
            flows.principal,
            flows.prepay,
            flows.defaulted,
            flows.recovery,
            flows.penalty);
    for (int f = 0; f < rows.size(); f++) {
      for (int c = 0; c < plan.collectDay.length; c++) {
        int at = plan.collectPay[c];
        if (at < periods) {
          unit[f][at] += (double) rows.get(f)[c] / whole;
        }
      }
    }
    return unit;
  }
}
