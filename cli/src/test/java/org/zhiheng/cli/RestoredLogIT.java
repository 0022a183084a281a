package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.store.postgres.Database;

/// A log that was put back from an old copy signs no second history: it says why it stands still,
/// keeps what is deposited, and goes on once the newer files are back.
final class RestoredLogIT {

  @TempDir Path folder;

  private Ran zhiheng(String... arguments) {
    return Ran.in(folder, () -> Instant.parse("2026-11-29T04:00:00Z"), arguments);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void remove(Path what) throws IOException {
    try (Stream<Path> files = Files.walk(what)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void anOldCopyIsRefusedAndNothingIsLost() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "contract");
    Path log = folder.resolve(Session.HOME).resolve("log");
    Path old = folder.resolve("old");
    Path newer = folder.resolve("newer");
    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty())) {
      assertThat(zhiheng("evidence", "deposit", "a.txt").exit()).isZero();
      copy(log, old);
      assertThat(zhiheng("evidence", "deposit", "a.txt").exit()).isZero();
      copy(log, newer);
      remove(log);
      copy(old, log);

      Ran refused = zhiheng("evidence", "deposit", "a.txt");
      assertThat(refused.exit()).isEqualTo(ExitCode.WORLD_FAILED.number());
      assertThat(refused.err()).startsWith("zhiheng: the log stopped: ").contains("of size 4");
      assertThat(zhiheng("evidence", "show", "EV3", "--format", "json").out())
          .contains("\"index\":null");

      remove(log);
      copy(newer, log);
      assertThat(zhiheng("evidence", "deposit", "a.txt").exit()).isZero();
      assertThat(zhiheng("evidence", "list", "--format", "csv").out())
          .contains("EV4,5,", "EV3,4,", "EV2,2,", "EV1,0,");
      assertThat(zhiheng("log", "fsck", "--format", "json").out()).contains("\"faults\":[]");
    }
  }
}
