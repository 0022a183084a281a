package org.zhiheng.jobs.finance;

import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Which right backs which deal. One right never backs two, whoever asks at the same time, through
/// however many connections.
///
/// A right is meant by all its numbers: where two organisations have a record of the same one, the
/// first that reserves it holds it, and the other learns that it is held and not by whom. Known
/// weakness: two records that have no number in common are two rights here.
///
/// What a call takes is durable when it returns, the reservation and its event together or neither.
/// Safe for many threads and processes. Nobody retries below the job.
public interface Pledges {

  /// Has a right back a deal and appends the event that says so, if nothing was appended to the
  /// right since the version that the caller saw.
  ///
  /// @param asked not freed
  /// @param expectedVersion [org.zhiheng.register.record.RightRecord#version] as read
  /// @param pledged none where the register has the pledge already
  Reserved reserve(Reservation asked, long expectedVersion, Optional<DatedFact> pledged);

  /// Frees a right and appends the event that says so, on the same condition.
  ///
  /// @param released none where the register has the release already
  Released release(
      OrganisationId owner,
      RightId right,
      long expectedVersion,
      Optional<DatedFact> released,
      Reservation.Freed freed);

  /// All that its owner had a right back, oldest first; at most one is not freed, the last.
  List<Reservation> of(OrganisationId owner, RightId right);

  /// Whether another organisation has a right with one of the same numbers back a deal.
  boolean heldByOthers(OrganisationId owner, RightId right);

  /// The deal that a right backs.
  default Optional<Reservation> standing(OrganisationId owner, RightId right) {
    return of(owner, right).stream().filter(one -> one.freed().isEmpty()).findFirst();
  }

  /// What reserving came to.
  sealed interface Reserved {
    /// It backs the deal; the right stands at this version.
    record Done(long version) implements Reserved {}

    /// It backs another deal here; empty where that is another organisation's.
    record Held(Optional<Reservation> by) implements Reserved {}

    /// Somebody else appended to the right first: read again, decide again.
    record Stale(long version) implements Reserved {}

    /// The owner has no such right.
    record NotFound() implements Reserved {}
  }

  /// What releasing came to.
  sealed interface Released {
    /// It backs no deal now; the right stands at this version.
    record Done(long version) implements Released {}

    /// It backed none.
    record Free() implements Released {}

    /// Somebody else appended to the right first: read again, decide again.
    record Stale(long version) implements Released {}

    /// The owner has no such right.
    record NotFound() implements Released {}
  }
}
