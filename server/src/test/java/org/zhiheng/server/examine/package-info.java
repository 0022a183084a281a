/// Tests of what the pages of the job *examine* read and say, without a browser.
///
/// Start with [ExamineFormTest].
@NullMarked
package org.zhiheng.server.examine;

import org.jspecify.annotations.NullMarked;
