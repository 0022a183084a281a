/// Who may: organisations, users, roles, tokens, and the audit trail of what they did.
///
/// Not how a page or a header carries the secret: the roof does that. Start with [Gate], which says
/// who comes in, and [AccountBook], which keeps who there is. The rules for passwords follow NIST
/// SP 800-63B-4 (2025-08), section 3.1.1 (recalled; the text was not opened).
@NullMarked
package org.zhiheng.jobs.access;

import org.jspecify.annotations.NullMarked;
