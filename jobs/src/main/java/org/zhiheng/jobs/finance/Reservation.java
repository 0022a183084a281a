package org.zhiheng.jobs.finance;

import java.time.Instant;
import java.util.Optional;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// A right that backs a deal, or did.
///
/// @param organisation whose right it is
/// @param right which
/// @param deal what it backs
/// @param recordNumber the number of the pledge, as its events name it
/// @param by the user's name
/// @param at when
/// @param freed when it ceased to back it; empty while it does
public record Reservation(
    OrganisationId organisation,
    RightId right,
    DealName deal,
    String recordNumber,
    String by,
    Instant at,
    Optional<Freed> freed) {

  /// That a right backs a deal no more.
  ///
  /// @param by the user's name
  /// @param at when
  public record Freed(String by, Instant at) {}
}
