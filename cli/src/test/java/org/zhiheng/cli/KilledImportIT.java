package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.seeds.Seed;
import org.zhiheng.store.postgres.Database;

/// An import that is killed, or told to stop, comes to the same end when the command is given
/// again.
final class KilledImportIT {

  /// A few batches.
  private static final int ROWS = 20_000;

  private static final int ROUNDS = 3;
  private static final long WAIT_SECONDS_MAX = 120;
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

  @TempDir Path folder;

  @Test
  void comesToTheSameEndWhereverItWasKilled() throws IOException, InterruptedException {
    Seed seed = Seed.of(Long.getLong("seed", 1));
    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty())) {
      for (int round = 1; round <= ROUNDS; round++) {
        Path file = marks(round);
        Process child = child(file);
        // long enough to have begun, short enough not to have ended on a machine of two cores
        boolean ended = child.waitFor(seed.between(700, 3_500), TimeUnit.MILLISECONDS);
        if (!ended) {
          child.destroyForcibly();
          assertThat(child.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        }

        String report = again(file);

        assertThat(report)
            .as("round %d of seed %s, after %s", round, seed, rights())
            .contains("\"read\":" + ROWS + ",")
            .contains("\"refused\":0,\"")
            .endsWith("\"problems\":[]}\n");
        assertThat(rights()).isEqualTo((long) round * ROWS);
        // and once more: nothing is new
        assertThat(again(file)).contains("\"taken\":0,\"refused\":0,\"unchanged\":" + ROWS);
      }
    }
  }

  @Test
  void endsBehindABatchWhenAskedToStop() throws IOException, InterruptedException {
    try (Database _ = Database.open(folder.resolve(Session.HOME), Optional.empty())) {
      Path file = marks(1);
      Process child = child(file);
      child.waitFor(1_500, TimeUnit.MILLISECONDS);
      child.destroy();
      assertThat(child.waitFor(WAIT_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();

      String said = Files.readString(folder.resolve("err"));
      if (said.contains("interrupted")) {
        assertThat(child.exitValue()).isEqualTo(ExitCode.WORLD_FAILED.number());
        assertThat(said).contains("give the same command again to go on");
      }
      assertThat(again(file)).contains("\"read\":" + ROWS + ",");
      assertThat(rights()).isEqualTo(ROWS);
    }
  }

  private Path marks(int round) throws IOException {
    StringBuilder text =
        new StringBuilder("word,kind,application_number,filing_date,classes,holder\n");
    for (int i = 0; i < ROWS; i++) {
      text.append("样")
          .append(i)
          .append(",word,")
          .append(round * 1_000_000 + 10_000_000 + i)
          .append(',')
          .append(FIRST.plusDays(i % 3_000))
          .append(',')
          .append(1 + i % 45)
          .append(",持有人")
          .append(i % 100)
          .append('\n');
    }
    return Files.writeString(folder.resolve("marks-" + round + ".csv"), text);
  }

  private Process child(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "org.zhiheng.cli.Main",
            "import",
            "marks-csv",
            file.toString())
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String again(Path file) {
    Ran ran =
        Ran.with(around(), List.of("import", "marks-csv", file.toString(), "--format", "json"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    return ran.out();
  }

  private long rights() throws IOException {
    try (Workspace workspace =
        new StoredWorkspaces().open(folder.resolve(Session.HOME), around())) {
      return workspace
          .records()
          .count(
              workspace.owner(),
              new RightQuery(
                  workspace.owner().organisation(),
                  RightQuery.Scope.OWN,
                  "",
                  Optional.empty(),
                  Optional.empty(),
                  "",
                  "",
                  "",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  1),
              Integer.MAX_VALUE);
    }
  }

  private Surroundings around() {
    return Ran.around(folder, InstantSource.system());
  }
}
