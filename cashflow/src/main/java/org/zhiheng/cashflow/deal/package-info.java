/// A deal as its file declares it: dates, pool, tranches, fees, accounts, support, triggers and the
/// order of payments. Names and formulas stand as written; nothing is reckoned here.
///
/// Start with [Deal]; [DealReader] reads one, [Assumptions] stand in a file of their own.
@NullMarked
package org.zhiheng.cashflow.deal;

import org.jspecify.annotations.NullMarked;
