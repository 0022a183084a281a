/// Tests of the deals to begin with: each is read, run, stressed and simulated.
@NullMarked
package org.zhiheng.cashflow.template;

import org.jspecify.annotations.NullMarked;
