package org.zhiheng.jobs.prove;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.ledger.bundle.Revocation;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Withdraws what was deposited: a new signed statement names the earlier one, and is logged.
///
/// Nothing is deleted, and that the earlier one existed stays proved. Its bundle brings the
/// revocation along from then on; bundles that were handed out before do not know of it.
public final class Revocations {

  /// What people deposit; what the record states by itself is corrected in the record.
  private static final Set<LeafKind> DEPOSITED =
      EnumSet.of(LeafKind.DEPOSIT, LeafKind.USE_DECLARATION, LeafKind.DATA_IP, LeafKind.SUPERSEDE);

  private final EvidenceStore store;
  private final Stating stating;
  private final String origin;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over this store, by this clock.
  ///
  /// @param origin the log's name, as the revocation states it
  public Revocations(
      EvidenceStore store, Stating stating, String origin, AuditTrail audit, InstantSource clock) {
    this.store = store;
    this.stating = stating;
    this.origin = origin;
    this.audit = audit;
    this.clock = clock;
  }

  /// Withdraws evidence.
  ///
  /// @param reason in words; stated, so it goes into bundles
  /// @return the revocation, which waits for the log
  /// @throws ProblemsException with `forbidden`; `not-found`; `required` without a reason, or with
  ///   one longer than 1,000 bytes; `evidence-kind` for what nobody deposited; `erased`;
  ///   `evidence-waits` while its leaf is not logged; `evidence-withdrawn` when it was before
  public EvidenceStore.Kept revoke(Acting acting, EvidenceId id, String reason) {
    acting.must(Permission.RECORD);
    EvidenceStore.Kept kept =
        store
            .find(acting.organisation(), id)
            .orElseThrow(
                () -> refused("not-found", "", id.toString(), "There is no such evidence."));
    String why = reason.strip();
    if (why.isEmpty()
        || why.getBytes(StandardCharsets.UTF_8).length > Revocation.REASON_LENGTH_BYTES_MAX) {
      throw refused(
          "required", "reason", why, "A revocation says why, in at most 1,000 bytes of UTF-8.");
    }
    if (!DEPOSITED.contains(kept.leaf().kind())) {
      throw refused(
          "evidence-kind",
          "",
          id.toString(),
          "Deposits, evidence of use and data sets are withdrawn; what the record states is"
              + " corrected there.");
    }
    if (kept.opening().isEmpty()) {
      throw refused("erased", "", id.toString(), "It was erased before.");
    }
    long index =
        kept.index()
            .orElseThrow(() ->
                refused(
                    "evidence-waits", "", id.toString(), "Its leaf is not in the log yet; wait."));
    Optional<EvidenceStore.Kept> before =
        store.revocation(acting.organisation(), kept.leaf().commitment().sha256());
    // one that was erased says nothing any more in bundles: another may
    if (before.filter(one -> one.opening().isPresent()).isPresent()) {
      throw refused(
          "evidence-withdrawn",
          "",
          id.toString(),
          "It was withdrawn before, by " + before.get().id() + ".");
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    EvidenceStore.Kept entered =
        store.enter(
            stating.signed(
                // linked in the public leaf: who has the earlier entry can see that one follows
                new Stating.Matter(
                    acting.organisation(),
                    at,
                    acting.name(),
                    id.toString(),
                    Optional.of(kept.leaf().commitment().sha256())),
                new Revocation(
                        origin,
                        index,
                        TreeAlgorithm.SHA_256.hasher().leaf(kept.leaf().bytes()),
                        id.toString(),
                        why)
                    .manifest(kept.right())));
    audit.keep(
        new AuditTrail.Entry(
            at, acting.organisation(), acting.name(), "evidence-revoke", id.toString(), why));
    return entered;
  }

  private static ProblemsException refused(String code, String where, String given, String reason) {
    return new ProblemsException(Problem.of(code, where, given, reason));
  }
}
