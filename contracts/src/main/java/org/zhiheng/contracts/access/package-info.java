/// The contract of [org.zhiheng.jobs.access.Accounts] and its reference in memory.
///
/// Not a store to be used: it forgets with the process. Start with [AccountsContract].
@NullMarked
package org.zhiheng.contracts.access;

import org.jspecify.annotations.NullMarked;
