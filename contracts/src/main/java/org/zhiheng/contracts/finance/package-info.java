/// What stores of pledges must do. Start with [PledgesContract].
@NullMarked
package org.zhiheng.contracts.finance;

import org.jspecify.annotations.NullMarked;
