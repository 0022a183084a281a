/// Tests of the reader of AbsBox's deals.
///
/// Start with [AbsBoxDealsTest].
@NullMarked
package org.zhiheng.cashflow.absbox;

import org.jspecify.annotations.NullMarked;
