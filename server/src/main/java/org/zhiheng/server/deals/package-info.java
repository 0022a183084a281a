/// The workbench of deals: a deal file and what is supposed to happen, checked as it is typed,
/// drawn, run, stressed, simulated and compared with another.
///
/// Nothing is kept, and nothing is reckoned here: [org.zhiheng.cashflow] does. Start with
/// [WorkbenchPages].
@NullMarked
package org.zhiheng.server.deals;

import org.jspecify.annotations.NullMarked;
