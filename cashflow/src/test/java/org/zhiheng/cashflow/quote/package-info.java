/// Tests of pricing tranches: figures reckoned by hand.
@NullMarked
package org.zhiheng.cashflow.quote;

import org.jspecify.annotations.NullMarked;
