package org.zhiheng.jobs.prove.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Opens chosen pieces of a set in one pass over its files.
final class Openings {

  private Openings() {}

  /// The chosen pieces with their paths.
  ///
  /// @param parts the files as they are kept
  /// @param stated the fingerprint as it was stated
  /// @param chosen indices of leaves, each below the size
  /// @throws IOException when a file cannot be read
  /// @throws ProblemsException with `data-changed` when the files are not those of the fingerprint
  static DataOpening opened(
      List<SetFingerprint.Part> parts, SetFingerprint stated, Hash secret, SortedSet<Long> chosen)
      throws IOException {
    long size = stated.units().size();
    RowPaths paths = new RowPaths(size, chosen);
    SetFingerprint.Leaves leaves = new SetFingerprint.Leaves(secret);
    SortedMap<Long, byte[]> pieces = new TreeMap<>();
    long[] next = {0};
    for (SetFingerprint.Part part : parts) {
      try (InputStream in = part.content().open()) {
        part.kind()
            .cut(
                in,
                (bytes, length) -> {
                  if (chosen.contains(next[0])) {
                    pieces.put(next[0], Arrays.copyOf(bytes, length));
                  }
                  next[0]++;
                  paths.append(Hash.at(leaves.next(bytes, length), 0));
                });
      }
    }
    if (next[0] != size || !paths.root().equals(stated.root())) {
      throw new ProblemsException(
          Problem.of(
              "data-changed",
              "",
              stated.root().hex(),
              "What is kept is not what was stated: its fingerprint is another."));
    }
    RowSalts salts = new RowSalts(secret);
    List<DataOpening.Row> rows = new ArrayList<>();
    pieces.forEach((index, piece) ->
        rows.add(
            new DataOpening.Row(
                index, salts.of(index), Bytes.of(piece), paths.proof(index).path())));
    return new DataOpening(stated.root(), size, rows);
  }
}
