/// What becomes of a deal when a figure is otherwise: at which level it just holds ([BreakEven]),
/// what a grid of levels does to each tranche ([StressGrid]), how structures compare ([Structure]).
///
/// Every level is tried by a whole run to the minor unit. Start with [BreakEven].
@NullMarked
package org.zhiheng.cashflow.solve;

import org.jspecify.annotations.NullMarked;
