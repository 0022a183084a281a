/// Watching a log from outside: whether each checkpoint that is seen grew out of those before, and
/// the proof where it did not.
///
/// Not: fetching, or keeping what was seen; that is the caller's. Start with
/// [org.zhiheng.ledger.watch.Monitor].
@NullMarked
package org.zhiheng.ledger.watch;

import org.jspecify.annotations.NullMarked;
