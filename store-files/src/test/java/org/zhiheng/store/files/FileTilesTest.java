package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.contracts.ledger.TilesContract;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;

final class FileTilesTest extends TilesContract {

  private static final int MANY = 300;

  @TempDir Path folder;

  @Override
  protected Tiles tiles() {
    return FileTiles.in(folder.resolve("log"));
  }

  private static List<TileFile> many(String word) {
    List<TileFile> files = new ArrayList<>();
    for (int at = 0; at < MANY; at++) {
      files.add(
          new TileFile("tile/" + at % 7 + "/" + at, (word + at).getBytes(StandardCharsets.UTF_8)));
    }
    return files;
  }

  @Test
  void manyAreWrittenSideBySideAndOnce() throws IOException {
    Tiles tiles = tiles();
    tiles.write(many("one"));
    tiles.write(many("one"));
    for (TileFile file : many("one")) {
      assertThat(tiles.read(file.path())).hasValue(file.bytes());
    }
    assertThatThrownBy(() -> tiles.write(many("two")))
        .isInstanceOf(IOException.class)
        .hasMessage("tile/0/0 is there already, with other bytes");
  }

  /// Fails at one sync, whichever thread makes it.
  private record Failing(Disk disk, int at, AtomicInteger syncs) implements Disk {
    @Override
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
      disk.write(file, bytes);
    }

    @Override
    public void sync(FileChannel file) throws IOException {
      if (syncs.incrementAndGet() == at) {
        throw new IOException("sync " + at);
      }
      disk.sync(file);
    }

    @Override
    public void syncBytes(FileChannel file) throws IOException {
      disk.syncBytes(file);
    }

    @Override
    public void name(Path aside, Path target) throws IOException {
      disk.name(aside, target);
    }

    @Override
    public void syncFolder(Path one) throws IOException {
      disk.syncFolder(one);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 150, MANY})
  void whoIsToldThatAllIsWrittenHasEveryFile(int at) throws IOException {
    Path log = folder.resolve("log");
    Tiles failing = FileTiles.in(log, new Failing(Disk.real(), at, new AtomicInteger()));
    assertThatThrownBy(() -> failing.write(many("one")))
        .isInstanceOf(IOException.class)
        .hasRootCauseMessage("sync " + at);
    Tiles tiles = tiles();
    for (TileFile file : many("one")) {
      assertThat(tiles.read(file.path()).map(bytes -> bytes.length))
          .isIn(java.util.Optional.empty(), java.util.Optional.of(file.bytes().length));
    }
    tiles.write(many("one"));
    for (TileFile file : many("one")) {
      assertThat(tiles.read(file.path())).hasValue(file.bytes());
    }
  }
}
