/// What a deal did until a payment date, from what was really collected: paid, against plan, and
/// what has to be disclosed. The same inputs give the same bytes, so anybody can reckon it again.
///
/// Not how a deal is run: that is `run`. Start with [PeriodReport].
@NullMarked
package org.zhiheng.cashflow.report;

import org.jspecify.annotations.NullMarked;
