/// Who may: organisations, users, roles, tokens, and the audit trail of what they did.
///
/// Not how somebody signs in: the server does that. Start with [Acting].
@NullMarked
package org.zhiheng.jobs.access;

import org.jspecify.annotations.NullMarked;
