/// Filing patterns (抢注线索): what the register shows of how somebody files marks, factor by factor.
///
/// It gives no verdict and no total: each factor stands with its figure, its inputs, its legal
/// basis on the filing date and what speaks against it. All of it is suspicion, for authorised
/// roles only. Start with [FilingPatterns]; the computing is [PatternEngine].
@NullMarked
package org.zhiheng.jobs.examine.pattern;

import org.jspecify.annotations.NullMarked;
