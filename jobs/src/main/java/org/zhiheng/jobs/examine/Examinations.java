package org.zhiheng.jobs.examine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Kept examinations: what was asked, on what basis, and what was found. Only ever appended.
///
/// Durable when [#keep] returns. Safe for many threads.
public interface Examinations {

  /// Keeps one and gives it an id.
  Kept keep(Fresh fresh);

  /// One of the organisation's.
  Optional<Kept> find(OrganisationId organisation, ExaminationId id);

  /// Newest first, those before this id.
  List<Kept> page(OrganisationId organisation, Optional<ExaminationId> before, int limit);

  /// What is kept.
  ///
  /// @param organisation whose
  /// @param at when it was made
  /// @param by who made it
  /// @param name what was examined, for lists
  /// @param inquiry what was asked, as JSON; enough to ask again
  /// @param basis index version, model and table digests, rules, as JSON
  /// @param list digest of the ranked list: made again on the same basis it is the same
  /// @param found all that was found, as JSON
  record Fresh(
      OrganisationId organisation,
      Instant at,
      String by,
      String name,
      String inquiry,
      String basis,
      Digest list,
      String found) {}

  /// What is kept, with its id.
  record Kept(ExaminationId id, Fresh content) {}
}
