package org.zhiheng.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TileTest {

  @Test
  void standsWhereTheSpecificationSays() {
    // the two examples of tlog-tiles
    assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
    assertThat(new Tile(0, 999, 256).entriesPath()).isEqualTo("tile/entries/999");
    assertThat(new Tile(0, 1_000, 3).entriesPath()).isEqualTo("tile/entries/x001/000.p/3");
  }

  @Test
  void areAsManyAsTheSpecificationCountsForSeventyThousandLeaves() {
    Map<Integer, Integer> fullTiles = new HashMap<>();
    GrowingTree tree =
        new GrowingTree(
            TreeAlgorithm.SHA_256.hasher(),
            (tile, hashes) -> fullTiles.merge(tile.level(), 1, Integer::sum));
    Hash leaf = new Hash(1, 2, 3, 4);
    for (int index = 0; index < 70_000; index++) {
      tree.append(leaf);
    }
    // 273 full tiles of level 0 and one of width 112, one full of level 1 and one of width 17, one
    // of level 2 of width 1
    assertThat(fullTiles).isEqualTo(Map.of(0, 273, 1, 1));
    assertThat(tree.edges().stream().map(GrowingTree.Edge::tile))
        .containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
  }

  @Test
  void refusesTilesThatCannotBe() {
    assertThatThrownBy(() -> new Tile(0, 0, 0)).hasMessageContaining("width 0");
    assertThatThrownBy(() -> new Tile(8, 0, 1)).hasMessageContaining("level 8");
    assertThatThrownBy(() -> new Tile(1, 0, 1).entriesPath()).hasMessageContaining("level 0");
  }

  @Test
  void readsTheEntriesThatItWrote() {
    OpenBundle bundle = new OpenBundle();
    byte[] longest = new byte[EntryBundle.ENTRY_LENGTH_MAX];
    longest[65_534] = 9;
    bundle.add(new byte[0]);
    bundle.add(longest);
    assertThat(EntryBundle.read(bundle.bytes(), 2).orThrow()).containsExactly(new byte[0], longest);
    assertThat(EntryBundle.read(bundle.bytes(), 1).refusal()).isPresent();
    assertThat(EntryBundle.read(new byte[] {0}, 1).refusal()).isPresent();
    assertThat(EntryBundle.read(new byte[] {0, 2, 1}, 1).refusal()).isPresent();
    assertThatThrownBy(() -> bundle.add(new byte[65_536])).hasMessageContaining("65536");
  }
}
