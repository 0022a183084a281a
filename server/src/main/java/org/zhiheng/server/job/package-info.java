/// The pages of jobs that are not built yet: they say what will be here, and that it is not.
///
/// Start with [JobPages].
@NullMarked
package org.zhiheng.server.job;

import org.jspecify.annotations.NullMarked;
