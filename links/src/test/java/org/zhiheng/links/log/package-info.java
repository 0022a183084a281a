/// Tests of this package. Start with [org.zhiheng.links.log].
@NullMarked
package org.zhiheng.links.log;

import org.jspecify.annotations.NullMarked;
