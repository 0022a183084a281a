package org.zhiheng.ledger.witness;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.ConsistencyProof;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Parsed;

/// Signs checkpoints of the logs it watches, none that contradicts what it signed before.
///
/// Safe for many threads and, by the contract of [WitnessMemory], for many processes.
public final class Witness {

  private final Map<String, List<VerifierKey>> logs;
  private final List<NoteSigner> signers;
  private final WitnessMemory memory;
  private final InstantSource clock;

  /// A witness.
  ///
  /// @param logs the keys of each log, by its origin
  /// @param signers its own keys
  public Witness(
      Map<String, List<VerifierKey>> logs,
      List<NoteSigner> signers,
      WitnessMemory memory,
      InstantSource clock) {
    this.logs = Map.copyOf(logs);
    this.signers = List.copyOf(signers);
    this.memory = memory;
    this.clock = clock;
  }

  /// Answers a request. What it signs it has remembered durably before.
  ///
  /// @throws IOException when it cannot remember; then it has not signed
  public WitnessAnswer add(byte[] body) throws IOException {
    Parsed<AddCheckpoint> request = AddCheckpoint.parse(body);
    return switch (request) {
      case Parsed.Ok<AddCheckpoint> ok -> add(ok.value());
      case Parsed.Refused<AddCheckpoint> refused ->
          new WitnessAnswer.Malformed(refused.problem().reason());
    };
  }

  private WitnessAnswer add(AddCheckpoint request) throws IOException {
    Parsed<Checkpoint> parsed = Checkpoint.parse(request.checkpoint().text());
    if (parsed.refusal().isPresent()) {
      return new WitnessAnswer.Malformed(parsed.refusal().get().reason());
    }
    Checkpoint checkpoint = parsed.orThrow();
    List<VerifierKey> keys = logs.get(checkpoint.origin());
    if (keys == null) {
      return new WitnessAnswer.UnknownLog(checkpoint.origin());
    }
    if (request.checkpoint().check(keys) instanceof NoteCheck.Refused refused) {
      return new WitnessAnswer.NotSigned(refused.reason());
    }
    TreeHead next = checkpoint.head();
    if (request.old() > next.size()) {
      return new WitnessAnswer.Malformed(
          "The old size " + request.old() + " is above the new " + next.size() + ".");
    }
    Optional<TreeHead> latest = memory.latest(checkpoint.origin());
    Optional<WitnessAnswer> against = judge(request, latest, next);
    if (against.isPresent()) {
      return against.get();
    }
    if (!memory.swap(checkpoint.origin(), latest, next)) {
      // somebody was quicker: say what is there now, the log asks again
      return new WitnessAnswer.Conflict(
          memory.latest(checkpoint.origin()).map(TreeHead::size).orElse(0L));
    }
    Instant now = clock.instant();
    return new WitnessAnswer.Signed(
        signers.stream()
            .map(signer -> signer.line(request.checkpoint().text(), Optional.of(now)))
            .toList());
  }

  /// What stands against signing.
  private static Optional<WitnessAnswer> judge(
      AddCheckpoint request, Optional<TreeHead> latest, TreeHead next) {
    long size = latest.map(TreeHead::size).orElse(0L);
    if (request.old() != size) {
      return Optional.of(new WitnessAnswer.Conflict(size));
    }
    if (size == next.size() && latest.isPresent() && !latest.get().equals(next)) {
      return Optional.of(new WitnessAnswer.Conflict(size));
    }
    if (size == 0) {
      Hasher hasher = TreeAlgorithm.SHA_256.hasher();
      if (!request.path().isEmpty()) {
        return Optional.of(
            new WitnessAnswer.NotConsistent("From size 0 there is nothing to prove."));
      }
      return next.size() == 0 && !next.root().equals(hasher.empty())
          ? Optional.of(new WitnessAnswer.NotConsistent("A log without entries has another root."))
          : Optional.empty();
    }
    Shown shown =
        new ConsistencyProof(size, next.size(), request.path())
            .check(
                TreeAlgorithm.SHA_256.hasher(),
                latest.map(TreeHead::root).orElseThrow(),
                next.root());
    return switch (shown) {
      case Shown.Proven _ -> Optional.empty();
      case Shown.Refused refused -> Optional.of(new WitnessAnswer.NotConsistent(refused.reason()));
    };
  }
}
