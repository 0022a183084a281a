/// The audit trail as a page: who changed or took out what.
///
/// Start with [AuditPages].
@NullMarked
package org.zhiheng.server.audit;

import org.jspecify.annotations.NullMarked;
