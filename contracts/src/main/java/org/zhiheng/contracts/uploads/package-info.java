/// What every store of uploads must do, and one in memory.
///
/// Start with [UploadStoreContract].
@NullMarked
package org.zhiheng.contracts.uploads;

import org.jspecify.annotations.NullMarked;
