/// What a tranche of a run is worth on a day: price, yield, lives and spreads under named
/// conventions.
///
/// Not where the cash comes from: a run says that. Start with [Quotes].
@NullMarked
package org.zhiheng.cashflow.quote;

import org.jspecify.annotations.NullMarked;
