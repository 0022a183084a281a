package org.zhiheng.cashflow.run;

import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;

/// Deals written as text, read and run.
final class Deals {

  private Deals() {}

  static LedgerRun run(String deal) {
    return Ledger.run(plan(deal, "assume: none\n"));
  }

  static LedgerRun run(String deal, String assume) {
    return Ledger.run(plan(deal, assume));
  }

  static Plan plan(String deal, String assume) {
    Deal read = DealReader.read("deal", deal, DealReader.FileTexts.NONE);
    Assumptions assumptions = AssumptionsReader.read("assume", assume, read);
    return Plan.of(read, assumptions);
  }

  /// A deal that only passes on what its assets pay, in cents cut down after every product.
  static String passing(String assets) {
    return """
    deal: passing
    rounding: floor-each-product
    dates: {cutoff: 2024-01-01, closing: 2024-01-01, pay: month-end, legal: 2040-01-01}
    pool:
      assets:
    ASSETS
    tranches:
      A: {size: "1.00"}
    waterfall:
      normal: [residual A]
    """
        .replace("ASSETS", "    - {" + assets + "}");
  }
}
