/// A proof that travels: that a leaf is in a log, and who has seen the log that way.
///
/// Not: what the leaf stands for. Start with [org.zhiheng.ledger.proof.LogProof]. Follows C2SP
/// tlog-proof.
@NullMarked
package org.zhiheng.ledger.proof;

import org.jspecify.annotations.NullMarked;
