/// The job *examine* put together: what it stands on, what it keeps, and all its parts over both.
///
/// Start with [ExamineDesk].
@NullMarked
package org.zhiheng.jobs.examine.desk;

import org.jspecify.annotations.NullMarked;
