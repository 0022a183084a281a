/// Tests of uploads and of other short texts from outside. Start with [HeadersFuzz].
@NullMarked
package org.zhiheng.jobs.uploads;

import org.jspecify.annotations.NullMarked;
