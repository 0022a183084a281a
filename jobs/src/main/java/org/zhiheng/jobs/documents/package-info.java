/// Documents: the bytes that were attached or uploaded, found by their digest.
///
/// Not which right they belong to: an event says that. Start with [Documents].
@NullMarked
package org.zhiheng.jobs.documents;

import org.jspecify.annotations.NullMarked;
