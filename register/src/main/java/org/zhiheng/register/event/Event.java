package org.zhiheng.register.event;

import java.time.Instant;
import java.time.LocalDate;
import org.zhiheng.values.EventId;

/// A fact as it stands in the register. Never changed, never removed.
///
/// @param id in the order of recording
/// @param on the legal date
/// @param fact what happened
/// @param source where it was read
/// @param recordedAt when it was taken into the register
/// @param recordedBy the user's name, or the import run's id
public record Event(
    EventId id, LocalDate on, Fact fact, Source source, Instant recordedAt, String recordedBy) {}
