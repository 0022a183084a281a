package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;

/// A clock that could not be counted: kept with the reason, for somebody to look at.
///
/// @param rule whose
/// @param event the day asked from
/// @param trigger the event that started it
/// @param problem why
public record Unanswered(
    String rule, LocalDate event, Optional<EventId> trigger, Problem problem) {}
