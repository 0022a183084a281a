/// Tests of dockets. Start with [DocketingTest].
@NullMarked
package org.zhiheng.jobs.administer;

import org.jspecify.annotations.NullMarked;
