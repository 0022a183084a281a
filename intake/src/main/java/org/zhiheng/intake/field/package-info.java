/// What all readers share: a row's outcome, dates, the collecting of problems, bounded memos.
///
/// Not the numbers and symbols themselves: [org.zhiheng.register.number] reads those. Start with
/// [Outcome].
@NullMarked
package org.zhiheng.intake.field;

import org.jspecify.annotations.NullMarked;
