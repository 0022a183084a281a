package org.zhiheng.ledger.bundle;

import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Receipt;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Problem;

/// Judges whether the leaf is in the log, by SHA-256 and by SM3.
final class InclusionJudge {

  private final BundleParts.Entry entry;
  private final Checkpoint checkpoint;
  private final Known known;
  private final TrustPolicy logs;

  private InclusionJudge(BundleParts.Entry entry, Known known) {
    this.entry = entry;
    this.checkpoint = entry.checkpoint();
    this.known = known;
    this.logs = new TrustPolicy(known.logs(), List.of(), new Quorum.Nobody());
  }

  static Verdict judge(BundleParts.Entry entry, Known known) {
    return new InclusionJudge(entry, known).verdict();
  }

  private Verdict verdict() {
    byte[] leaf = entry.leaf().bytes();
    Optional<String> not =
        unknown(checkpoint.origin())
            .or(() ->
                shown(
                    entry.proof().check(TreeAlgorithm.SHA_256.hasher(), leaf, logs).inclusion(),
                    ""))
            .or(() -> sibling(leaf))
            .or(() -> entry.receipt().flatMap(receipt -> receipt(receipt, leaf)));
    return not.map(reason -> new Verdict(Check.INCLUSION, Verdict.Result.FAILED, reason))
        .orElseGet(() ->
            new Verdict(
                Check.INCLUSION,
                Verdict.Result.PASSED,
                "Entry "
                    + entry.proof().inclusion().index()
                    + " of the log "
                    + Problem.shown(checkpoint.origin())
                    + " in its tree of "
                    + checkpoint.head().size()
                    + " entries, by SHA-256 and by SM3, signed "
                    + known.logVouched()
                    + "."));
  }

  private Optional<String> unknown(String origin) {
    return logs.logs().stream().anyMatch(key -> key.name().equals(origin))
        ? Optional.empty()
        : Optional.of(
            "No key of the log "
                + Problem.shown(origin)
                + (known.outside() ? " is trusted." : " is named by the bundle."));
  }

  /// What stands against the SM3 tree. Its head counts because it is logged in the first tree; its
  /// own signature must hold where its key is known.
  private Optional<String> sibling(byte[] leaf) {
    LogProof proof = entry.siblingProof();
    Checkpoint stated = proof.stated();
    String origin = checkpoint.origin() + "/gm";
    if (!stated.origin().equals(origin) || !stated.extensions().isEmpty()) {
      return Optional.of("The SM3 tree is not the one of this log.");
    }
    if (proof.inclusion().index() != entry.proof().inclusion().index()) {
      return Optional.of("The leaf stands elsewhere in the SM3 tree.");
    }
    List<VerifierKey> keys = logs.logs().stream().filter(key -> key.name().equals(origin)).toList();
    if (!keys.isEmpty() && proof.checkpoint().check(keys) instanceof NoteCheck.Refused refused) {
      return Optional.of("The SM3 tree's checkpoint: " + Problem.shown(refused.reason()));
    }
    Hasher sm3 = TreeAlgorithm.SM3.hasher();
    LogProof root = entry.siblingRoot();
    if (!root.checkpoint().equals(entry.proof().checkpoint())) {
      return Optional.of("The SM3 tree's root is proved against another checkpoint.");
    }
    if (root.inclusion().index() < stated.head().size()) {
      return Optional.of("The SM3 tree's root was logged before the leaves it covers.");
    }
    return shown(
            proof.inclusion().check(sm3, sm3.leaf(leaf), stated.head().root()), "In the SM3 tree: ")
        .or(() ->
            // signed already: it is the checkpoint that was checked above
            shown(
                root.inclusion()
                    .check(
                        TreeAlgorithm.SHA_256.hasher(),
                        TreeAlgorithm.SHA_256
                            .hasher()
                            .leaf(SiblingRoot.leaf(origin, stated.head()).bytes()),
                        checkpoint.head().root()),
                "The SM3 tree's root: "));
  }

  private Optional<String> receipt(Octets bytes, byte[] leaf) {
    Optional<Receipt> read = Receipt.parse(bytes.bytes()).found();
    if (read.isEmpty()) {
      return Optional.of("The receipt does not read.");
    }
    if (read.get().inclusion().index() != entry.proof().inclusion().index()) {
      return Optional.of("The receipt is for another entry.");
    }
    String origin = checkpoint.origin();
    boolean held =
        logs.logs().stream()
            .filter(key -> key.name().equals(origin) && key.algorithm() == NoteAlgorithm.ED25519)
            .anyMatch(key -> read.get().holds(key.publicKey(), leaf));
    return held ? Optional.empty() : Optional.of("The receipt does not hold under the log's key.");
  }

  private static Optional<String> shown(Shown shown, String where) {
    return switch (shown) {
      case Shown.Proven _ -> Optional.empty();
      case Shown.Refused refused -> Optional.of(where + Problem.shown(refused.reason()));
    };
  }
}
