package org.zhiheng.ledger.watch;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.ConsistencyProof;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.Tile;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TileReader;
import org.zhiheng.ledger.tree.TreeHead;

/// Compares the checkpoints of one log as they come in, from the log itself or from its witnesses.
///
/// It holds the largest that it saw. What is kept of all others, with whose signatures, is the
/// caller's business: a checkpoint that was seen once is half of a [ForkProof] for ever. For one
/// thread.
public final class Monitor {

  private final String origin;
  private final List<VerifierKey> keys;
  private final Hasher hasher;

  /// The largest that was seen and is of one tree with all before.
  private Optional<Seen> latest = Optional.empty();

  /// A checkpoint of this log, signed by it.
  private record Seen(SignedNote note, TreeHead head) {}

  /// Watches a log that was not seen before.
  ///
  /// @param origin which
  /// @param keys the log's; those of other names do not count
  /// @param hasher of its tree
  public Monitor(String origin, List<VerifierKey> keys, Hasher hasher) {
    this.origin = origin;
    this.keys = keys.stream().filter(key -> key.name().equals(origin)).toList();
    this.hasher = hasher;
  }

  /// Takes a checkpoint.
  ///
  /// @param tiles the tree's as its log shows them; nothing they say is believed
  /// @throws IOException when a tile cannot be read; then nothing was learned
  public Sighting see(SignedNote note, TileReader tiles) throws IOException {
    Optional<Checkpoint> checkpoint = Checkpoint.parse(note.text()).found();
    if (checkpoint.isEmpty() || !checkpoint.get().origin().equals(origin)) {
      return new Sighting.Strange("This is no checkpoint of " + origin + ".");
    }
    if (note.check(keys) instanceof NoteCheck.Refused refused) {
      return new Sighting.Strange(refused.reason());
    }
    Seen now = new Seen(note, checkpoint.get().head());
    long size = now.head().size();
    if (size == 0 && !now.head().root().equals(hasher.empty())) {
      return new Sighting.Unproven("The log signed a root of no entries that cannot be.");
    }
    if (latest.isEmpty()) {
      latest = Optional.of(now);
      return new Sighting.First(size);
    }
    Seen before = latest.get();
    long seen = before.head().size();
    Sighting fine =
        size == seen
            ? new Sighting.Same(size)
            : size > seen ? new Sighting.Grew(seen, size) : new Sighting.Behind(size, seen);
    Sighting shown =
        size < seen ? compare(now, before, tiles, fine) : compare(before, now, tiles, fine);
    if (shown.equals(fine) && size > seen) {
      latest = Optional.of(now);
    }
    return shown;
  }

  /// What the two are to each other.
  ///
  /// @param fine what it is when one grew out of the other
  private Sighting compare(Seen smaller, Seen larger, TileReader tiles, Sighting fine)
      throws IOException {
    long from = smaller.head().size();
    long to = larger.head().size();
    if (from == 0) {
      return fine;
    }
    Hash root = larger.head().root();
    List<Hash> path = List.of();
    if (from < to) {
      root = new TileProofs(hasher, cut(tiles, to)).head(from).root();
      ConsistencyProof growth = new TileProofs(hasher, tiles).consistency(from, to);
      path = growth.path();
      if (growth.check(hasher, root, larger.head().root()) instanceof Shown.Refused refused) {
        return new Sighting.Unproven(
            "The tiles that the log shows are not of the tree of size "
                + to
                + " that it signed: "
                + refused.reason());
      }
    }
    return root.equals(smaller.head().root())
        ? fine
        : new Sighting.Forked(new ForkProof(smaller.note(), larger.note(), root, path));
  }

  /// Tiles as they are in the tree of this size, cut to what is asked for: a tree that is shown may
  /// differ from size to size.
  private static TileReader cut(TileReader tiles, long size) {
    return tile -> {
      long hashes = (size >> (8 * tile.level())) - tile.index() * Tile.FULL;
      Tile there = new Tile(tile.level(), tile.index(), (int) Math.min(Tile.FULL, hashes));
      byte[] bytes = tiles.read(there);
      if (bytes.length != there.lengthBytes()) {
        throw new IOException(
            there.path() + " has " + bytes.length + " bytes, not " + there.lengthBytes());
      }
      return Arrays.copyOf(bytes, tile.lengthBytes());
    };
  }

  /// The largest checkpoint that was seen and fits to all before.
  public Optional<SignedNote> latest() {
    return latest.map(Seen::note);
  }
}
