package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.util.Optional;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What anybody may ask of the log: it says nothing of what its leaves stand for.
public final class PublicLog {

  private final LogDoor door;

  /// Over this log.
  public PublicLog(LogDoor door) {
    this.door = door;
  }

  /// The checkpoint as it is published; nothing before the first.
  ///
  /// @throws IOException when it cannot be read
  /// @throws ProblemsException with `log-checkpoint` when it is not one of this log
  public Optional<SignedNote> checkpoint() throws IOException {
    Optional<byte[]> published = door.tiles().read("checkpoint");
    if (published.isEmpty()) {
      return Optional.empty();
    }
    SignedNote note = SignedNote.parse(published.get()).orThrow();
    Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
    if (!checkpoint.origin().equals(door.origin())
        || note.check(door.keys()) instanceof NoteCheck.Refused) {
      throw new ProblemsException(
          Problem.of(
              "log-checkpoint",
              "",
              checkpoint.origin(),
              "The published checkpoint was not signed by this log."));
    }
    return Optional.of(note);
  }

  /// The proof that an entry stands in the log as it is published.
  ///
  /// @throws IOException when a tile cannot be read, or what is published does not fit together
  /// @throws ProblemsException with `not-found` when there is no such entry
  public LogProof proof(long index) throws IOException {
    SignedNote note = checkpoint().orElseThrow(() -> missing(index, 0));
    Checkpoint checkpoint = Checkpoint.parse(note.text()).orThrow();
    long size = checkpoint.head().size();
    if (index < 0 || index >= size) {
      throw missing(index, size);
    }
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    InclusionProof inclusion =
        LogEntries.of(door.tiles(), size).proofs(hasher).inclusion(index, size);
    Hash leaf = hasher.leaf(LogEntries.of(door.tiles(), size).entry(index));
    return switch (inclusion.check(hasher, leaf, checkpoint.head().root())) {
      case Shown.Proven _ -> new LogProof("", inclusion, note);
      case Shown.Refused refused ->
          throw new IOException("the log's files do not fit together: " + refused.reason());
    };
  }

  private static ProblemsException missing(long index, long size) {
    return new ProblemsException(
        Problem.of(
            "not-found",
            "index",
            Long.toString(index),
            "The published log has " + size + " entries, counted from 0."));
  }

  /// Looks through all of it.
  ///
  /// @throws IOException when a file cannot be read, or entries are missing
  public LogCheck.Report fsck() throws IOException {
    return LogCheck.of(door.tiles(), door.keys(), door.siblingKey());
  }
}
