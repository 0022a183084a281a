/// Tests of what leaves the house.
@NullMarked
package org.zhiheng.links;

import org.jspecify.annotations.NullMarked;
