/// Who is reminded of deadlines, when, and by which letters. Start with [Reminding]: pure, from
/// rows of the docket to reminders. [ReminderRounds] keeps letters in an outbox together with the
/// mark that they were written, and hands them to a [Postman] until it takes them.
@NullMarked
package org.zhiheng.jobs.administer.remind;

import org.jspecify.annotations.NullMarked;
