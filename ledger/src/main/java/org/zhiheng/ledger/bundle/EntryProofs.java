package org.zhiheng.ledger.bundle;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.Receipt;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// Makes what a bundle says of an entry from the files of a log. For one thread.
///
/// The SM3 tree is shown at a size whose root is logged; its checkpoint of that size is signed
/// anew, for the one that is published is of another. That is no second root for a size: the root
/// is the one that was logged.
public final class EntryProofs {

  private final Tiles tiles;
  private final List<NoteSigner> siblings;
  private final Optional<Ed25519Key> receipts;

  /// Over a log's files.
  ///
  /// @param siblings sign the checkpoints of the SM3 tree
  /// @param receipts the log's key of Ed25519, where a receipt of RFC 9942 is wanted
  public EntryProofs(Tiles tiles, List<NoteSigner> siblings, Optional<Ed25519Key> receipts) {
    this.tiles = tiles;
    this.siblings = List.copyOf(siblings);
    this.receipts = receipts;
  }

  /// Proves an entry against a checkpoint that was published.
  ///
  /// A root of the SM3 tree is logged one publication after the leaves it covers; before that there
  /// is nothing to prove.
  ///
  /// @param stamped the checkpoint with its signatures, as it was stamped
  /// @return nothing when the checkpoint holds no SM3 root that covers the entry yet
  /// @throws IOException when the log's files cannot be read
  /// @throws IllegalArgumentException when there is no such entry, or it is no leaf
  /// @throws org.zhiheng.values.ProblemsException when the note is no checkpoint
  public Optional<BundleParts.Entry> of(long index, SignedNote stamped) throws IOException {
    Checkpoint checkpoint = Checkpoint.parse(stamped.text()).orThrow();
    long size = checkpoint.head().size();
    LogEntries entries = LogEntries.of(tiles, size);
    Leaf leaf =
        Leaf.parse(entries.entry(index))
            .found()
            .orElseThrow(() -> new IllegalArgumentException("entry " + index + " is no leaf"));
    TileProofs sha256 = entries.proofs(TreeAlgorithm.SHA_256.hasher());
    TileProofs sm3 = entries.siblingProofs(TreeAlgorithm.SM3.hasher());
    String origin = checkpoint.origin() + "/gm";
    for (Optional<Long> root = entries.first(index + 1, SiblingRoot::is);
        root.isPresent();
        root = entries.first(root.get() + 1, SiblingRoot::is)) {
      Optional<TreeHead> head =
          covering(index, root.get(), origin, Leaf.parse(entries.entry(root.get())).orThrow(), sm3);
      if (head.isPresent()) {
        String text = Checkpoint.of(origin, head.get()).text();
        SignedNote note =
            new SignedNote(
                text, siblings.stream().map(one -> one.line(text, Optional.empty())).toList());
        LogProof proof = new LogProof("", sha256.inclusion(index, size), stamped);
        return Optional.of(
            new BundleParts.Entry(
                leaf,
                proof,
                new LogProof("", sm3.inclusion(index, head.get().size()), note),
                new LogProof("", sha256.inclusion(root.get(), size), stamped),
                receipts.map(key ->
                    Octets.of(
                        Receipt.sign(key, proof.inclusion(), checkpoint.head().root())
                            .encoded()))));
      }
    }
    return Optional.empty();
  }

  /// The head that a root's leaf stands for, when it covers the entry. Leaves may have come between
  /// the head and its leaf, so each size below is tried.
  private static Optional<TreeHead> covering(
      long index, long root, String origin, Leaf logged, TileProofs sm3) throws IOException {
    for (long size = root; size > index; size--) {
      TreeHead head = sm3.head(size);
      if (SiblingRoot.leaf(origin, head).equals(logged)) {
        return Optional.of(head);
      }
    }
    return Optional.empty();
  }
}
