/// Sets of data as evidence: what a region asks of a data-IP registration, the fingerprint of the
/// set, rows of it opened without showing the rest, licences, and when a registration ends.
///
/// Start with [DataDesk]. Nothing is stored but evidence: a set is deposited with its secret, its
/// fingerprint as evidence of its own that can be handed out, and each licence behind it. Design:
/// docs/designs/0005.
@NullMarked
package org.zhiheng.jobs.prove.data;

import org.jspecify.annotations.NullMarked;
