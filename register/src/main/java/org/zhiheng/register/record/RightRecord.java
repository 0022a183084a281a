package org.zhiheng.register.record;

import java.util.List;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// All that is kept of one right.
///
/// @param id its id
/// @param organisation whose record it is
/// @param version grows with each event; what [Rights#append] compares
/// @param kind what it is
/// @param office whose register it stands in
/// @param numbers all numbers it is known by
/// @param references the owner's; [References#NONE] for another viewer
/// @param events in the order of recording
public record RightRecord(
    RightId id,
    OrganisationId organisation,
    long version,
    RightKind kind,
    Office office,
    List<RightNumber> numbers,
    References references,
    List<Event> events) {

  /// Copies the lists.
  public RightRecord {
    numbers = List.copyOf(numbers);
    events = List.copyOf(events);
  }
}
