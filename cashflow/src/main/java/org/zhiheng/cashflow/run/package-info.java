/// Deals run: a deal and its assumptions become a flat plan, which is run to the fen with the
/// reason of every transfer, or in doubles along many paths.
///
/// Start with [Plan]; [Ledger] runs it to the fen, [Simulation] along paths. Neither reads files.
@NullMarked
package org.zhiheng.cashflow.run;

import org.jspecify.annotations.NullMarked;
