/// The contracts of what the job examine keeps, and their references in memory.
///
/// Not stores to be used: they forget with the process. Start with [MarkFeedContract].
@NullMarked
package org.zhiheng.contracts.examine;

import org.jspecify.annotations.NullMarked;
