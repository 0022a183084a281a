/// A value by many drawn cases: every figure within its range, the end of the right by chance.
///
/// Pure: the seed is an argument, and any number of threads gives the same bits. Not here: how
/// ranges were come by. Start with [MonteCarlo].
@NullMarked
package org.zhiheng.valuation.chance;

import org.jspecify.annotations.NullMarked;
