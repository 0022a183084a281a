/// Tests of inventors' reward. Start with [RewardStatementTest].
@NullMarked
package org.zhiheng.jobs.finance.reward;

import org.jspecify.annotations.NullMarked;
