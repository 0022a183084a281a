/// Tests of this package. Start with [org.zhiheng.links.chain].
@NullMarked
package org.zhiheng.links.chain;

import org.jspecify.annotations.NullMarked;
