/// Tests of reminders. Start with [RemindingTest].
@NullMarked
package org.zhiheng.jobs.administer.remind;

import org.jspecify.annotations.NullMarked;
