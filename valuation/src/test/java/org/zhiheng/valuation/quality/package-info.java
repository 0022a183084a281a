/// Tests.
@NullMarked
package org.zhiheng.valuation.quality;

import org.jspecify.annotations.NullMarked;
