/// Tests.
@NullMarked
package org.zhiheng.deadlines.fee;

import org.jspecify.annotations.NullMarked;
