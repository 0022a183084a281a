/// What the job examine keeps, in PostgreSQL: the feed of marks, goods tables, kept examinations,
/// watches, features of figures, answers.
///
/// Not the index, which lies in files. Start with [PostgresMarkFeed].
@NullMarked
package org.zhiheng.store.postgres.examine;

import org.jspecify.annotations.NullMarked;
