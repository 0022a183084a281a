/// What offices ask: annual fees with surcharges and reductions, and fees paid once.
///
/// Not when they are due: the rules of time say that. Start with [FeeBook].
@NullMarked
package org.zhiheng.deadlines.fee;

import org.jspecify.annotations.NullMarked;
