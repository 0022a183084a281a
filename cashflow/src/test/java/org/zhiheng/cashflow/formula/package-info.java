/// Tests of formulas.
///
/// Start with [FormulaTextTest].
@NullMarked
package org.zhiheng.cashflow.formula;

import org.jspecify.annotations.NullMarked;
