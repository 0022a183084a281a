package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.store.postgres.Database;

/// A workspace is broken in one place after the other: the doctor names the place, and is content
/// once it is mended.
final class DoctorIT {

  @TempDir Path folder;

  private InstantSource clock = Clock.systemUTC();

  private Ran zhiheng(String... arguments) {
    return Ran.in(folder, clock, arguments);
  }

  private void says(String line) {
    Ran ran = zhiheng("doctor", "--format", "csv");
    assertThat(ran.out()).as(ran.err()).contains("\n" + line);
    assertThat(ran.exit())
        .isEqualTo((line.contains(",fail,") ? ExitCode.NOT_VERIFIED : ExitCode.DONE).number());
  }

  private void enter(String title, String number) {
    Ran ran =
        zhiheng(
            "right",
            "enter",
            "mark",
            "--set",
            "title=" + title,
            "--set",
            "number=" + number,
            "--set",
            "filing-date=2026-05-06",
            "--set",
            "classes=28",
            "--set",
            "holders=Sample");
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @Test
  void namesWhatIsBrokenAndIsContentOnceItIsMended() throws IOException {
    Ran none = zhiheng("doctor");
    assertThat(none.exit()).isEqualTo(ExitCode.REFUSED.number());
    assertThat(folder.resolve(Session.HOME)).doesNotExist();
    Path home = folder.resolve(Session.HOME);
    try (Database database = Database.open(home, Optional.empty())) {
      Files.writeString(folder.resolve("a.txt"), "contract");
      assertThat(zhiheng("evidence", "deposit", "a.txt").exit()).isZero();
      Ran well = zhiheng("doctor", "--format", "csv");
      assertThat(well.out()).doesNotContain(",fail,").contains("\nlog,ok,", "\nhead,ok,");
      assertThat(well.exit()).isZero();

      Path tile = home.resolve("log/public/tile/entries/000.p/1");
      byte[] whole = Files.readAllBytes(tile);
      Path newest = home.resolve("log/public/tile/entries/000.p/2");
      byte[] newestWhole = Files.readAllBytes(newest);
      byte[] changed = newestWhole.clone();
      changed[20] ^= 1;
      Files.write(newest, changed);
      says("log,fail,");
      Files.write(newest, newestWhole);
      assertThat(whole).isNotEmpty();

      Path document;
      try (java.util.stream.Stream<Path> files = Files.walk(home.resolve("documents"))) {
        document = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      }
      Path away = folder.resolve("away");
      Files.move(document, away);
      says("documents,fail,");
      Files.move(away, document);

      Path keys = home.resolve("keys/signing-keys");
      Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
      says("keys,fail,");
      Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));

      String note = database.client().sql("select note from log_head").query(String.class).single();
      String origin =
          database.client().sql("select origin from log_head").query(String.class).single();
      database.client().sql("delete from log_head").update();
      says("head,fail,");
      database.client().sql("insert into log_head values (?, ?)").params(origin, note).update();

      enter("BOLUBU", "80000001");
      says("index,warn,there is none");
      assertThat(zhiheng("mark", "examine", "--name", "BOLUBO", "--class", "28").exit()).isZero();
      says("index,ok,");
      enter("KOLUKU", "80000002");
      says("index,warn,1 marks behind");

      InstantSource right = clock;
      clock = () -> right.instant().minus(Duration.ofHours(26));
      says("clock,fail,");
      clock = right;

      database
          .client()
          .sql(
              "update flyway_schema_history set version = '9' || version where installed_rank ="
                  + " (select max(installed_rank) from flyway_schema_history)")
          .update();
      says("migrations,fail,");
      database
          .client()
          .sql(
              "update flyway_schema_history set version = substr(version, 2) where installed_rank ="
                  + " (select max(installed_rank) from flyway_schema_history)")
          .update();
      database.client().sql("alter table flyway_schema_history rename to aside").update();
      database
          .client()
          .sql(
              "create table flyway_schema_history as select * from aside where installed_rank <"
                  + " (select max(installed_rank) from aside)")
          .update();
      says("migrations,warn,");
      database.client().sql("drop table flyway_schema_history").update();
      database.client().sql("alter table aside rename to flyway_schema_history").update();
      says("migrations,ok,");
    }
  }

  /// The clock jumps a day ahead and a day back while things are entered and deposited: all of them
  /// are there and verify, and register and log agree.
  @Test
  void holdsWhateverTheClockSays() throws IOException {
    InstantSource right = clock;
    int number = 0;
    for (Duration jump :
        List.of(
            Duration.ZERO,
            Duration.ofDays(1),
            Duration.ZERO,
            Duration.ofDays(-1),
            Duration.ofDays(1),
            Duration.ZERO)) {
      clock = () -> right.instant().plus(jump);
      number++;
      Files.writeString(folder.resolve("a.txt"), "contract " + number);
      enter("BOLUBU", "8000000" + number);
      assertThat(zhiheng("evidence", "deposit", "a.txt").exit()).isZero();
    }
    clock = right;

    Ran well = zhiheng("doctor", "--format", "csv");
    // that the clock was wrong is said, and nothing else
    assertThat(well.out().lines().filter(line -> line.contains(",fail,")))
        .as(well.out())
        .allMatch(line -> line.startsWith("clock,"));
    assertThat(well.out()).contains("\nlog,ok,", "\nhead,ok,", "\ndocuments,ok,");
    assertThat(zhiheng("right", "list", "--format", "csv").out().lines()).hasSize(1 + number);
    String listed = zhiheng("evidence", "list", "--format", "csv").out();
    List<String> evidence =
        listed
            .lines()
            .filter(line -> line.contains(",deposit,"))
            .map(line -> line.split(",", 2)[0])
            .toList();
    assertThat(evidence).as(listed).hasSize(number);
    for (String one : evidence) {
      assertThat(zhiheng("evidence", "export", one, "--out", one + ".ipev").exit()).isZero();
      assertThat(zhiheng("evidence", "verify", one + ".ipev").exit()).as(one).isZero();
    }
  }
}
