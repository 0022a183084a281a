/// Tests of this package. Start with [org.zhiheng.links.serve].
@NullMarked
package org.zhiheng.links.serve;

import org.jspecify.annotations.NullMarked;
