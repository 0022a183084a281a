/// The pages of the job *examine*: what stands in a new mark's way, two marks side by side, kept
/// examinations, watches.
///
/// Not the comparison itself. Start with [ExaminePages].
@NullMarked
package org.zhiheng.server.examine;

import org.jspecify.annotations.NullMarked;
