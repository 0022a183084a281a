package org.zhiheng.deadlines.calendar;

import java.time.LocalDate;
import java.util.List;

/// A notice that arranges the days off of a year.
///
/// @param id ours, such as `cn-2026`
/// @param year the year it arranges
/// @param published the first day on which it was known
/// @param address where it can be read
/// @param off days off
/// @param worked weekend days that are worked
public record Notice(
    String id,
    int year,
    LocalDate published,
    String address,
    List<LocalDate> off,
    List<LocalDate> worked) {

  /// Holds the lists unchangeable.
  public Notice {
    off = List.copyOf(off);
    worked = List.copyOf(worked);
  }
}
