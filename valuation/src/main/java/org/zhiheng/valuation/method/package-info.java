/// What a right is worth by one way of reckoning, with its steps.
///
/// Each method is a function of its inputs, so that ranges and tornado charts ask all of them the
/// same way. Floating point: a value is an estimate. Not here: which methods a report needs. Start
/// with [Method].
@NullMarked
package org.zhiheng.valuation.method;

import org.jspecify.annotations.NullMarked;
