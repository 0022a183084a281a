package org.zhiheng.ledger.opening;

import java.util.List;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.Shown;

/// A row that is shown.
///
/// @param index its place, from 0
/// @param salt 32 bytes
/// @param content its bytes
/// @param path the hashes beside its way to the root
public record OpenedRow(long index, Octets salt, Octets content, List<Hash> path) {

  /// Copies the list.
  public OpenedRow {
    path = List.copyOf(path);
  }

  OpenedRow along(List<Hash> way) {
    return new OpenedRow(index, salt, content, way);
  }

  Shown check(Hasher hasher, long count, Hash root) {
    return new InclusionProof(index, count, path)
        .check(hasher, RowTree.leaf(hasher, salt.bytes(), content.bytes()), root);
  }
}
