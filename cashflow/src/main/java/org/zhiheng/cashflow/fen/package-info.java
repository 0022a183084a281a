/// Arithmetic in whole minor units: products and quotients that are exact before they are rounded
/// once.
///
/// Start with [Fen].
@NullMarked
package org.zhiheng.cashflow.fen;

import org.jspecify.annotations.NullMarked;
