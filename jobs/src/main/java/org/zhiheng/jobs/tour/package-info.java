/// Stories that were told in a workspace, so that the pages can lead through them.
///
/// Not how they are told: that is the command line's. Start with [Tour].
@NullMarked
package org.zhiheng.jobs.tour;

import org.jspecify.annotations.NullMarked;
