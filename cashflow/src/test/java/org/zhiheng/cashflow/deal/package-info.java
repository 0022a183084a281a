/// Tests of reading and writing deals.
///
/// Start with [DealReaderTest].
@NullMarked
package org.zhiheng.cashflow.deal;

import org.jspecify.annotations.NullMarked;
