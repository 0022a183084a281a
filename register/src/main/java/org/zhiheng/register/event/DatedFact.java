package org.zhiheng.register.event;

import java.time.LocalDate;

/// A fact and its legal date.
///
/// @param on the day it took effect, by the office's calendar
/// @param fact what happened
public record DatedFact(LocalDate on, Fact fact) {}
