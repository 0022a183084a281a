/// What every index of marks must do, and the reference that rates them all.
///
/// Start with [CandidatesContract].
@NullMarked
package org.zhiheng.contracts.candidate;

import org.jspecify.annotations.NullMarked;
