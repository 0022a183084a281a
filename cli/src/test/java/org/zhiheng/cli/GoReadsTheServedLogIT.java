package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.ledger.GoReader;
import org.zhiheng.contracts.ledger.MemoryHead;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.links.log.LogSite;
import org.zhiheng.links.serve.Listener;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.files.FileTiles;
import org.zhiheng.store.files.FileWal;

/// The reference code of Go's checksum database reads our log over HTTP: each checkpoint as it was
/// served, every entry, growth; one flipped byte is refused.
final class GoReadsTheServedLogIT {

  @TempDir Path folder;

  private String read(String key, String where, List<String> checkpoints)
      throws IOException, InterruptedException {
    return GoReader.in(folder, "Go reads the served log", System.out::println)
        .read(key, where, checkpoints);
  }

  /// Adds entries until there are so many and publishes.
  private static void grow(LogWriter writer, int from, int to) {
    for (int number = from; number < to; number++) {
      byte[] entry = ("entry " + number).getBytes(StandardCharsets.UTF_8);
      assertThat(writer.add(entry)).isInstanceOf(Added.Pooled.class);
    }
    writer.flush();
    writer.publish();
  }

  @Test
  void readsEveryCheckpointAndEntryOverHttpAndRefusesAFlippedByte()
      throws IOException, InterruptedException {
    LogIdentity identity = FileKeys.open(folder.resolve("keys"), new SecureRandom()).log();
    String key = identity.keys().getFirst().toString();
    Path log = folder.resolve("log");
    try (HttpClient client = HttpClient.newHttpClient();
        FileWal wal = FileWal.open(folder.resolve("wal"), 0);
        Listener listener =
            Listener.open(
                InetAddress.getLoopbackAddress(),
                0,
                LogSite.BODY_BYTES_MAX,
                new LogSite(FileTiles.in(log)),
                failure -> {
                  throw new AssertionError(failure);
                })) {
      LogWriter writer =
          LogWriter.open(identity, wal, FileTiles.in(log), new MemoryHead(), Witnesses.NONE);
      List<String> checkpoints = new ArrayList<>();
      int before = 0;
      for (int size : List.of(1, 255, 256, 257, 700)) {
        grow(writer, before, size);
        before = size;
        Path served = folder.resolve("checkpoint." + size);
        client.send(
            HttpRequest.newBuilder(URI.create(listener.address() + "/checkpoint")).build(),
            HttpResponse.BodyHandlers.ofFile(served));
        checkpoints.add(served.toString());
      }
      checkpoints.add("checkpoint");
      assertThat(read(key, listener.address(), checkpoints))
          .startsWith("0 " + folder.resolve("checkpoint.1") + ": 1 entries")
          .contains("\ncheckpoint: ");

      Path tile = log.resolve("tile/0/000");
      byte[] bytes = Files.readAllBytes(tile);
      bytes[1234] ^= 1;
      Files.write(tile, bytes);
      assertThat(read(key, listener.address(), List.of("checkpoint"))).startsWith("1 checkpoint: ");
    }
  }
}
