/// Tests.
@NullMarked
package org.zhiheng.valuation;

import org.jspecify.annotations.NullMarked;
