package org.zhiheng.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Tiles and proofs against the tree as RFC 6962 writes it.
final class GrowingTreeAgainstOracle {

  /// Sizes at which tiles begin and end, and some between.
  private static final List<Integer> SIZES =
      List.of(0, 1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 1000, 65_535, 65_536, 70_000);

  private static Hash leaf(Hasher hasher, int index) {
    return hasher.leaf(ByteBuffer.allocate(8).putInt(4, index).array());
  }

  /// A tree in memory, with all the tiles it published.
  private static final class Published {
    private final Map<Tile, byte[]> tiles = new HashMap<>();
    private final GrowingTree tree;
    private final Hasher hasher;

    private Published(TreeAlgorithm algorithm) {
      hasher = algorithm.hasher();
      tree = new GrowingTree(hasher, tiles::put);
    }

    private void grow(int size) {
      while (tree.size() < size) {
        tree.append(leaf(hasher, (int) tree.size()));
      }
      tree.edges().forEach(edge -> tiles.put(edge.tile(), edge.bytes()));
    }

    private byte[] read(Tile tile) throws IOException {
      byte[] bytes = tiles.get(tile);
      byte[] whole = tiles.get(tile.filled());
      if (bytes == null && whole == null) {
        throw new IOException("no " + tile.path());
      }
      return bytes != null ? bytes : Arrays.copyOf(whole, tile.lengthBytes());
    }
  }

  @ParameterizedTest
  @EnumSource(TreeAlgorithm.class)
  void hasTheRootOfTheTreeAsItIsDefined(TreeAlgorithm algorithm) throws IOException {
    Published published = new Published(algorithm);
    List<Hash> leaves = new ArrayList<>();
    Hasher hasher = algorithm.hasher();
    MerkleTree oracle = new MerkleTree(hasher);
    for (int size : SIZES) {
      while (leaves.size() < size) {
        leaves.add(leaf(hasher, leaves.size()));
      }
      published.grow(size);
      Hash root = oracle.root(leaves);
      assertThat(published.tree.head()).isEqualTo(new TreeHead(size, root));
      assertThat(new TileProofs(hasher, published::read).head(size).root()).isEqualTo(root);
    }
  }

  @Seeds(60)
  void provesWhatTheOracleProves(Seed seed) throws IOException {
    TreeAlgorithm algorithm = seed.oneOf(List.of(TreeAlgorithm.values()));
    int size = seed.chance(0.2) ? seed.between(1, 2_000) : seed.between(1, 600);
    Published published = new Published(algorithm);
    published.grow(size);
    Hasher hasher = algorithm.hasher();
    List<Hash> leaves = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      leaves.add(leaf(hasher, index));
    }
    MerkleTree oracle = new MerkleTree(hasher);
    TileProofs proofs = new TileProofs(hasher, published::read);
    Hash root = oracle.root(leaves);
    for (int turn = 0; turn < 20; turn++) {
      int index = seed.between(0, size);
      InclusionProof inclusion = proofs.inclusion(index, size);
      assertThat(inclusion.path()).isEqualTo(oracle.path(index, leaves));
      assertThat(inclusion.check(hasher, leaves.get(index), root)).isEqualTo(new Shown.Proven());
      int from = seed.between(1, size + 1);
      ConsistencyProof consistency = proofs.consistency(from, size);
      assertThat(consistency.path()).isEqualTo(oracle.proof(from, leaves));
      assertThat(consistency.check(hasher, oracle.root(leaves.subList(0, from)), root))
          .isEqualTo(new Shown.Proven());
    }
  }

  @Seeds(40)
  void isTheSameWhenItIsTakenUpAgain(Seed seed) throws IOException {
    int before = seed.between(0, 1_500);
    int after = before + seed.between(0, 1_500);
    Published published = new Published(TreeAlgorithm.SHA_256);
    published.grow(before);
    Map<Tile, byte[]> more = new HashMap<>();
    GrowingTree resumed = GrowingTree.resume(published.hasher, more::put, before, published::read);
    assertThat(resumed.head()).isEqualTo(published.tree.head());
    for (int index = before; index < after; index++) {
      resumed.append(leaf(published.hasher, index));
    }
    published.grow(after);
    assertThat(resumed.head()).isEqualTo(published.tree.head());
    more.forEach((tile, bytes) -> assertThat(bytes).isEqualTo(published.tiles.get(tile)));
  }

  @Seeds(40)
  void refusesProofsForAnythingElse(Seed seed) throws IOException {
    int size = seed.between(2, 700);
    Published published = new Published(TreeAlgorithm.SHA_256);
    published.grow(size);
    Hasher hasher = published.hasher;
    TileProofs proofs = new TileProofs(hasher, published::read);
    Hash root = published.tree.head().root();
    int index = seed.between(0, size);
    InclusionProof proof = proofs.inclusion(index, size);
    int other = (index + seed.between(1, size)) % size;
    assertThat(proof.check(hasher, leaf(hasher, other), root).proven()).isFalse();
    assertThat(proof.check(hasher, leaf(hasher, index), leaf(hasher, other)).proven()).isFalse();
    assertThat(
            new InclusionProof(other, size, proof.path())
                .check(hasher, leaf(hasher, index), root)
                .proven())
        .isFalse();
  }
}
