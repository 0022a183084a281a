/// Large files on their way to a deposit, as the pages' scripts send them. What somebody without
/// scripts sends is deposited at once, and comes not here.
///
/// Start with [UploadPages].
@NullMarked
package org.zhiheng.server.prove.upload;

import org.jspecify.annotations.NullMarked;
