/// Signed notes: a text and the lines of those who signed it; and checkpoints, which are notes that
/// say how a log stands.
///
/// Not: which keys are to be trusted, or how many must have signed; that is a policy.
///
/// Start with [org.zhiheng.ledger.note.SignedNote]. Follows C2SP signed-note, tlog-checkpoint and
/// tlog-cosignature.
@NullMarked
package org.zhiheng.ledger.note;

import org.jspecify.annotations.NullMarked;
