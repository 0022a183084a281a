/// Tests of the change desk's gates. Start with [GatesTest].
@NullMarked
package org.zhiheng.jobs.administer.recordal;

import org.jspecify.annotations.NullMarked;
