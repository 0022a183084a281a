package org.zhiheng.ledger.leaf;

import java.nio.charset.StandardCharsets;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.tree.TreeHead;

/// The leaf that puts a root of the SM3 tree under the SHA-256 tree, and so before its witnesses.
///
/// Its statement is public: the text of the SM3 tree's checkpoint; its salt is 32 zeros, so that
/// anybody can make the leaf and look for it.
public final class SiblingRoot {

  private SiblingRoot() {}

  /// The leaf for a head of the SM3 tree.
  public static Leaf leaf(String origin, TreeHead head) {
    byte[] statement = Checkpoint.of(origin, head).text().getBytes(StandardCharsets.UTF_8);
    return Leaf.first(
        LeafKind.SIBLING_ROOT, Commitment.to(new byte[Commitment.SALT_LENGTH_BYTES], statement));
  }

  /// Whether an entry is such a leaf.
  public static boolean is(byte[] entry) {
    return Leaf.parse(entry)
        .found()
        .map(leaf -> leaf.kind() == LeafKind.SIBLING_ROOT)
        .orElse(false);
  }
}
