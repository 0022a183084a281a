/// What flows of money on days are worth: present value, yield, duration, convexity, average life,
/// spread over a curve, internal return, speeds of prepayment and default, one option formula.
///
/// Floating point throughout, and labelled so where it is shown: what is paid is computed in whole
/// minor units by the deal, never here. Pure. Not here: schedules, holidays, odd first coupons in
/// the manner of bond markets (ACT/ACT ICMA). Start with [CashFlows].
@NullMarked
package org.zhiheng.cashflow.price;

import org.jspecify.annotations.NullMarked;
