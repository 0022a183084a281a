package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.EventId;
import org.zhiheng.values.RightId;

/// All that is known of one right when its title is asked for.
///
/// @param kind of the right
/// @param office of the right
/// @param events as recorded, corrections among them
/// @param same which names are one party's
/// @param docket its deadlines on the day that is asked from
/// @param reservation the deal that it backs here
/// @param heldByOthers whether another organisation has it back a deal here
/// @param twins what may be the other half of a pair filed on the same day
/// @param logged where the log has which event
public record Dossier(
    RightKind kind,
    Office office,
    List<Event> events,
    SameParty same,
    Docket docket,
    Optional<Reservation> reservation,
    boolean heldByOthers,
    List<Twin> twins,
    Map<EventId, Long> logged) {

  /// Copies the collections.
  public Dossier {
    events = List.copyOf(events);
    twins = List.copyOf(twins);
    logged = Map.copyOf(logged);
  }

  /// A right that was filed on the same day by the same party under the same title: a utility model
  /// beside an invention, or the other way round.
  ///
  /// @param right which
  /// @param number of it; may be empty
  /// @param filedOn the day
  public record Twin(RightId right, String number, LocalDate filedOn) {}
}
