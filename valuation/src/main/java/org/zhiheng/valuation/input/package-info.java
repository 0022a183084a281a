/// Figures that a valuation takes in: each with its range, its unit and where it comes from.
///
/// No register classes: whoever knows the register writes its facts down as these. Start with
/// [Input].
@NullMarked
package org.zhiheng.valuation.input;

import org.jspecify.annotations.NullMarked;
