/// Tests.
@NullMarked
package org.zhiheng.valuation.indicator;

import org.jspecify.annotations.NullMarked;
