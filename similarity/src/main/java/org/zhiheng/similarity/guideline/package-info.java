/// The examination guideline's rules for similar word marks: which of the thirteen applies to two
/// marks, and whether its exceptions hold.
///
/// Not a verdict: a rule that applies is a reason to look, and a person decides. The rules are data
/// (`cn/word-marks.yaml`), the mechanisms code; both are in our own words, since the guideline of
/// 2021 could not be opened. Start with [Guideline].
@NullMarked
package org.zhiheng.similarity.guideline;

import org.jspecify.annotations.NullMarked;
