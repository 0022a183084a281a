package org.zhiheng.jobs.prove.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.TreeAlgorithm;

/// The fingerprint of a set: the root of a tree as RFC 6962 has it (section 2.1, SHA-256) over its
/// pieces, each behind its salt.
///
/// In a statement it stands as `data.root` (hexadecimal), `data.size` (leaves), and `data.units.1`
/// and on, each with the counts of up to 1,000 files.
///
/// @param root of the tree
/// @param units what its leaves are
public record SetFingerprint(Hash root, SetUnits units) {

  static final String ROOT = "data.root";
  static final String SIZE = "data.size";
  static final String UNITS = "data.units.";

  /// So that no fact is longer than a statement takes.
  private static final int FILES_PER_FACT = 1_000;

  /// A file of a set.
  ///
  /// @param kind what it is cut into
  /// @param content its bytes
  record Part(UnitKind kind, Content content) {}

  /// Opens a file of the set.
  @FunctionalInterface
  interface Content {
    /// The bytes from the first on; whoever asked closes the stream.
    InputStream open() throws IOException;
  }

  /// Takes the fingerprint.
  ///
  /// Cost: the bytes once, two or three hashes a piece; memory for the longest piece and 8 KiB a
  /// level, whatever the size of the set.
  ///
  /// @throws IOException when a file cannot be read
  static SetFingerprint taken(List<Part> parts, Hash secret) throws IOException {
    GrowingTree tree = new GrowingTree(TreeAlgorithm.SHA_256.hasher(), (_, _) -> {});
    Leaves leaves = new Leaves(secret);
    List<SetUnits.Count> counts = new ArrayList<>();
    for (Part part : parts) {
      try (InputStream in = part.content().open()) {
        long count =
            part.kind().cut(in, (bytes, length) -> tree.append(leaves.next(bytes, length), 0));
        counts.add(new SetUnits.Count(part.kind(), count));
      }
    }
    return new SetFingerprint(tree.head().root(), new SetUnits(counts));
  }

  /// Hashes leaves in their order: SHA-256 over a byte 0, the salt, the piece. For one thread.
  static final class Leaves {

    private final Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    private final RowSalts salts;
    private final byte[] out = new byte[Hash.LENGTH_BYTES];
    private byte[] salted = new byte[Hash.LENGTH_BYTES + UnitKind.CHUNK_LENGTH_BYTES];
    private long index;

    Leaves(Hash secret) {
      this.salts = new RowSalts(secret);
    }

    /// The hash of the next leaf, in a buffer that is used again.
    byte[] next(byte[] piece, int length) {
      if (salted.length < Hash.LENGTH_BYTES + length) {
        salted = new byte[Hash.LENGTH_BYTES + 2 * length];
      }
      salts.of(index++).write(salted, 0);
      System.arraycopy(piece, 0, salted, Hash.LENGTH_BYTES, length);
      hasher.leaf(salted, 0, Hash.LENGTH_BYTES + length, out, 0);
      return out;
    }
  }

  /// The hash of a leaf whose salt was told.
  static Hash leaf(Hash salt, byte[] piece) {
    byte[] salted = Arrays.copyOf(salt.bytes(), Hash.LENGTH_BYTES + piece.length);
    System.arraycopy(piece, 0, salted, Hash.LENGTH_BYTES, piece.length);
    return TreeAlgorithm.SHA_256.hasher().leaf(salted);
  }

  /// As a statement holds it.
  SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(ROOT, root.hex());
    facts.put(SIZE, Long.toString(units.size()));
    List<SetUnits.Count> files = units.files();
    for (int from = 0; from < files.size(); from += FILES_PER_FACT) {
      facts.put(
          UNITS + (from / FILES_PER_FACT + 1),
          SetUnits.text(files.subList(from, Math.min(files.size(), from + FILES_PER_FACT))));
    }
    return facts;
  }

  /// Reads what [#facts] wrote; nothing where there is no fingerprint, or a wrong one.
  public static Optional<SetFingerprint> of(SortedMap<String, String> facts) {
    String hex = facts.getOrDefault(ROOT, "");
    if (!hex.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    List<SetUnits.Count> counts = new ArrayList<>();
    for (int at = 1; facts.containsKey(UNITS + at); at++) {
      Optional<List<SetUnits.Count>> some = SetUnits.counts(facts.getOrDefault(UNITS + at, ""));
      if (some.isEmpty()) {
        return Optional.empty();
      }
      counts.addAll(some.get());
    }
    SetFingerprint read =
        new SetFingerprint(Hash.at(HexFormat.of().parseHex(hex), 0), new SetUnits(counts));
    return Long.toString(read.units().size()).equals(facts.get(SIZE))
        ? Optional.of(read)
        : Optional.empty();
  }
}
