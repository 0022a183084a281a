/// The tamper-evident log: a Merkle tree over leaves that say nothing, published as static files,
/// signed, witnessed and stamped, so that anyone can check offline what was there when.
///
/// Not: what a leaf stands for (that is a statement, kept off the log), nor rights or deals.
///
/// Start with [org.zhiheng.ledger.tree.TreeHead]. Follows C2SP tlog-tiles, tlog-checkpoint,
/// signed-note and tlog-cosignature as published; no format of our own where they have one.
@NullMarked
package org.zhiheng.ledger;

import org.jspecify.annotations.NullMarked;
