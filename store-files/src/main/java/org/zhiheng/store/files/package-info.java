/// Deposited files on disk, found by their digest; and files that are on their way, in parts.
///
/// Not who may read them: [org.zhiheng.jobs] decides that. Start with [FileDocuments] or
/// [FileUploads].
@NullMarked
package org.zhiheng.store.files;

import org.jspecify.annotations.NullMarked;
