package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.seeds.Seed;

/// A workspace, its database and its log lie on a disk that fills up while evidence is deposited:
/// whatever was acknowledged is there when there is room again, and the doctor finds nothing.
///
/// The disk is a file system in memory of its own, which root may mount; elsewhere this is not run.
final class FullDiskIT {

  private static final String DISK_SIZE = "size=420m";
  private static final int DEPOSITS_MAX = 400;
  private static final int LEFT_BYTES = 3 << 20;
  private static final int FILE_BYTES = 48 << 10;
  private static final int BLOCK_BYTES = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir Path folder;

  private final ToldEvidence told = new ToldEvidence();
  private final Seed seed = Seed.of(20_261_130);

  @Test
  void whatWasAcknowledgedIsThereWhenThereIsRoomAgain() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        ran("mount", "-t", "tmpfs", "-o", DISK_SIZE, "tmpfs", disk.toString()),
        "NOT RUN: a disk that is full: mounting one needs root on Linux");
    try {
      Path home = Files.createDirectory(disk.resolve("home"));
      fills(home, disk.resolve("ballast"));
      assertThat(told.count()).isPositive();

      Files.delete(disk.resolve("ballast"));
      try (Workspace workspace = new StoredWorkspaces().open(home, around(home))) {
        ProveDesk desk = workspace.proving().open();
        int before = told.count();
        deposit(workspace, desk);
        assertThat(told.count()).isEqualTo(before + 1);
        told.checked(workspace, desk, Optional.empty());
        assertThat(desk.log().fsck().faults()).isEmpty();
      }
      String found =
          Ran.with(around(home), List.of("doctor", "--home", home.toString(), "--format", "csv"))
              .out();
      // the disk stays too small to go on with
      assertThat(found.lines().filter(line -> line.contains(",fail,")))
          .as(found)
          .allMatch(line -> line.startsWith("disk,"));
      assertThat(found).contains("\nlog,ok,", "\nhead,ok,", "\ndocuments,ok,");
    } finally {
      ran("umount", "-l", disk.toString());
    }
  }

  /// Deposits until the disk refuses.
  private void fills(Path home, Path ballast) throws IOException {
    boolean refused = false;
    try (Workspace workspace = new StoredWorkspaces().open(home, around(home))) {
      ProveDesk desk = workspace.proving().open();
      deposit(workspace, desk);
      fill(ballast);
      for (int number = 0; number < DEPOSITS_MAX && !refused; number++) {
        try {
          deposit(workspace, desk);
        } catch (IOException | RuntimeException full) {
          refused = true;
        }
      }
    } catch (IOException | RuntimeException closing) {
      // a database that could not write may have ended by itself
      assertThat(refused).as(closing.toString()).isTrue();
    }
    assertThat(refused).isTrue();
  }

  private void deposit(Workspace workspace, ProveDesk desk) throws IOException {
    byte[] content = new byte[FILE_BYTES];
    seed.random().nextBytes(content);
    EvidenceStore.Kept logged = DepositChild.deposited(workspace, desk, content, PATIENCE);
    if (logged.index().isEmpty()) {
      throw new IOException("it was not logged");
    }
    told.take(logged);
  }

  /// Leaves little room.
  private static void fill(Path ballast) throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (Files.getFileStore(ballast).getUsableSpace() > LEFT_BYTES) {
        out.write(block);
      }
    }
  }

  private static boolean ran(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static Surroundings around(Path home) {
    return Ran.around(home, Clock.systemUTC());
  }
}
