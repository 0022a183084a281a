package org.zhiheng.jobs.finance.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.values.OrganisationId;

/// Deals as kept, their issue, and the reports on them. Only ever appended to: a changed draft is a
/// version more, and what was issued stays as it was.
///
/// What a call takes is durable when it returns. Safe for many threads and processes.
public interface DealBook {

  /// Keeps a draft.
  ///
  /// @param expectedVersion of the draft that the caller saw; 0 where there was none
  Drafted draft(
      OrganisationId organisation,
      DealName name,
      Terms terms,
      long expectedVersion,
      String by,
      Instant at);

  /// Issues a version: no other follows it.
  ///
  /// @return false, and nothing was done, when it was issued or another version came first
  boolean issue(OrganisationId organisation, DealName name, long version, Issue issue);

  /// Keeps a report on the next period, with everything it was reckoned from; it is due to be
  /// logged from then on.
  ///
  /// @return false, and nothing was kept, when the deal is not issued, or the period is not the one
  ///   after the last that was reported
  boolean report(OrganisationId organisation, DealName name, Report report);

  /// One deal, as it is now.
  Optional<Kept> find(OrganisationId organisation, DealName name);

  /// Deals by name.
  ///
  /// @param after only names behind this one, in the order of their signs
  List<Kept> page(OrganisationId organisation, Optional<DealName> after, int limit);

  /// The reports on a deal, oldest first.
  List<Report> reports(OrganisationId organisation, DealName name);

  /// What a deal is.
  ///
  /// @param deal JSON of the deal, with everything that stood in files beside it
  /// @param assume JSON of what is supposed to happen
  record Terms(String deal, String assume) {}

  /// A deal.
  ///
  /// @param version from 1
  /// @param by who kept this version
  /// @param reported the last period that was reported on; 0 where none was
  record Kept(
      DealName name,
      long version,
      Terms terms,
      String by,
      Instant at,
      Optional<Issue> issued,
      int reported) {}

  /// That a deal was issued.
  ///
  /// @param pool what the gate said of its pool, as JSON
  /// @param reason why a person let pass what was not shown; empty where all was
  record Issue(LocalDate on, String pool, String reason, String by, Instant at) {}

  /// A report on a period.
  ///
  /// @param period from 1
  /// @param until the payment date
  /// @param known JSON of what happened from outside
  /// @param collected CSV of what came in since the cut-off
  /// @param body the report as JSON
  record Report(
      int period,
      LocalDate until,
      String known,
      String collected,
      String body,
      String by,
      Instant at) {}

  /// What keeping a draft came to.
  sealed interface Drafted {
    /// It is kept as this version.
    record Done(long version) implements Drafted {}

    /// It is the same as the last; nothing was kept.
    record Unchanged(long version) implements Drafted {}

    /// Another version came first.
    record Stale(long version) implements Drafted {}

    /// It was issued: it changes no more.
    record Issued(LocalDate on) implements Drafted {}
  }
}
