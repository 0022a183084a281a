/// Tests of running deals: recorded cases, an oracle in exact decimals, laws.
///
/// Start with [WaterfallTest].
@NullMarked
package org.zhiheng.cashflow.run;

import org.jspecify.annotations.NullMarked;
