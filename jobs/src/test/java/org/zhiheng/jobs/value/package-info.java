/// Tests of the job `value`: files read strictly, facts of the register, fees, worth by hand.
@NullMarked
package org.zhiheng.jobs.value;

import org.jspecify.annotations.NullMarked;
