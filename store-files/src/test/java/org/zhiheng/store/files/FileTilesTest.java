package org.zhiheng.store.files;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.ledger.TilesContract;
import org.zhiheng.ledger.log.Tiles;

final class FileTilesTest extends TilesContract {

  @TempDir Path folder;

  @Override
  protected Tiles tiles() {
    return FileTiles.in(folder.resolve("log"));
  }
}
