/// The page of the stories that were told in this workspace, and the way through them.
///
/// Start with [TourPages].
@NullMarked
package org.zhiheng.server.tour;

import org.jspecify.annotations.NullMarked;
