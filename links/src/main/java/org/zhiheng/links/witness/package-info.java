/// Witnesses over HTTP, from both sides: a log asks several, a workspace is one.
///
/// Not: what a witness signs and remembers, which is [org.zhiheng.ledger.witness]. Start with
/// [org.zhiheng.links.witness.HttpWitnesses]. Follows C2SP tlog-witness.
@NullMarked
package org.zhiheng.links.witness;

import org.jspecify.annotations.NullMarked;
