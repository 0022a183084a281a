package org.zhiheng.jobs.administer.remind;

import java.time.LocalDate;
import org.zhiheng.values.RightId;

/// That a person was told of a deadline.
///
/// @param right whose deadline
/// @param key of the deadline
/// @param person who was told
/// @param warnBy the warning date that they were told
/// @param step days before it, or [Reminder#MISSED]
public record Mark(RightId right, String key, String person, LocalDate warnBy, int step) {}
