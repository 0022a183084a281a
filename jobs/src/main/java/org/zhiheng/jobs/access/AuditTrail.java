package org.zhiheng.jobs.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.OrganisationId;

/// What was changed and what was taken out, by whom. Only ever appended.
///
/// Durable when [#keep] returns. Safe for many threads.
public interface AuditTrail {

  /// Keeps one entry.
  void keep(Entry entry);

  /// Newest first, those before this number.
  List<Kept> page(OrganisationId organisation, Optional<Long> before, int limit);

  /// One thing that was done.
  ///
  /// @param at when
  /// @param organisation for whom
  /// @param who the user's name, or the command line's
  /// @param action `export`, `import`, `event`, `user-add` …
  /// @param subject what it was done to (`R42`, a file name)
  /// @param detail in words; no secrets, and no more personal data than the names above and the
  ///   address that a try to sign in came from; may be empty
  record Entry(
      Instant at,
      OrganisationId organisation,
      String who,
      String action,
      String subject,
      String detail) {}

  /// An entry and its number.
  record Kept(long number, Entry entry) {}
}
