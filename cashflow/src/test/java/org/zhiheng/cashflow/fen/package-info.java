/// Tests of exact products.
///
/// Start with [FenProperties].
@NullMarked
package org.zhiheng.cashflow.fen;

import org.jspecify.annotations.NullMarked;
