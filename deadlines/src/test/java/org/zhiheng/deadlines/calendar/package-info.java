/// Tests.
@NullMarked
package org.zhiheng.deadlines.calendar;

import org.jspecify.annotations.NullMarked;
