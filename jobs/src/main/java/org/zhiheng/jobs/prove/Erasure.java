package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.ledger.bundle.ErasureNotice;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Destroys what opens a leaf where law asks for that, and holds it where law forbids it.
///
/// What stays is the leaf, 100 bytes that say nothing to anybody, and a logged notice: *existed,
/// content lawfully erased*. Files go too, unless another statement or record names them.
///
/// BUG: who deposits the same bytes in the moment between our look and the removal has a statement
/// whose file is gone; its digest is stated all the same. Backups made before are not reached: they
/// are to be kept shorter than the duty to erase allows.
public final class Erasure {

  /// Characters, each at most three bytes of the 200 that a notice has.
  private static final int BASIS_LENGTH_MAX = 60;

  private final EvidenceStore store;
  private final Documents documents;
  private final Stating stating;
  private final String origin;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  ///
  /// @param origin the log's name, as the notice states it
  public Erasure(
      EvidenceStore store,
      Documents documents,
      Stating stating,
      String origin,
      AuditTrail audit,
      InstantSource clock) {
    this.store = store;
    this.documents = documents;
    this.stating = stating;
    this.origin = origin;
    this.audit = audit;
    this.clock = clock;
  }

  /// Erases evidence.
  ///
  /// @param basis the rule that asks for it, such as `PIPL art. 47`; it is stated and logged
  /// @return the notice, which waits for the log
  /// @throws IOException when a file cannot be removed; the statement and its salt are gone then
  /// @throws ProblemsException with `forbidden`, `not-found`, `required` without a basis,
  ///   `legal-hold` when a hold stands, `erased` when it was erased before, `evidence-waits` while
  ///   its leaf is not logged, `evidence-kind` for a key event
  public EvidenceStore.Kept erase(Acting acting, EvidenceId id, String basis) throws IOException {
    acting.must(Permission.MANAGE);
    EvidenceStore.Kept kept = found(acting, id);
    if (basis.isBlank() || basis.strip().length() > BASIS_LENGTH_MAX) {
      throw refused(
          "required",
          "basis",
          "",
          "An erasure names the rule that asks for it, in at most 60 characters.");
    }
    if (kept.leaf().kind() == LeafKind.KEY_EVENT) {
      throw refused(
          "evidence-kind",
          "",
          id.toString(),
          "A key event stays: what was signed before and behind it is judged by it.");
    }
    if (held(acting, id)) {
      throw refused("legal-hold", "", id.toString(), "A legal hold forbids it; lift that first.");
    }
    EvidenceStore.Opening opening =
        kept.opening()
            .orElseThrow(() -> refused("erased", "", id.toString(), "It was erased before."));
    long index =
        kept.index()
            .orElseThrow(() ->
                refused(
                    "evidence-waits", "", id.toString(), "Its leaf is not in the log yet; wait."));
    Set<Digest> named =
        SignedStatement.parse(opening.statement().array()).orThrow().manifest().files().stream()
            .map(file -> new Digest(file.sha256().hex()))
            .collect(Collectors.toSet());
    Instant at = now();
    EvidenceStore.Fresh notice =
        stating.signed(
            new Stating.Matter(
                acting.organisation(), at, acting.name(), id.toString(), Optional.empty()),
            ErasureNotice.of(origin, index, kept.leaf(), basis.strip()).manifest());
    EvidenceStore.Kept entered =
        store
            .erase(id, notice)
            .orElseThrow(
                () -> refused("legal-hold", "", id.toString(), "It was held or erased meanwhile."));
    for (Digest document : store.unnamed(named)) {
      documents.remove(document);
    }
    keep(acting, at, "evidence-erase", id, basis.strip());
    return entered;
  }

  /// Holds evidence against erasure.
  ///
  /// @throws ProblemsException with `forbidden`, `not-found`, `required` without a reason
  public EvidenceStore.Hold hold(Acting acting, EvidenceId id, String reason) {
    acting.must(Permission.MANAGE);
    if (reason.isBlank()) {
      throw refused("required", "reason", "", "A hold says for which case it stands.");
    }
    Instant at = now();
    EvidenceStore.Hold hold =
        store
            .hold(acting.organisation(), id, at, acting.name(), reason.strip())
            .orElseThrow(() -> missing(id));
    keep(acting, at, "evidence-hold", id, reason.strip());
    return hold;
  }

  /// Lifts every hold that stands on evidence.
  ///
  /// @return how many stood
  /// @throws ProblemsException with `forbidden`, `not-found`
  public int lift(Acting acting, EvidenceId id) {
    acting.must(Permission.MANAGE);
    found(acting, id);
    Instant at = now();
    int lifted = 0;
    for (EvidenceStore.Hold hold : store.holds(acting.organisation(), id)) {
      if (hold.lifted().isEmpty()
          && store.lift(acting.organisation(), hold.number(), at, acting.name())) {
        lifted++;
      }
    }
    keep(acting, at, "evidence-lift", id, Integer.toString(lifted));
    return lifted;
  }

  /// The holds on evidence.
  public List<EvidenceStore.Hold> holds(Acting acting, EvidenceId id) {
    acting.must(Permission.READ);
    return store.holds(acting.organisation(), id);
  }

  private boolean held(Acting acting, EvidenceId id) {
    return store.holds(acting.organisation(), id).stream().anyMatch(one -> one.lifted().isEmpty());
  }

  private EvidenceStore.Kept found(Acting acting, EvidenceId id) {
    return store.find(acting.organisation(), id).orElseThrow(() -> missing(id));
  }

  private static ProblemsException missing(EvidenceId id) {
    return refused("not-found", "", id.toString(), "There is no such evidence.");
  }

  private static ProblemsException refused(String code, String where, String given, String reason) {
    return new ProblemsException(Problem.of(code, where, given, reason));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void keep(Acting acting, Instant at, String action, EvidenceId id, String detail) {
    audit.keep(
        new AuditTrail.Entry(
            at, acting.organisation(), acting.name(), action, id.toString(), detail));
  }
}
