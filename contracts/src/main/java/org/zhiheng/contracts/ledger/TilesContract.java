package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;

/// What every [Tiles] passes.
public abstract class TilesContract {

  /// Those of this test, anew when they were opened before.
  ///
  /// @throws IOException when they cannot be opened
  protected abstract Tiles tiles() throws IOException;

  @Test
  void givesBackWhatItTook() throws IOException {
    byte[] one = {1, 2, 3};
    byte[] other = {4};
    tiles()
        .write(
            List.of(
                new TileFile("tile/0/x001/x234/067", one),
                new TileFile("gm/tile/0/000.p/5", other)));
    assertThat(tiles().read("tile/0/x001/x234/067")).hasValue(one);
    assertThat(tiles().read("gm/tile/0/000.p/5")).hasValue(other);
    assertThat(tiles().read("tile/0/000")).isEmpty();
    // a folder's name is no file, and nothing lies below a file
    assertThat(tiles().read("tile/0/x001/x234/067/001")).isEmpty();
  }

  @Test
  void holdsThePartialAndTheFullTileOfOnePlace() throws IOException {
    Tiles tiles = tiles();
    tiles.write(List.of(new TileFile("tile/0/000.p/5", new byte[] {5})));
    tiles.write(List.of(new TileFile("tile/0/000", new byte[] {6})));
    assertThat(tiles.read("tile/0/000.p/5")).hasValue(new byte[] {5});
    assertThat(tiles.read("tile/0/000")).hasValue(new byte[] {6});
  }

  @Test
  void leavesAFileThatIsThereAndRefusesAnother() throws IOException {
    Tiles tiles = tiles();
    TileFile file = new TileFile("tile/0/000", new byte[] {1});
    tiles.write(List.of(file));
    tiles.write(List.of(file));
    assertThatThrownBy(() -> tiles.write(List.of(new TileFile("tile/0/000", new byte[] {2}))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tile/0/000");
    assertThat(tiles().read("tile/0/000")).hasValue(new byte[] {1});
  }

  @Test
  void changesTheCheckpoint() throws IOException {
    Tiles tiles = tiles();
    tiles.publish("checkpoint", new byte[] {1});
    tiles.publish("checkpoint", new byte[] {2});
    assertThat(tiles().read("checkpoint")).hasValue(new byte[] {2});
  }

  @Test
  void staysWithinItsFolder() {
    assertThatThrownBy(() -> tiles().read("../checkpoint"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tiles().write(List.of(new TileFile("a/../../b", new byte[0]))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
