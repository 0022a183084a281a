/// The accounts in PostgreSQL, and the hashing of what stands in them.
///
/// Not who may what: [org.zhiheng.jobs.access] decides that. Start with [PostgresAccounts]. Hashes
/// are Argon2id, RFC 9106 (2021-09).
@NullMarked
package org.zhiheng.store.postgres.access;

import org.jspecify.annotations.NullMarked;
