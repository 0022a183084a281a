/// Tests of this package. Start with [org.zhiheng.links.witness].
@NullMarked
package org.zhiheng.links.witness;

import org.jspecify.annotations.NullMarked;
