/// The record's ports on PostgreSQL: rights, parties, import runs and the audit trail.
///
/// Not what the records mean: [org.zhiheng.register] says that. Start with [Database].
@NullMarked
package org.zhiheng.store.postgres;

import org.jspecify.annotations.NullMarked;
