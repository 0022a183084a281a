package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.store.postgres.Database;

/// A workspace is backed up while a process deposits without end, and put back elsewhere: all that
/// was acknowledged before is there, the log is sound and goes on. What was changed in the file is
/// refused by its name.
final class BackupIT {

  private static final int ACKNOWLEDGED = 12;
  private static final long END_SECONDS_MAX = 60;

  @TempDir Path folder;

  private Ran zhiheng(String... arguments) {
    return Ran.in(folder, Clock.systemUTC(), arguments);
  }

  @Test
  void whatWasAcknowledgedComesBackAndTheLogGoesOn() throws IOException, InterruptedException {
    Path home = folder.resolve(Session.HOME);
    try (Database _ = Database.open(home, Optional.empty())) {
      Files.writeString(folder.resolve("contract.txt"), "contract");
      assertThat(zhiheng("evidence", "deposit", "contract.txt").exit()).isZero();
      assertThat(zhiheng("organisation", "add", "Second", "--administrator", "second.admin").exit())
          .isZero();
      assertThat(zhiheng("log", "second-key", "--make", "甲公司").exit()).isZero();
      assertThat(zhiheng("log", "change-key", "statement", "--reason", "it ages").exit()).isZero();
      assertThat(zhiheng("log", "change-key", "log", "--reason", "it ages").exit()).isZero();
      List<String> told = new ArrayList<>();
      Process child = depositing(home);
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        for (int line = 0; line < ACKNOWLEDGED; line++) {
          told.add(out.readLine());
        }
        // it goes on depositing meanwhile
        Ran made = zhiheng("backup", "copy.zip", "--format", "json");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.err()).contains("private keys");
        assertThat(child.isAlive()).isTrue();
      } finally {
        child.toHandle().destroyForcibly();
        assertThat(child.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(Files.getPosixFilePermissions(folder.resolve("copy.zip"))).hasSize(2);
      assertThat(zhiheng("backup", "copy.zip").err()).contains("is there already");

      Ran back = zhiheng("--home", "other", "restore", "copy.zip", "--format", "json");
      assertThat(back.exit()).as(back.err()).isZero();
      assertThat(back.out()).contains("\"faults\":[]");
      assertThat(folder.resolve("other.restoring")).doesNotExist();

      try (Database _ = Database.open(folder.resolve("other"), Optional.empty())) {
        String listed =
            zhiheng("--home", "other", "evidence", "list", "--limit", "500", "--format", "csv")
                .out();
        for (String one : told) {
          assertThat(listed).contains("\n" + one.replace(' ', ',') + ",");
        }
        assertThat(zhiheng("--home", "other", "organisation", "list").out()).contains("Second");
        assertThat(zhiheng("--home", "other", "log", "keys").out())
            .isEqualTo(zhiheng("log", "keys").out())
            .contains("0…0");
        assertThat(folder.resolve("other/keys/retired"))
            .isDirectoryContaining("glob:**/statement-????????");
        assertThat(zhiheng("--home", "other", "log", "second-key").out())
            .contains("甲公司")
            .isEqualTo(zhiheng("log", "second-key").out());
        // the log takes on, and evidence from before is exported whole
        assertThat(zhiheng("--home", "other", "evidence", "deposit", "contract.txt").exit())
            .isZero();
        Ran exported =
            zhiheng(
                "--home",
                "other",
                "evidence",
                "export",
                told.getFirst().substring(0, told.getFirst().indexOf(32)),
                "--out",
                "bundle.zip");
        assertThat(exported.exit()).as(exported.err()).isZero();
        assertThat(zhiheng("--home", "other", "log", "fsck", "--format", "json").out())
            .contains("\"faults\":[]");
      }
      Ran again = zhiheng("--home", "other", "restore", "copy.zip");
      assertThat(again.exit()).isEqualTo(ExitCode.REFUSED.number());
      assertThat(again.err()).contains("[workspace-not-empty]");
    }
  }

  @Test
  void keysThatAreOlderThanTheRecordAreToldWhenItIsPutBack() throws IOException {
    Path home = folder.resolve(Session.HOME);
    try (Database _ = Database.open(home, Optional.empty())) {
      Files.writeString(folder.resolve("contract.txt"), "contract");
      assertThat(zhiheng("evidence", "deposit", "contract.txt").exit()).isZero();
      Files.copy(home.resolve("keys/signing-keys"), folder.resolve("old-keys"));
      assertThat(
              zhiheng("log", "change-key", "statement", "--reason", "it leaked", "--destroy")
                  .exit())
          .isZero();
      assertThat(home.resolve("keys/retired")).doesNotExist();
      assertThat(zhiheng("backup", "copy.zip", "--without-keys").exit()).isZero();
      Ran old =
          zhiheng(
              "--home", "other", "restore", "copy.zip", "--keys", "old-keys", "--format", "json");
      assertThat(old.exit()).as(old.err()).isEqualTo(ExitCode.NOT_VERIFIED.number());
      assertThat(old.out()).contains("the private keys are older than the record: EV2 names");
      Files.copy(home.resolve("keys/signing-keys"), folder.resolve("new-keys"));
      Ran fresh =
          zhiheng(
              "--home", "third", "restore", "copy.zip", "--keys", "new-keys", "--format", "json");
      assertThat(fresh.exit()).as(fresh.err() + fresh.out()).isZero();
    }
  }

  @Test
  void aChangedMemberIsRefusedByItsName() throws IOException {
    Path home = folder.resolve(Session.HOME);
    try (Database _ = Database.open(home, Optional.empty())) {
      Files.writeString(folder.resolve("contract.txt"), "contract");
      assertThat(zhiheng("evidence", "deposit", "contract.txt").exit()).isZero();
      Ran made = zhiheng("backup", "copy.zip", "--without-keys", "--format", "json");
      assertThat(made.out()).contains("\"keys\":false");
    }
    Path copy = folder.resolve("copy.zip");
    String document;
    try (ZipFile zip = new ZipFile(copy.toFile())) {
      document =
          Collections.list(zip.entries()).stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith("documents/"))
              .findFirst()
              .orElseThrow();
    }
    for (String member :
        List.of(document, "record/evidence", "manifest.json", "log/public/checkpoint")) {
      rewritten(copy, member, Change.ALTERED);
      refused("changed.zip", member, "not those that were written");
      rewritten(copy, member, Change.LEFT_OUT);
      refused("changed.zip", member, "It is missing");
    }
    rewritten(copy, "record/extra", Change.ADDED);
    refused("changed.zip", "record/extra", "not among the members");
    Files.write(
        folder.resolve("changed.zip"),
        java.util.Arrays.copyOf(Files.readAllBytes(copy), (int) Files.size(copy) / 2));
    refused("changed.zip", "changed.zip", "its end is missing");

    assertThat(zhiheng("--home", "other", "restore", "copy.zip").err()).contains("[backup-keys]");
    assertThat(zhiheng("--home", "other", "restore", "copy.zip", "--digest", "0".repeat(64)).err())
        .contains("[backup-digest]");
    assertThat(folder.resolve("other")).doesNotExist();
    Ran back =
        zhiheng(
            "--home",
            "other",
            "restore",
            "copy.zip",
            "--keys",
            Session.HOME + "/keys/signing-keys");
    assertThat(back.exit()).as(back.err()).isZero();
  }

  private void refused(String file, String member, String reason) {
    Ran ran = zhiheng("--home", "other", "restore", file);
    assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(ran.err()).contains(member).contains(reason).contains("[backup-member]");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  private enum Change {
    ALTERED,
    LEFT_OUT,
    ADDED
  }

  /// Writes `changed.zip`, with one member changed.
  private void rewritten(Path copy, String member, Change change) throws IOException {
    try (ZipFile from = new ZipFile(copy.toFile());
        OutputStream file = Files.newOutputStream(folder.resolve("changed.zip"));
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (entry.getName().equals(member) && change == Change.LEFT_OUT) {
          continue;
        }
        to.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          in.transferTo(to);
        }
        if (entry.getName().equals(member)) {
          to.write('x');
        }
        to.closeEntry();
      }
      if (change == Change.ADDED) {
        to.putNextEntry(new ZipEntry(member));
        to.closeEntry();
      }
    }
  }

  private Process depositing(Path home) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            DepositChild.class.getName(),
            home.toString(),
            "while backing up")
        .redirectError(folder.resolve("err").toFile())
        .start();
  }
}
