/// What a witness does: it signs that a log only ever grew, and remembers what it signed.
///
/// Not: HTTP, or where it remembers. Start with [org.zhiheng.ledger.witness.Witness]. Follows C2SP
/// tlog-witness.
@NullMarked
package org.zhiheng.ledger.witness;

import org.jspecify.annotations.NullMarked;
