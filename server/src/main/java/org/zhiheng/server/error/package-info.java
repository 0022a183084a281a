/// What is shown when a page cannot be: nothing here, not allowed, refused, failed.
///
/// Start with [ErrorPages].
@NullMarked
package org.zhiheng.server.error;

import org.jspecify.annotations.NullMarked;
