/// What every back end of the log's ports passes, and those ports in memory.
///
/// Not the log's own tests. Start with [org.zhiheng.contracts.ledger.WalContract].
@NullMarked
package org.zhiheng.contracts.ledger;

import org.jspecify.annotations.NullMarked;
