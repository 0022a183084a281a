/// The job *prove* on PostgreSQL: the log's head, a witness's memory, and evidence.
///
/// Not the log's tiles, which are files. Start with
/// [org.zhiheng.store.postgres.prove.PostgresEvidence].
@NullMarked
package org.zhiheng.store.postgres.prove;

import org.jspecify.annotations.NullMarked;
