/// What is logged: 100 bytes that say nothing of what they stand for.
///
/// Not: the statement itself, which is kept off the log with its salt.
///
/// Start with [org.zhiheng.ledger.leaf.Leaf]. The format is ours: docs/formats/log-leaf.md.
@NullMarked
package org.zhiheng.ledger.leaf;

import org.jspecify.annotations.NullMarked;
