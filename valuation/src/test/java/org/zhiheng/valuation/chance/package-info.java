/// Tests.
@NullMarked
package org.zhiheng.valuation.chance;

import org.jspecify.annotations.NullMarked;
