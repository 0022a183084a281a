/// Deals on cash flows of rights: a deal file read and checked, compiled to a flat plan, run to the
/// fen with the reason of every transfer, or simulated. Start with
/// [org.zhiheng.cashflow.deal.DealReader].
@NullMarked
package org.zhiheng.cashflow;

import org.jspecify.annotations.NullMarked;
