/// A patent by a tree of indicators: each scored from facts of the register or by a person's
/// judgement, as a range with its evidence.
///
/// What is not known widens the range; nothing is taken to be in the middle. Not money: the score
/// enters no method. Source: GB/T 42748-2023 for the names; the weights are ours. Start with
/// [IndicatorTree].
@NullMarked
package org.zhiheng.valuation.indicator;

import org.jspecify.annotations.NullMarked;
