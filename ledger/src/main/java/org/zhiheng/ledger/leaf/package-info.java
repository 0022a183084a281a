/// What is logged: 100 bytes that say nothing of what they stand for.
///
/// Not: the statement itself, which is kept off the log with its salt.
///
/// Start with [org.zhiheng.ledger.leaf.Leaf], where the bytes stand; the format is ours.
@NullMarked
package org.zhiheng.ledger.leaf;

import org.jspecify.annotations.NullMarked;
