/// Parties: the list, and one party with its names, its rights, and merging.
///
/// Start with [PartyPages].
@NullMarked
package org.zhiheng.server.parties;

import org.jspecify.annotations.NullMarked;
