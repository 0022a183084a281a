package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// Asks of a copy of the log what would be asked on the day it is needed: is it whole, is it one of
/// this log, what would be lost.
///
/// A log that is put back never goes on from a smaller size than it signed: opening it refuses, by
/// the head in the database and by the witnesses. Entries behind the copy are made anew from the
/// record, under a new log, and the old one stays readable from the copy.
public final class LogDrill {

  private final LogDoor door;

  /// Over this log.
  public LogDrill(LogDoor door) {
    this.door = door;
  }

  /// What the copy came to.
  ///
  /// @param copied entries in the copy
  /// @param published entries of the log as it is published now
  /// @param faults what stands against it; empty for a copy that could be put back
  public record Outcome(long copied, long published, List<String> faults) {
    /// Copies the list.
    public Outcome {
      faults = List.copyOf(faults);
    }
  }

  /// Looks through a copy: makes every root anew from its entries, and proves that the log grew out
  /// of it.
  ///
  /// @throws IOException when a file cannot be read
  public Outcome of(Tiles copy) throws IOException {
    // a copy may be older than a change of keys
    List<VerifierKey> keys = new ArrayList<>(door.keys());
    keys.addAll(door.retiredKeys());
    List<VerifierKey> siblings = new ArrayList<>(door.siblingKeys());
    siblings.addAll(door.retiredKeys());
    LogCheck.Report report = LogCheck.of(copy, keys, siblings);
    List<String> faults = new ArrayList<>(report.faults());
    Optional<TreeHead> old = head(copy);
    Optional<TreeHead> now = head(door.tiles());
    if (old.isEmpty()) {
      faults.add("there is no checkpoint in the copy");
    } else if (now.isPresent() && now.get().size() < old.get().size()) {
      faults.add("the log is at " + now.get().size() + ", and the copy at " + old.get().size());
    } else if (now.isPresent() && old.get().size() > 0) {
      Shown shown =
          LogEntries.of(door.tiles(), now.get().size())
              .proofs(TreeAlgorithm.SHA_256.hasher())
              .consistency(old.get().size(), now.get().size())
              .check(TreeAlgorithm.SHA_256.hasher(), old.get().root(), now.get().root());
      if (shown instanceof Shown.Refused refused) {
        faults.add("the log did not grow out of the copy: " + refused.reason());
      }
    }
    return new Outcome(report.size(), now.map(TreeHead::size).orElse(0L), faults);
  }

  private static Optional<TreeHead> head(Tiles tiles) throws IOException {
    return tiles
        .read("checkpoint")
        .map(bytes -> Checkpoint.parse(SignedNote.parse(bytes).orThrow().text()).orThrow().head());
  }
}
