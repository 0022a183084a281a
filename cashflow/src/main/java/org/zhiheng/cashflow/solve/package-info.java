/// At which level of one figure a deal just holds: the highest rate of default that a tranche
/// bears, the coupon at which nothing is left over.
///
/// Every level is tried by a whole run to the minor unit. Start with [BreakEven].
@NullMarked
package org.zhiheng.cashflow.solve;

import org.jspecify.annotations.NullMarked;
