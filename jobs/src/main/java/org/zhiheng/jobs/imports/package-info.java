/// Imports: an office's file taken into the register, batch by batch, to be resumed after a kill.
///
/// Not how a file is read: [org.zhiheng.intake] does that. Start with [Imports].
@NullMarked
package org.zhiheng.jobs.imports;

import org.jspecify.annotations.NullMarked;
