package org.zhiheng.jobs.prove;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.note.VerifierKey;

/// All that proving needs, wired.
///
/// @param deposits takes evidence in
/// @param book shows it
/// @param erasure destroys it where law asks for that, and holds it where law forbids it
/// @param revocations withdraws it where whoever deposited it asks for that
/// @param versions replaces it with a newer version
/// @param exports writes it as bundles
/// @param stamper has checkpoints stamped
/// @param renewer renews stamps before their certificates end
/// @param anchorer has them anchored in outside chains
/// @param turn sees it into the log
/// @param log what anybody may ask
/// @param witnesses how the log stands with those who are asked to sign it
/// @param door the log itself
/// @param keys changes keys, and knows those that signed before
public record ProveDesk(
    Deposits deposits,
    EvidenceBook book,
    Erasure erasure,
    Revocations revocations,
    Versions versions,
    Exports exports,
    Stamper stamper,
    Renewer renewer,
    Anchorer anchorer,
    LogTurn turn,
    PublicLog log,
    WitnessBook witnesses,
    WorkspaceLog door,
    KeyChanges keys) {

  /// Over these back ends.
  ///
  /// @param random what salts are drawn from
  public static ProveDesk of(
      ProveStores stores,
      Records records,
      Documents documents,
      AuditTrail trail,
      SecureRandom random,
      InstantSource clock) {
    EvidenceStore evidence = stores.evidence();
    Stating stating = new Stating(stores.keys(), random);
    WorkspaceLog door =
        new WorkspaceLog(
            stores.keys(),
            stores.tiles(),
            stores.wal(),
            stores.head(),
            stores.claim(),
            new Recorder(stores.outbox(), documents, stating, clock),
            new KeyEvents(stores.keys(), evidence, stating, clock),
            evidence,
            stores.witnesses());
    PublicLog log = new PublicLog(door, stores.proofs(), stores.hints());
    WitnessBook witnesses =
        new WitnessBook(log, stores.hints(), () -> own(stores.keys()), stores.rounds());
    Deposits deposits = new Deposits(records, documents, evidence, stating, trail, clock);
    return new ProveDesk(
        deposits,
        new EvidenceBook(evidence, stores.proofs()),
        new Erasure(evidence, documents, stating, door.origin(), trail, clock),
        new Revocations(evidence, stating, door.origin(), trail, clock),
        new Versions(evidence, deposits, door.origin()),
        new Exports(
            evidence,
            documents,
            stores.proofs(),
            door,
            stores.keys(),
            stores.hints(),
            trail,
            clock),
        new Stamper(log, stores.proofs(), stores.authorities(), random, clock),
        new Renewer(stores.proofs(), stores.authorities(), random, clock),
        new Anchorer(log, stores.proofs(), stores.chains(), clock),
        new LogTurn(door, evidence),
        log,
        witnesses,
        door,
        new KeyChanges(
            stores.keys(), evidence, new LogTurn(door, evidence), witnesses, trail, clock));
  }

  /// The operator's own keys: as witnesses they never count.
  private static List<VerifierKey> own(KeyRing keys) {
    List<VerifierKey> own = new ArrayList<>(keys.log().keys());
    own.add(keys.witness().key());
    return own;
  }
}
