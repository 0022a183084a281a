package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.LogDrill;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.LogCopy;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.ProblemsException;

/// Copies of logs of many sizes, tried.
final class LogDrillTest {

  /// Files of a copy.
  private static final class Copy implements Tiles {
    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    public void write(List<TileFile> written) {
      written.forEach(file -> files.put(file.path(), file.bytes()));
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public void publish(String path, byte[] checkpoint) {
      files.put(path, checkpoint);
    }
  }

  private static void grow(LogWriter log, int entries, Seed seed) {
    for (int at = 0; at < entries; at++) {
      byte[] entry = new byte[100];
      seed.random().nextBytes(entry);
      assertThat(log.add(entry)).isInstanceOf(Added.Pooled.class);
      if (at % 1_000 == 999) {
        log.flush();
      }
    }
    log.flush();
    log.publish();
  }

  @Seeds(12)
  void aCopyIsWholeAndTheLogGrewOutOfIt(Seed seed) throws IOException {
    ProveStores stores = new MemoryProving().stores();
    LogWriter log =
        LogWriter.open(
            stores.keys().log(),
            stores.wal().open(),
            stores.tiles(),
            stores.head(),
            Witnesses.NONE);
    LogIdentity identity = stores.keys().log();
    LogDrill drill = new LogDrill(new Door(stores.tiles(), identity));
    Copy copy = new Copy();
    assertThat(drill.of(copy).faults()).containsExactly("there is no checkpoint in the copy");
    grow(log, seed.between(1, 2_000), seed);
    long first = LogCopy.copy(stores.tiles(), copy);
    assertThat(drill.of(copy)).isEqualTo(new LogDrill.Outcome(first, first, List.of()));
    grow(log, seed.between(1, 600), seed);
    LogDrill.Outcome behind = drill.of(copy);
    assertThat(behind.faults()).isEmpty();
    assertThat(behind.published()).isGreaterThan(first);
    long second = LogCopy.copy(stores.tiles(), copy);
    assertThat(drill.of(copy)).isEqualTo(new LogDrill.Outcome(second, second, List.of()));

    // those of a smaller size may lie there still, and are not asked for
    List<String> paths =
        copy.files.keySet().stream()
            .filter(one -> one.contains("tile/") && !one.contains(".p/"))
            .sorted()
            .toList();
    String path = paths.isEmpty() ? "checkpoint" : paths.get(seed.between(0, paths.size() - 1));
    byte[] bytes = copy.read(path).orElseThrow().clone();
    bytes[seed.between(0, bytes.length - 1)] ^= 1;
    copy.files.put(path, bytes);
    assertThat(faulty(drill, copy)).as(path).isTrue();
  }

  private static boolean faulty(LogDrill drill, Copy copy) {
    try {
      return !drill.of(copy).faults().isEmpty();
    } catch (IOException | ProblemsException damaged) {
      return true;
    }
  }

  private record Door(Tiles tiles, LogIdentity identity) implements LogDoor {
    @Override
    public String origin() {
      return identity.origin();
    }

    @Override
    public List<VerifierKey> keys() {
      return identity.keys();
    }

    @Override
    public List<VerifierKey> siblingKeys() {
      return identity.siblingKeys();
    }

    @Override
    public List<VerifierKey> retiredKeys() {
      return List.of();
    }

    @Override
    public Optional<OpenLog> open() {
      return Optional.empty();
    }
  }
}
