package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.seeds.Seed;
import org.zhiheng.store.postgres.Database;

/// The process that holds the log is killed while it deposits, again and again: what it was told is
/// there, and every checkpoint grows out of the one before.
///
/// `-Dzhiheng.kills=1000` for the long form. A kill does not take what the disk was given: torn
/// writes and lost pages are simulated in the tests of the log's files.
final class KilledDepositIT {

  private static final int KILLS = Integer.getInteger("zhiheng.kills", 20);
  private static final int ACKNOWLEDGED_MAX = 6;
  private static final long MOMENT_NANOS_MAX = 40_000_000;
  private static final long END_SECONDS_MAX = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final ToldEvidence told = new ToldEvidence();

  @Test
  void whatWasToldIsThereAndNothingForks() throws IOException, InterruptedException {
    Seed seed = Seed.of(20_261_129);
    Path home = folder.resolve("home");
    Surroundings around =
        new Surroundings(
            Map.of(),
            home,
            Clock.systemUTC(),
            "parent",
            InputStream.nullInputStream(),
            false,
            false,
            new Stop());
    // held open, so that each child joins this server instead of starting one
    try (Database _ = Database.open(home, Optional.empty());
        Workspace workspace = new StoredWorkspaces().open(home, around)) {
      ProveDesk desk = workspace.proving().open();
      Optional<TreeHead> before = Optional.empty();
      for (int kill = 0; kill < KILLS; kill++) {
        killed(home, "run " + kill, seed);
        // logs what the child left waiting, as whoever comes next does
        assertThat(
                desk.turn()
                    .until(
                        () -> desk.door().store().pending(1).isEmpty() && published(desk),
                        PATIENCE))
            .isTrue();
        before = Optional.of(told.checked(workspace, desk, before));
      }
      assertThat(desk.log().fsck().faults()).isEmpty();
      assertThat(told.count()).isGreaterThanOrEqualTo(KILLS);
    }
  }

  private static boolean published(ProveDesk desk) throws IOException {
    return desk.log().checkpoint().isPresent();
  }

  private void killed(Path home, String word, Seed seed) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DepositChild.class.getName(),
                home.toString(),
                word)
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      int wanted = seed.between(1, ACKNOWLEDGED_MAX);
      for (int line = 0; line < wanted; line++) {
        told.take(out.readLine());
      }
      // the moment of the kill within the next deposit
      LockSupport.parkNanos((long) (seed.random().nextDouble() * MOMENT_NANOS_MAX));
      // by its handle: the other way closes what it had said before it is read
      child.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told.take(line);
      }
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
  }
}
