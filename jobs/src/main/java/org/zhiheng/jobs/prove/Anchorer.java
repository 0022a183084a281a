package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.ReceiptCheck;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Parsed;

/// Puts the digests of a whole signed checkpoint on outside chains.
///
/// The checkpoint is the one that was stamped last, where it was not anchored yet, so that a bundle
/// can carry both; else the one that is published. A receipt is kept only when it holds by itself,
/// so that a bundle is not sunk by one that does not. Whether the chain is one that a court takes
/// is not for this class.
public final class Anchorer {

  private static final int NEWEST_MAX = 64;

  private final PublicLog log;
  private final CheckpointProofs proofs;
  private final List<ChainAnchor> chains;
  private final InstantSource clock;

  /// Over this log.
  ///
  /// @param chains may be none
  public Anchorer(
      PublicLog log, CheckpointProofs proofs, List<ChainAnchor> chains, InstantSource clock) {
    this.log = log;
    this.proofs = proofs;
    this.chains = List.copyOf(chains);
    this.clock = clock;
  }

  /// What came of one chain.
  ///
  /// @param chain its name
  /// @param holds whether a receipt was kept, or still holds
  /// @param reason what it says, or why not
  public record Outcome(String chain, boolean holds, String reason) {}

  /// Whether there is a checkpoint to anchor, and a chain.
  ///
  /// @throws IOException when the checkpoint cannot be read
  public boolean due() throws IOException {
    return !chains.isEmpty() && next().isPresent();
  }

  /// The checkpoint that is to be anchored.
  private Optional<SignedNote> next() throws IOException {
    Optional<SignedNote> stamped =
        proofs.newest(CheckpointProofs.What.TIME, 1).stream()
            .map(one -> SignedNote.parse(one.note().getBytes(StandardCharsets.UTF_8)).orThrow())
            .filter(note -> !anchored(note))
            .findFirst();
    return stamped.isPresent() ? stamped : log.checkpoint().filter(note -> !anchored(note));
  }

  private boolean anchored(SignedNote note) {
    // one size can have several notes, with more signatures each; the first hides the others
    return Stream.concat(
            proofs.covering(size(note) - 1, CheckpointProofs.What.CHAIN).stream(),
            proofs.newest(CheckpointProofs.What.CHAIN, NEWEST_MAX).stream())
        .anyMatch(one -> one.note().equals(note.toString()));
  }

  private static long size(SignedNote note) {
    return Checkpoint.parse(note.text()).orThrow().head().size();
  }

  /// Asks each chain, unless there is nothing to anchor.
  ///
  /// @return what came of each; empty when nobody was asked
  /// @throws IOException when the checkpoint cannot be read
  public List<Outcome> anchor() throws IOException {
    Optional<SignedNote> note = next();
    List<Outcome> outcomes = new ArrayList<>();
    if (note.isPresent()) {
      for (ChainAnchor chain : chains) {
        outcomes.add(anchored(chain, note.get()));
      }
    }
    return outcomes;
  }

  private Outcome anchored(ChainAnchor chain, SignedNote note) {
    return switch (chain.submit(AnchorPayload.of(note.bytes()))) {
      case ChainAnchor.Submission.Anchored(ChainReceipt receipt) -> kept(chain, note, receipt);
      case ChainAnchor.Submission.Refused(String reason) ->
          new Outcome(chain.name(), false, reason);
      case ChainAnchor.Submission.Silent(String reason) -> new Outcome(chain.name(), false, reason);
    };
  }

  private Outcome kept(ChainAnchor chain, SignedNote note, ChainReceipt receipt) {
    String stands =
        "Transaction 0x" + receipt.transactionHash().hex() + " in block " + receipt.blockNumber();
    return switch (ReceiptCheck.of(receipt, note.bytes())) {
      case ReceiptCheck.Refused(String reason) -> new Outcome(chain.name(), false, reason);
      case ReceiptCheck.Linked _ -> {
        keep(chain, note, receipt);
        yield new Outcome(chain.name(), true, stands + ".");
      }
      case ReceiptCheck.Unlinked _ -> {
        keep(chain, note, receipt);
        yield new Outcome(
            chain.name(), true, stands + "; the node gave no block that this can be shown from.");
      }
    };
  }

  private void keep(ChainAnchor chain, SignedNote note, ChainReceipt receipt) {
    proofs.keep(
        new CheckpointProofs.Proof(
            size(note),
            note.toString(),
            CheckpointProofs.What.CHAIN,
            chain.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Bytes.of(receipt.json().bytes())));
  }

  /// Asks the chains whether they still have what they gave, newest first.
  ///
  /// @param limit at most so many receipts
  public List<Outcome> verify(int limit) {
    List<Outcome> outcomes = new ArrayList<>();
    for (CheckpointProofs.Proof proof : proofs.newest(CheckpointProofs.What.CHAIN, limit)) {
      outcomes.add(verified(proof));
    }
    return outcomes;
  }

  private Outcome verified(CheckpointProofs.Proof proof) {
    Parsed<Json> json = Json.parse(proof.bytes().array());
    if (!(json instanceof Parsed.Ok<Json>(Json read))
        || !(ChainReceipt.of(read) instanceof Parsed.Ok<ChainReceipt>(ChainReceipt receipt))) {
      return new Outcome(proof.source(), false, "What was kept is no receipt.");
    }
    if (ReceiptCheck.of(receipt, proof.note().getBytes(StandardCharsets.UTF_8))
        instanceof ReceiptCheck.Refused(String reason)) {
      return new Outcome(proof.source(), false, reason);
    }
    Optional<ChainAnchor> chain =
        chains.stream().filter(one -> one.name().equals(proof.source())).findFirst();
    if (chain.isEmpty()) {
      return new Outcome(proof.source(), false, "This chain is no longer among those asked.");
    }
    String stands =
        "Transaction 0x" + receipt.transactionHash().hex() + " in block " + receipt.blockNumber();
    return switch (chain.get().verify(receipt)) {
      case ChainAnchor.Standing.Held _ -> new Outcome(proof.source(), true, stands + ".");
      case ChainAnchor.Standing.NotHeld(String reason) ->
          new Outcome(proof.source(), false, stands + ": " + reason);
      case ChainAnchor.Standing.Silent(String reason) ->
          new Outcome(proof.source(), false, stands + ": " + reason);
    };
  }
}
