package org.zhiheng.jobs.prove;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Statements with their salts and leaves, and where each leaf stands in the log.
///
/// Contract: what [#enter] returned is durable, and its leaf is pending from then on until
/// [#logged] says where it stands; that never changes afterwards. Safe for many threads and
/// processes.
public interface EvidenceStore {

  /// Enters a statement; its leaf waits for the log.
  Kept enter(Fresh fresh);

  /// One of an organisation.
  Optional<Kept> find(OrganisationId organisation, EvidenceId id);

  /// Newest first, those before this one.
  ///
  /// @param right only those about this right, if given
  List<Kept> page(
      OrganisationId organisation, Optional<RightId> right, Optional<EvidenceId> before, int limit);

  /// Leaves of all organisations that wait for the log, oldest first.
  List<Pending> pending(int limit);

  /// Says where leaves stand. Saying the same again changes nothing.
  ///
  /// @param indices by the evidence's id
  /// @throws IllegalStateException when one is known to stand elsewhere
  void logged(Map<EvidenceId, Long> indices);

  /// The highest index that a leaf is known to have.
  Optional<Long> lastIndex();

  /// What is entered.
  ///
  /// @param organisation whose it is
  /// @param at when it was entered, by this machine's clock: no evidence of time
  /// @param by who entered it
  /// @param right what it is about, if a right
  /// @param title in words, for a list
  /// @param statement signed, as the leaf is bound to it
  /// @param salt binds the leaf to it
  /// @param leaf what is logged
  record Fresh(
      OrganisationId organisation,
      Instant at,
      String by,
      Optional<RightId> right,
      String title,
      Bytes statement,
      Hash salt,
      Leaf leaf) {}

  /// What is kept.
  ///
  /// @param id given when it was entered
  /// @param content what was entered
  /// @param index of its leaf in the log; nothing while it waits
  record Kept(EvidenceId id, Fresh content, Optional<Long> index) {}

  /// A leaf that waits.
  ///
  /// @param id of its evidence
  /// @param entry the leaf
  record Pending(EvidenceId id, Leaf entry) {}
}
