/// Tests of looking for levels: deals whose break-even is reckoned by hand.
@NullMarked
package org.zhiheng.cashflow.solve;

import org.jspecify.annotations.NullMarked;
