/// Tests of titles and pledges. Start with [TitleGateTest].
@NullMarked
package org.zhiheng.jobs.finance;

import org.jspecify.annotations.NullMarked;
