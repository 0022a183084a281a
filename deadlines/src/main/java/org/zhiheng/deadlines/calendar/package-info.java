/// The working calendar of an office: weekends, holidays, and weekend days that are worked, each by
/// the notice that says so and as far as it was published on a day.
///
/// Start with [WorkingCalendar].
@NullMarked
package org.zhiheng.deadlines.calendar;

import org.jspecify.annotations.NullMarked;
