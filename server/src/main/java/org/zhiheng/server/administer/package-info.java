/// The pages of the job `administer`: what is due of all rights, and the docket of one.
///
/// Start with [BoardPages].
@NullMarked
package org.zhiheng.server.administer;

import org.jspecify.annotations.NullMarked;
