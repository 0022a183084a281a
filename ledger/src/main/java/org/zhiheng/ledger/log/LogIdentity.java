package org.zhiheng.ledger.log;

import java.util.List;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.VerifierKey;

/// Which log, and the keys it signs with.
///
/// @param origin its name; keys have it too
/// @param signers one of Ed25519 at least, as tlog-tiles asks; others as they are there. While keys
///   are changed, first the old ones
/// @param siblings sign the checkpoints of the SM3 tree; one at least, in the same order
public record LogIdentity(String origin, List<NoteSigner> signers, List<NoteSigner> siblings) {

  /// @throws IllegalArgumentException when no key is one of Ed25519, a key has another name or the
  ///   SM3 tree has none
  public LogIdentity {
    signers = List.copyOf(signers);
    siblings = List.copyOf(siblings);
    if (siblings.isEmpty()) {
      throw new IllegalArgumentException("a key signs for the SM3 tree");
    }
    if (signers.stream().noneMatch(one -> one.key().algorithm() == NoteAlgorithm.ED25519)) {
      throw new IllegalArgumentException("a log signs with Ed25519 at least");
    }
    for (NoteSigner signer : signers) {
      if (!signer.key().name().equals(origin)) {
        throw new IllegalArgumentException(
            "a log's keys have its name: " + signer.key().name() + ", not " + origin);
      }
    }
  }

  /// A log whose SM3 tree has one key.
  ///
  /// @throws IllegalArgumentException as the other
  public LogIdentity(String origin, List<NoteSigner> signers, NoteSigner sibling) {
    this(origin, signers, List.of(sibling));
  }

  /// The name of the SM3 tree.
  public String siblingOrigin() {
    return origin + "/gm";
  }

  /// What its checkpoints are checked with.
  public List<VerifierKey> keys() {
    return signers.stream().map(NoteSigner::key).toList();
  }

  /// What the checkpoints of the SM3 tree are checked with.
  public List<VerifierKey> siblingKeys() {
    return siblings.stream().map(NoteSigner::key).toList();
  }

  /// The key of Ed25519 that it signs with; while keys are changed the old one, which everybody
  /// knows.
  public Ed25519Key ed25519() {
    return signers.stream()
        .filter(Ed25519Key.class::isInstance)
        .map(Ed25519Key.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
