package org.zhiheng.jobs.prove;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What is to be stated and logged by itself: written down by the transaction that wrote the thing.
///
/// Contract: what was recorded is due from its commit on, until it was settled; each is settled
/// once. Safe for many threads and processes.
public interface Outbox {

  /// What is due, oldest first.
  List<Due> due(int limit);

  /// What was recorded, by organisation. The same each time it is asked.
  List<Recorded> recorded(Due due);

  /// Enters statements of what is due and strikes it off, in one step.
  ///
  /// @return false, and nothing was entered, when it was settled before
  boolean settle(Due due, List<EvidenceStore.Fresh> statements);

  /// Something that is due.
  ///
  /// @param number in the order of commits, nearly
  /// @param kind what it is
  record Due(long number, Kind kind) {}

  /// What a thing that is due is.
  enum Kind {
    /// Events that one transaction recorded.
    EVENTS,
    /// An examination that was kept.
    EXAMINATION,
    /// A report on a deal.
    DEAL_REPORT
  }

  /// What was recorded for one organisation.
  sealed interface Recorded {

    /// For whom.
    OrganisationId organisation();

    /// Events, in the order of recording.
    record Events(OrganisationId organisation, List<RecordedEvent> events) implements Recorded {
      /// Copies the list.
      public Events {
        events = List.copyOf(events);
      }
    }

    /// An examination, as it was kept.
    ///
    /// @param id `X7`
    /// @param inquiry JSON
    /// @param basis JSON
    /// @param list SHA-256 of the list
    /// @param found JSON
    record Examination(
        OrganisationId organisation,
        String id,
        Instant at,
        String by,
        String inquiry,
        String basis,
        String list,
        String found)
        implements Recorded {}

    /// A report on a deal, with everything it was reckoned from.
    ///
    /// @param name of the deal
    /// @param period that it reports on, from 1
    /// @param deal JSON
    /// @param assume JSON
    /// @param known JSON
    /// @param collected CSV
    /// @param body the report as JSON
    /// @param pool JSON: what the gate said of the pool when the deal was issued
    record DealReport(
        OrganisationId organisation,
        String name,
        int period,
        String deal,
        String assume,
        String known,
        String collected,
        String body,
        String pool)
        implements Recorded {}
  }

  /// An event as it stands in the register.
  ///
  /// @param right whose
  /// @param number of the event
  /// @param on its legal date
  /// @param at when it was recorded
  /// @param by who recorded it
  /// @param source where it was read; its name
  /// @param sourceDigest SHA-256 of the file it was read from; may be empty
  /// @param body the fact as JSON
  record RecordedEvent(
      RightId right,
      long number,
      LocalDate on,
      Instant at,
      String by,
      String source,
      String sourceDigest,
      String body) {}
}
