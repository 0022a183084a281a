package org.zhiheng.ledger.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeAlgorithm;

/// Which entry lost its statement, its salt and its files by law, and by which. It says nothing of
/// what they were.
///
/// @param log the origin of the log with the entry
/// @param index of the entry
/// @param leaf hash of the entry's leaf in the SHA-256 tree, so that the notice fits no other
/// @param basis the law's name for it, such as `PIPL art. 47`; 1 to 200 bytes
public record ErasureNotice(String log, long index, Hash leaf, String basis) {

  private static final int BASIS_LENGTH_BYTES_MAX = 200;

  /// @throws IllegalArgumentException when the index is negative or the basis is empty or too long
  public ErasureNotice {
    if (index < 0) {
      throw new IllegalArgumentException("index must be >= 0: " + index);
    }
    if (basis.isBlank() || basis.getBytes(StandardCharsets.UTF_8).length > BASIS_LENGTH_BYTES_MAX) {
      throw new IllegalArgumentException("a basis has 1 to 200 bytes: " + basis);
    }
  }

  /// The notice for an entry.
  public static ErasureNotice of(String log, long index, Leaf leaf, String basis) {
    return new ErasureNotice(log, index, TreeAlgorithm.SHA_256.hasher().leaf(leaf.bytes()), basis);
  }

  /// As a manifest that can be signed and logged.
  public Manifest manifest() {
    return new Manifest(
        LeafKind.ERASURE_NOTICE,
        Optional.empty(),
        new TreeMap<>(
            Map.of("log", log, "index", Long.toString(index), "leaf", leaf.hex(), "basis", basis)),
        List.of());
  }

  /// The notice that a manifest is; nothing when it is none.
  public static Optional<ErasureNotice> of(Manifest manifest) {
    Map<String, String> facts = manifest.statement();
    if (manifest.kind() != LeafKind.ERASURE_NOTICE
        || !facts.keySet().equals(Set.of("log", "index", "leaf", "basis"))) {
      return Optional.empty();
    }
    Optional<Long> index = Checkpoint.number(facts.getOrDefault("index", ""));
    String leaf = facts.getOrDefault("leaf", "");
    if (index.isEmpty() || !leaf.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    try {
      ErasureNotice notice =
          new ErasureNotice(
              facts.getOrDefault("log", ""),
              index.get(),
              Hash.at(java.util.HexFormat.of().parseHex(leaf), 0),
              facts.getOrDefault("basis", ""));
      return notice.manifest().equals(manifest) ? Optional.of(notice) : Optional.empty();
    } catch (IllegalArgumentException not) {
      return Optional.empty();
    }
  }
}
