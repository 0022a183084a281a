package org.zhiheng.store.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhiheng.contracts.SampleNotices;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.register.event.Notice;
import org.zhiheng.seeds.Seed;
import org.zhiheng.values.OrganisationId;

/// An importing process that [ImportKillIT] kills: goes on where the last one was, says `landed`
/// after each batch and `finished` at the end.
final class ImportChild {

  static final OrganisationId OWNER = new OrganisationId(1);
  static final int NOTICES = 2_000;
  static final int BATCH = 10;
  private static final String DIGEST = "e".repeat(64);

  private ImportChild() {}

  /// Runs it.
  ///
  /// @param args the workspace and the schema
  /// @throws IOException when the database does not open
  public static void main(String[] args) throws IOException {
    try (Database database = Database.openSchema(Path.of(args[0]), Optional.empty(), args[1])) {
      System.out.println("open");
      land(database, () -> System.out.println("landed"));
      System.out.println("finished");
    }
  }

  /// Imports what is left of the sample; returns the run as it ended.
  static ImportRun land(Database database, Runnable landed) {
    PostgresImportRuns runs = new PostgresImportRuns(database, InstantSource.system());
    List<Notice> notices = new SampleNotices(Seed.of(5)).notices(NOTICES);
    ImportRun run =
        runs.resumable(OWNER, "sample", DIGEST)
            .flatMap(left -> runs.claim(left.id()))
            .orElseGet(() -> runs.start(OWNER, "sample", "s.csv", DIGEST, 1, "li", Instant.EPOCH));
    for (int from = (int) run.through(); from < NOTICES; from += BATCH) {
      runs.land(run, notices.subList(from, from + BATCH), 0, List.of(), from + BATCH);
      landed.run();
    }
    runs.end(run.id(), ImportRun.State.FINISHED, "", Instant.EPOCH);
    return runs.find(OWNER, run.id()).orElseThrow();
  }
}
