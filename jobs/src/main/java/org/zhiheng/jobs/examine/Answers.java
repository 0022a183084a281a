package org.zhiheng.jobs.examine;

import java.time.Instant;
import java.util.List;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// What those answered whose filings were looked at: every evidence pack shows it. Only ever
/// appended.
///
/// Durable when [#keep] returns. Safe for many threads.
public interface Answers {

  /// Keeps one.
  void keep(Answer answer);

  /// Those about a party, oldest first.
  List<Answer> about(OrganisationId organisation, PartyId party);

  /// An answer.
  ///
  /// @param organisation whose record
  /// @param party who is looked at
  /// @param at when it was recorded
  /// @param by who recorded it
  /// @param text in the other side's words
  record Answer(OrganisationId organisation, PartyId party, Instant at, String by, String text) {}
}
