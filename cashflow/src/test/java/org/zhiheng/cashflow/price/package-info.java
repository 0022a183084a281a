/// Tests.
@NullMarked
package org.zhiheng.cashflow.price;

import org.jspecify.annotations.NullMarked;
