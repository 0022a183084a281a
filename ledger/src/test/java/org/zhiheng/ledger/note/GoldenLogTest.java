package org.zhiheng.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.Vectors;
import org.zhiheng.ledger.tree.EntryBundle;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.OpenBundle;
import org.zhiheng.ledger.tree.TreeAlgorithm;

/// A whole log that Tessera made: from its entries we make every tile, bundle and checkpoint it
/// has, byte for byte but for the signatures, whose key is not ours; those are checked.
final class GoldenLogTest {

  private static final VerifierKey KEY =
      VerifierKey.parse(
              "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")
          .orThrow();

  @Test
  void everyTileAndCheckpointIsTheSame() {
    Optional<Path> folder = Vectors.folder("tlog-tiles-log");
    Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: tlog-tiles-log");
    Path log = folder.get().resolve("log");
    List<byte[]> entries =
        EntryBundle.read(Vectors.bytes(log.resolve("tile/entries/000.p/15")), 15).orThrow();
    Hasher hasher = TreeAlgorithm.SHA_256.hasher();
    GrowingTree tree =
        new GrowingTree(
            hasher,
            (tile, hashes) -> {
              throw new AssertionError("15 leaves fill no tile");
            });
    OpenBundle bundle = new OpenBundle();
    checkpointIsTheSame(log, tree);
    for (byte[] entry : entries) {
      tree.append(hasher.leaf(entry));
      bundle.add(entry);
      GrowingTree.Edge edge = tree.edges().getFirst();
      assertThat(edge.bytes()).isEqualTo(Vectors.bytes(log.resolve(edge.tile().path())));
      assertThat(bundle.bytes()).isEqualTo(Vectors.bytes(log.resolve(edge.tile().entriesPath())));
      checkpointIsTheSame(log, tree);
    }
  }

  private static void checkpointIsTheSame(Path log, GrowingTree tree) {
    byte[] published = Vectors.bytes(log.resolve("checkpoint." + tree.size()));
    SignedNote note = SignedNote.parse(published).orThrow();
    assertThat(note.text())
        .isEqualTo(Checkpoint.of("example.com/log/testdata", tree.head()).text());
    assertThat(note.check(List.of(KEY)).signers()).hasSize(1);
    assertThat(note.bytes()).isEqualTo(published);
  }
}
