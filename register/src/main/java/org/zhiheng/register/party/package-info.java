/// Parties: one person or body under several names, and the port behind which they are kept.
///
/// Not what they own: a right's events say that. Start with [Parties].
@NullMarked
package org.zhiheng.register.party;

import org.jspecify.annotations.NullMarked;
