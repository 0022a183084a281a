/// Rights that back debts: whether a right can be pledged, and that none backs two deals here.
///
/// Not what a deal pays nor what a right is worth. Start with [TitleGate], which is pure, and
/// [FinanceDesk], which people call. The grounds follow the measures on registration of patent
/// pledges (CNIPA announcement 461 of 2021).
@NullMarked
package org.zhiheng.jobs.finance;

import org.jspecify.annotations.NullMarked;
