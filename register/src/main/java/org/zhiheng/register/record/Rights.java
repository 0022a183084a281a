package org.zhiheng.register.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The rights of all organisations, each kept apart.
///
/// A right belongs to one organisation, and only that one and those it was shared with see it:
/// every question names its viewer, and a right that the viewer may not see is not there. What is
/// written is durable when the call returns; a call writes all or nothing. Safe for many threads.
///
/// Failures of the store come as unchecked exceptions of the store's library; nobody retries below
/// the job.
public interface Rights {

  /// All that is kept of one right, if the viewer may see it.
  Optional<RightRecord> find(OrganisationId viewer, RightId id);

  /// The rights that carry one of these keys ([org.zhiheng.register.number.RightNumber#key]), by
  /// id.
  List<RightId> withKeys(OrganisationId viewer, Collection<String> keys);

  /// One page, newest notice first; at most `query.limit()` rows.
  RightPage page(RightQuery query);

  /// How many the query finds over all pages, counted up to `atMost`.
  long count(RightQuery query, long atMost);

  /// Hands every row of the query over, from its cursor on, in the order of [#page]; `limit` does
  /// not hold here. Rows are streamed, not gathered.
  void each(RightQuery query, Consumer<RightRow> consumer);

  /// Enters a right that the organisation does not have yet.
  ///
  /// @param recordedBy the user's name
  Entered enter(OrganisationId owner, Notice notice, References references, String recordedBy);

  /// Appends a fact, if nothing was appended since the version that the writer saw.
  ///
  /// @param expectedVersion [RightRecord#version] as read
  Appended append(
      OrganisationId owner,
      RightId id,
      long expectedVersion,
      DatedFact fact,
      Source source,
      String recordedBy);

  /// Changes the references under which the owner keeps the right. False when it is not the
  /// owner's.
  boolean refer(OrganisationId owner, RightId id, References references);

  /// Lets another organisation see this right. False when it is not the owner's.
  boolean share(OrganisationId owner, RightId id, OrganisationId with);

  /// Ends that. False when it is not the owner's or was not shared.
  boolean unshare(OrganisationId owner, RightId id, OrganisationId with);

  /// The organisations that see this right beside its owner, by id; empty when it is not the
  /// owner's.
  List<OrganisationId> sharedWith(OrganisationId owner, RightId id);

  /// What entering came to.
  sealed interface Entered {
    /// It stands in the register now.
    record New(RightId id) implements Entered {}

    /// The organisation has a right under one of these numbers.
    record Exists(RightId id) implements Entered {}
  }

  /// What appending came to.
  sealed interface Appended {
    /// It stands in the register now, at this version.
    record Done(long version) implements Appended {}

    /// The same fact stands there already.
    record Unchanged() implements Appended {}

    /// Somebody else appended first: read again, decide again.
    record Stale(long version) implements Appended {}

    /// The owner has no such right.
    record NotFound() implements Appended {}
  }
}
