package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Parsed;

/// Looks through a whole log: makes both trees anew from its entries and compares every tile, every
/// root and both checkpoints.
///
/// Cost: reads every file once, hashes every entry twice; holds one tile a level.
public final class LogCheck {

  private LogCheck() {}

  /// What was found.
  ///
  /// @param size entries that were read
  /// @param bytes that were read
  /// @param files that were compared
  /// @param faults what is wrong, each with its file; empty for a sound log
  public record Report(long size, long bytes, long files, List<String> faults) {
    /// Copies the list.
    public Report {
      faults = List.copyOf(faults);
    }
  }

  /// More faults are not listed.
  private static final int FAULTS_MAX = 100;

  /// Checks the log that is published in these files.
  ///
  /// @param keys of the log
  /// @param siblings keys of the SM3 tree
  /// @throws IOException when a file cannot be read, or entries are missing
  public static Report of(Tiles tiles, List<VerifierKey> keys, List<VerifierKey> siblings)
      throws IOException {
    Progress progress = new Progress(tiles);
    Optional<byte[]> published = tiles.read("checkpoint");
    if (published.isEmpty()) {
      return new Report(0, 0, 0, List.of());
    }
    Optional<Checkpoint> checkpoint = progress.checkpoint("checkpoint", published.get(), keys);
    if (checkpoint.isEmpty()) {
      return progress.report(0);
    }
    long size = checkpoint.get().head().size();
    Integration trees = new Integration();
    LogEntries.of(tiles, size)
        .each(
            0,
            (_, entry) -> {
              trees.append(entry);
              progress.bytes += entry.length;
              for (TileFile file : trees.completed()) {
                progress.compare(file);
              }
            });
    for (TileFile file : trees.files()) {
      progress.compareEdge(file);
    }
    progress.same("checkpoint", checkpoint.get().head(), trees.head());
    String path = Integration.SM3_PREFIX + "checkpoint";
    Optional<byte[]> sibling = tiles.read(path);
    if (sibling.isEmpty()) {
      progress.fault(path + " is missing");
    } else {
      progress
          .checkpoint(path, sibling.get(), siblings)
          .ifPresent(one -> progress.same(path, one.head(), trees.siblingHead()));
    }
    return progress.report(size);
  }

  /// What was found so far.
  private static final class Progress {
    private final Tiles tiles;
    private final List<String> faults = new ArrayList<>();
    private long bytes;
    private long files;

    private Progress(Tiles tiles) {
      this.tiles = tiles;
    }

    private void fault(String what) {
      if (faults.size() < FAULTS_MAX) {
        faults.add(what);
      }
    }

    private Optional<Checkpoint> checkpoint(String path, byte[] bytes, List<VerifierKey> keys) {
      Parsed<SignedNote> note = SignedNote.parse(bytes);
      if (note.refusal().isPresent()) {
        fault(path + ": " + note.refusal().get().reason());
        return Optional.empty();
      }
      if (note.orThrow().check(keys) instanceof NoteCheck.Refused refused) {
        fault(path + ": " + refused.reason());
      }
      Parsed<Checkpoint> checkpoint = Checkpoint.parse(note.orThrow().text());
      checkpoint.refusal().ifPresent(problem -> fault(path + ": " + problem.reason()));
      return checkpoint.found();
    }

    private void compare(TileFile file) throws IOException {
      files++;
      Optional<byte[]> there = tiles.read(file.path());
      bytes += there.map(one -> one.length).orElse(0);
      if (there.isEmpty()) {
        fault(file.path() + " is missing");
      } else if (!Arrays.equals(there.get(), file.bytes())) {
        fault(file.path() + " does not follow from the entries");
      }
    }

    /// A tile at the edge may be gone when the full one is there.
    private void compareEdge(TileFile file) throws IOException {
      int partial = file.path().indexOf(".p/");
      boolean filled =
          partial >= 0
              && tiles.read(file.path()).isEmpty()
              && tiles.read(file.path().substring(0, partial)).isPresent();
      if (!filled) {
        compare(file);
      }
    }

    private void same(String path, TreeHead said, TreeHead made) {
      if (!said.equals(made)) {
        fault(path + " says " + said + ", the entries make " + made);
      }
    }

    private Report report(long size) {
      return new Report(size, bytes, files, faults);
    }
  }
}
