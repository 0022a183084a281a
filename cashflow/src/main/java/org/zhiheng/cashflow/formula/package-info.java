/// Formulas and conditions as deal files write them: read, printed, never evaluated here.
///
/// Start with [Formula]; [Condition] compares formulas; [FormulaText] reads both.
@NullMarked
package org.zhiheng.cashflow.formula;

import org.jspecify.annotations.NullMarked;
