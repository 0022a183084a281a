/// The first page: what is here, what happened last, and the one thing to do next.
///
/// Start with [HomePages].
@NullMarked
package org.zhiheng.server.home;

import org.jspecify.annotations.NullMarked;
