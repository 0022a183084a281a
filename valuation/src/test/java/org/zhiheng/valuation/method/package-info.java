/// Tests.
@NullMarked
package org.zhiheng.valuation.method;

import org.jspecify.annotations.NullMarked;
