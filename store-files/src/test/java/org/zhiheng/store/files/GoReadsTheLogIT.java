package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.ledger.GoReader;
import org.zhiheng.contracts.ledger.MemoryHead;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Witnesses;

/// The reference code of Go's checksum database reads our log from disk: checkpoints, every entry,
/// growth; one flipped byte is refused.
final class GoReadsTheLogIT {

  @TempDir static Path built;
  @TempDir Path folder;

  private String read(String key, Path log, List<String> checkpoints)
      throws IOException, InterruptedException {
    return GoReader.in(built, "Go reads the log", System.out::println)
        .read(key, log.toString(), checkpoints);
  }

  /// Writes a log that stood at these sizes, and keeps the checkpoint of each.
  private List<String> write(LogIdentity identity, List<Integer> sizes) throws IOException {
    Path log = folder.resolve("log");
    List<String> checkpoints = new ArrayList<>();
    try (FileWal wal = FileWal.open(folder.resolve("wal"), 0)) {
      LogWriter writer =
          LogWriter.open(identity, wal, FileTiles.in(log), new MemoryHead(), Witnesses.NONE);
      int number = 0;
      for (int size : sizes) {
        List<CompletableFuture<Long>> sent = new ArrayList<>();
        while (number < size) {
          byte[] entry = ("entry " + number++).getBytes(StandardCharsets.UTF_8);
          if (writer.add(entry) instanceof Added.Pooled pooled) {
            sent.add(pooled.index());
          }
        }
        writer.flush();
        assertThat(sent).allSatisfy(index -> assertThat(index).isCompleted());
        writer.publish();
        String name = "checkpoint." + size;
        Files.copy(log.resolve("checkpoint"), log.resolve(name));
        checkpoints.add(name);
      }
    }
    return checkpoints;
  }

  @Test
  void readsEveryCheckpointAndEntryAndRefusesAFlippedByte()
      throws IOException, InterruptedException {
    LogIdentity identity = FileKeys.open(folder.resolve("keys"), new SecureRandom()).log();
    List<String> checkpoints = write(identity, List.of(1, 2, 255, 256, 257, 700));
    String key = identity.keys().getFirst().toString();
    Path log = folder.resolve("log");
    String said = read(key, log, checkpoints);
    // the root of the SM3 tree is logged between, so sizes are ours plus one for each publication
    assertThat(said).startsWith("0 checkpoint.1: 1 entries").contains("checkpoint.700: ");
    Path tile = log.resolve("tile/0/000");
    byte[] bytes = Files.readAllBytes(tile);
    bytes[1234] ^= 1;
    Files.write(tile, bytes);
    assertThat(read(key, log, checkpoints.subList(5, 6))).startsWith("1 checkpoint.700: ");
    bytes[1234] ^= 1;
    Files.write(tile, bytes);
    Path bundle = log.resolve("tile/entries/001");
    byte[] entries = Files.readAllBytes(bundle);
    entries[100] ^= 1;
    Files.write(bundle, entries);
    assertThat(read(key, log, checkpoints.subList(5, 6))).startsWith("1 checkpoint.700: entry ");
    String another =
        FileKeys.open(folder.resolve("other"), new SecureRandom())
            .log()
            .keys()
            .getFirst()
            .toString();
    assertThat(read(another, log, checkpoints)).startsWith("1 checkpoint.1: ");
  }
}
