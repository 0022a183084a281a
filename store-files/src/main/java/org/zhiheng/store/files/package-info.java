/// Deposited files on disk, found by their digest.
///
/// Not who may read them: [org.zhiheng.jobs] decides that. Start with [FileDocuments].
@NullMarked
package org.zhiheng.store.files;

import org.jspecify.annotations.NullMarked;
