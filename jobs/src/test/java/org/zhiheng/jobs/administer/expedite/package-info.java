/// Tests of quicker ways. Start with [EligibilityTest].
@NullMarked
package org.zhiheng.jobs.administer.expedite;

import org.jspecify.annotations.NullMarked;
