package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Bytes;

/// Proves an entry by both trees at once, from what is published. For one thread.
public final class EntryProofs {

  /// Entries behind one within which the root of the SM3 tree over it is looked for: it is pooled
  /// right behind the publication, so at most a pool's worth stands before it.
  private static final int WITHIN = 2 * LogWriter.POOL_MAX;

  private final Tiles tiles;
  private final TileProofs sha256;
  private final TileProofs sm3;
  private final NoteSigner sibling;
  private final String siblingOrigin;

  private EntryProofs(
      Tiles tiles, TileProofs sha256, TileProofs sm3, NoteSigner sibling, String siblingOrigin) {
    this.tiles = tiles;
    this.sha256 = sha256;
    this.sm3 = sm3;
    this.sibling = sibling;
    this.siblingOrigin = siblingOrigin;
  }

  /// Of this log.
  ///
  /// @param identity its SM3 tree's heads are signed anew: the log publishes the newest alone
  public static EntryProofs of(Tiles tiles, LogIdentity identity) {
    return new EntryProofs(
        tiles,
        new TileProofs(TreeAlgorithm.SHA_256.hasher(), Integration.reader(tiles, "")),
        new TileProofs(
            TreeAlgorithm.SM3.hasher(), Integration.reader(tiles, Integration.SM3_PREFIX)),
        identity.sibling(),
        identity.siblingOrigin());
  }

  /// The proofs of one entry.
  ///
  /// @param leaf its bytes
  /// @param main in the SHA-256 tree
  /// @param sibling in the SM3 tree, against a head that `siblingRoot` shows
  /// @param siblingRoot in the SHA-256 tree, against the same checkpoint as `main`
  public record Both(Bytes leaf, LogProof main, LogProof sibling, LogProof siblingRoot) {}

  /// Proves an entry against a checkpoint.
  ///
  /// @param checkpoint of this log; whether it is, is not asked
  /// @return nothing when the checkpoint does not cover the entry and a root of the SM3 tree over
  ///   it
  /// @throws IOException when a tile is missing
  public Optional<Both> of(long index, SignedNote checkpoint) throws IOException {
    long size = Checkpoint.parse(checkpoint.text()).orThrow().head().size();
    LogEntries entries = LogEntries.of(tiles, size);
    for (long at = index + 1; at < Math.min(size, index + 1 + WITHIN); at++) {
      byte[] entry = entries.entry(at);
      if (!SiblingRoot.is(entry)) {
        continue;
      }
      Optional<TreeHead> head = covered(index, at, entry);
      if (head.isPresent()) {
        String text = Checkpoint.of(siblingOrigin, head.get()).text();
        return Optional.of(
            new Both(
                Bytes.of(entries.entry(index)),
                new LogProof("", sha256.inclusion(index, size), checkpoint),
                new LogProof(
                    "",
                    sm3.inclusion(index, head.get().size()),
                    new SignedNote(text, List.of(sibling.line(text, Optional.empty())))),
                new LogProof("", sha256.inclusion(at, size), checkpoint)));
      }
    }
    return Optional.empty();
  }

  /// The head that this leaf stands for, if it covers the entry: mostly that of the entries right
  /// before it.
  private Optional<TreeHead> covered(long index, long at, byte[] entry) throws IOException {
    for (long size = at; size > index; size--) {
      TreeHead head = sm3.head(size);
      if (java.util.Arrays.equals(SiblingRoot.leaf(siblingOrigin, head).bytes(), entry)) {
        return Optional.of(head);
      }
    }
    return Optional.empty();
  }
}
