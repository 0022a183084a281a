package org.zhiheng.jobs.prove;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Statements with their salts and leaves, and where each leaf stands in the log.
///
/// Contract: what [#enter] returned is durable, and its leaf is pending from then on until
/// [#logged] says where it stands; that never changes afterwards. Nothing else changes either but
/// that what opens a leaf may be erased once. Safe for many threads and processes.
public interface EvidenceStore {

  /// Enters a statement; its leaf waits for the log.
  ///
  /// @throws org.zhiheng.values.ProblemsException with `evidence-replaced`, and nothing is entered,
  ///   when it is of the kind [LeafKind#SUPERSEDE] and another of that kind follows the same leaf
  Kept enter(Fresh fresh);

  /// One of an organisation.
  Optional<Kept> find(OrganisationId organisation, EvidenceId id);

  /// Newest first, those before this one.
  ///
  /// @param right only those about this right, if given
  default List<Kept> page(
      OrganisationId organisation,
      Optional<RightId> right,
      Optional<EvidenceId> before,
      int limit) {
    return page(organisation, new Selection(right, Set.of()), before, limit);
  }

  /// Newest first, those before this one.
  List<Kept> page(
      OrganisationId organisation, Selection selection, Optional<EvidenceId> before, int limit);

  /// Which evidence is listed.
  ///
  /// @param right only what is about this right, if given
  /// @param kinds only what is of these kinds; of any where it is empty
  record Selection(Optional<RightId> right, Set<LeafKind> kinds) {

    /// Copies the set.
    public Selection {
      kinds = Set.copyOf(kinds);
    }
  }

  /// The oldest statement of a kind whose leaf names this commitment as the one before it; those
  /// that are not erased come first.
  ///
  /// @param kind [LeafKind#REVOKE] for what withdraws it, [LeafKind#SUPERSEDE] for what replaces it
  /// @param commitment by SHA-256, of the leaf before
  Optional<Kept> following(OrganisationId organisation, LeafKind kind, Hash commitment);

  /// The refusal of a second newer version.
  static ProblemsException replaced(String version, String by) {
    return new ProblemsException(
        Problem.of(
            "evidence-replaced",
            "",
            version,
            "It was replaced" + (by.isEmpty() ? "" : " by " + by) + ": replace that one."));
  }

  /// What withdraws the statement of a leaf, as [#following] tells.
  default Optional<Kept> revocation(OrganisationId organisation, Hash commitment) {
    return following(organisation, LeafKind.REVOKE, commitment);
  }

  /// Leaves of all organisations that wait for the log, oldest first.
  List<Pending> pending(int limit);

  /// Says where leaves stand. Saying the same again changes nothing.
  ///
  /// @param indices by the evidence's id
  /// @throws IllegalStateException when one is known to stand elsewhere
  void logged(Map<EvidenceId, Long> indices);

  /// The highest index that a leaf is known to have.
  Optional<Long> lastIndex();

  /// Erases what opens a leaf, and enters the notice that says so, in one step.
  ///
  /// @param notice a statement of the kind erasure notice
  /// @return the notice; nothing, and nothing is changed, when there is no such evidence, it is
  ///   erased already, or a hold stands
  Optional<Kept> erase(EvidenceId id, Fresh notice);

  /// Which of these documents no statement names any more.
  Set<Digest> unnamed(Set<Digest> documents);

  /// Holds evidence against erasure. Nothing when there is none of this organisation.
  Optional<Hold> hold(
      OrganisationId organisation, EvidenceId id, Instant at, String by, String reason);

  /// Lifts a hold; false when there is none of this organisation, or it is lifted.
  boolean lift(OrganisationId organisation, long hold, Instant at, String by);

  /// The holds on evidence, lifted ones too, oldest first.
  List<Hold> holds(OrganisationId organisation, EvidenceId id);

  /// What is entered.
  ///
  /// @param organisation whose it is
  /// @param at when it was entered, by this machine's clock: no evidence of time
  /// @param by who entered it
  /// @param right what it is about, if a right
  /// @param title in words, for a list
  /// @param opening the statement that the leaf is bound to, and its salt
  /// @param leaf what is logged
  /// @param documents the files that the statement names
  record Fresh(
      OrganisationId organisation,
      Instant at,
      String by,
      Optional<RightId> right,
      String title,
      Opening opening,
      Leaf leaf,
      Set<Digest> documents) {

    /// Copies the set.
    public Fresh {
      documents = Set.copyOf(documents);
    }
  }

  /// What connects a leaf with what it stands for.
  ///
  /// @param statement signed
  /// @param salt 32 bytes
  /// @param rowSecret of a data set, what the salts of its rows are drawn from: it opens all of
  ///   them, and is in no statement and in no bundle
  /// @param second a second signature over the manifest, by SM2 (a CMS), where the workspace has a
  ///   key for it
  record Opening(Bytes statement, Hash salt, Optional<Hash> rowSecret, Optional<Bytes> second) {}

  /// What is kept.
  ///
  /// @param id given when it was entered
  /// @param organisation whose it is
  /// @param at when it was entered, by this machine's clock: no evidence of time
  /// @param by who entered it
  /// @param right what it is about, if a right
  /// @param title in words, for a list; empty once erased
  /// @param leaf what is logged
  /// @param opening nothing once erased
  /// @param index of its leaf in the log; nothing while it waits
  /// @param notice the evidence that says that it was erased
  record Kept(
      EvidenceId id,
      OrganisationId organisation,
      Instant at,
      String by,
      Optional<RightId> right,
      String title,
      Leaf leaf,
      Optional<Opening> opening,
      Optional<Long> index,
      Optional<EvidenceId> notice) {

    /// As it stands right after it was entered.
    public static Kept of(EvidenceId id, Fresh fresh) {
      return new Kept(
          id,
          fresh.organisation(),
          fresh.at(),
          fresh.by(),
          fresh.right(),
          fresh.title(),
          fresh.leaf(),
          Optional.of(fresh.opening()),
          Optional.empty(),
          Optional.empty());
    }
  }

  /// A leaf that waits.
  ///
  /// @param id of its evidence
  /// @param entry the leaf
  record Pending(EvidenceId id, Leaf entry) {}

  /// A hold, as a court or a duty to preserve asks for it.
  ///
  /// @param number from 1
  /// @param evidence what is held
  /// @param at since when
  /// @param by who set it
  /// @param reason in words
  /// @param lifted when it was lifted, if it was
  record Hold(
      long number,
      EvidenceId evidence,
      Instant at,
      String by,
      String reason,
      Optional<Instant> lifted) {}
}
