package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.seeds.Seed;
import org.zhiheng.store.postgres.engine.Engine;

/// An import whose process is killed at 20 moments, and every third time the database with it, ends
/// like one that nobody disturbed.
final class ImportKillIT {

  private static final int KILLS = 20;
  private static final int BATCHES_BEFORE_KILL_MAX = 5;
  private static final int NANOS_BEFORE_KILL_MAX = 20_000_000;
  private static final long END_SECONDS_MAX = 60;

  @TempDir Path home;

  @Test
  void endsLikeAnUndisturbedOneThoughKilledTwentyTimes() throws IOException, InterruptedException {
    Seed seed = Seed.of(11);
    for (int kill = 1; kill <= KILLS; kill++) {
      startAndKill(seed, kill);
      if (kill % 3 == 0) {
        killDatabase();
      }
    }
    try (Database disturbed = Database.openSchema(home, Optional.empty(), "t_disturbed");
        Database quiet = Database.openSchema(home, Optional.empty(), "t_quiet")) {
      ImportRun interrupted =
          new PostgresImportRuns(disturbed, InstantSource.system())
              .list(ImportChild.OWNER, Optional.empty(), 10)
              .getFirst();
      assertThat(interrupted.state()).isEqualTo(ImportRun.State.INTERRUPTED);
      assertThat(interrupted.through()).isBetween(1L, ImportChild.NOTICES - 1L);
      ImportRun ended = ImportChild.land(disturbed, () -> {});
      ImportRun expected = ImportChild.land(quiet, () -> {});
      assertThat(ended.id()).isEqualTo(interrupted.id());
      assertThat(ended.counts()).isEqualTo(expected.counts());
      assertThat(contents(disturbed)).isEqualTo(contents(quiet));
      assertThat(tables(disturbed)).isEqualTo(tables(quiet));
    }
  }

  private void startAndKill(Seed seed, int kill) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ImportChild.class.getName(),
                home.toString(),
                "t_disturbed")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int landed = seed.between(1, BATCHES_BEFORE_KILL_MAX);
    try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
      String line = said.readLine();
      while (line != null && landed > 0) {
        landed -= line.equals("landed") ? 1 : 0;
        line = landed > 0 ? said.readLine() : line;
      }
      assertThat(line).as("kill %d: the child ended by itself", kill).isEqualTo("landed");
      LockSupport.parkNanos(seed.between(0, NANOS_BEFORE_KILL_MAX));
      child.destroyForcibly();
    }
    assertThat(child.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as("killed by signal 9").isEqualTo(128 + 9);
  }

  private void killDatabase() throws IOException, InterruptedException {
    ProcessHandle server = Engine.of(home).process().orElseThrow();
    server.destroyForcibly();
    try {
      server.onExit().get(END_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException late) {
      throw new IOException("the database outlived kill -9", late);
    }
  }

  private static List<String> contents(Database database) {
    List<String> rows = new ArrayList<>();
    new PostgresRights(database, InstantSource.system())
        .each(
            RightQuery.all(ImportChild.OWNER, 1),
            row ->
                rows.add(
                    String.join(
                        "|",
                        row.number(),
                        row.title(),
                        row.holder(),
                        row.stage(),
                        row.noticedOn().toString())));
    rows.sort(null);
    return rows;
  }

  private static List<String> tables(Database database) {
    return database
        .client()
        .sql(
            """
            select 'events ' || count(*) || md5(string_agg(fingerprint::text, '' order by
              fingerprint::text)) from event
            union all select 'numbers ' || count(*) from right_number
            union all select 'parties ' || count(*) from party
            union all select 'links ' || count(*) from right_party
            union all select 'rights of parties ' || sum(rights) from party
            """)
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }
}
