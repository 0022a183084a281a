package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.record.References;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;

/// Import runs in PostgreSQL. A claim is an advisory lock of the process's own session: a process
/// that dies lets go of it at once.
public final class PostgresImportRuns implements ImportRuns {

  private static final String COLUMNS =
      """
      select id, organisation, kind, file_name, file_digest, file_bytes, by_name, started_at,
        ended_at, state, read_count, taken_count, refused_count, unchanged_count, through, failure
      from import_run
      """;

  private final Database database;
  private final InstantSource clock;
  private final RegisterWriter.Caches caches = RegisterWriter.Caches.empty();

  /// Over this database, by this clock.
  public PostgresImportRuns(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public ImportRun start(
      OrganisationId organisation,
      String kind,
      String fileName,
      String fileDigest,
      long fileBytes,
      String by,
      Instant at) {
    long id = database.client().sql("select nextval('import_id_seq')").query(Long.class).single();
    ImportId run = new ImportId(id);
    if (!database.claim(claimOf(run))) {
      throw new IllegalStateException("a run that nobody knows is claimed: " + run);
    }
    database
        .client()
        .sql(
            """
            insert into import_run (id, organisation, kind, file_name, file_digest, file_bytes,
              by_name, started_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'running')
            """)
        .params(
            id,
            organisation.number(),
            kind,
            fileName,
            fileDigest,
            fileBytes,
            by,
            at.atOffset(ZoneOffset.UTC))
        .update();
    return kept(run).orElseThrow();
  }

  @Override
  public Optional<ImportRun> claim(ImportId id) {
    if (!database.claim(claimOf(id))) {
      return Optional.empty();
    }
    int set =
        database
            .client()
            .sql(
                """
                update import_run set state = 'running', ended_at = null, failure = ''
                where id = ? and state <> 'finished'
                """)
            .param(id.number())
            .update();
    if (set == 0) {
      database.release(claimOf(id));
      return Optional.empty();
    }
    return kept(id);
  }

  @Override
  public Optional<ImportRun> resumable(
      OrganisationId organisation, String kind, String fileDigest) {
    return database
        .client()
        .sql(
            COLUMNS
                + """
                where organisation = ? and kind = ? and file_digest = ? and state <> 'finished'
                order by id desc limit 100
                """)
        .params(organisation.number(), kind, fileDigest)
        .query((row, _) -> run(row))
        .list()
        .stream()
        .filter(run -> !database.claimed(claimOf(run.id())))
        .findFirst()
        .map(this::toldAsIs);
  }

  @Override
  public ImportRun.Counts land(
      ImportRun run, List<Notice> notices, long refused, List<Problem> problems, long through) {
    if (notices.size() > BATCH_MAX) {
      throw new IllegalArgumentException("notices must be <= " + BATCH_MAX + ": " + notices.size());
    }
    Landed landed =
        database.unit(connection -> land(connection, run, notices, refused, problems, through));
    landed.writer().committed();
    return landed.counts();
  }

  private record Landed(ImportRun.Counts counts, RegisterWriter writer) {}

  private Landed land(
      Connection connection,
      ImportRun run,
      List<Notice> notices,
      long refused,
      List<Problem> problems,
      long through)
      throws SQLException {
    long keptProblems = lock(connection, run);
    Landing landing = new Landing(connection, run.organisation());
    landing.take(notices);
    RegisterWriter writer =
        new RegisterWriter(
            connection, run.organisation(), run.id().toString(), clock.instant(), caches);
    writer.write(landing.changed(), References.NONE);
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(landing.problems());
    int kept = Math.clamp(PROBLEMS_MAX - keptProblems, 0, all.size());
    keep(connection, run, keptProblems, all.subList(0, kept));
    ImportRun.Counts counts =
        new ImportRun.Counts(
            notices.size() + refused, landing.taken(), refused, landing.unchanged());
    moveOn(connection, run, counts, kept, through);
    return new Landed(counts, writer);
  }

  // of one run one batch at a time
  private static long lock(Connection connection, ImportRun run) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select problems from import_run where id = ? and state = 'running' for update")) {
      statement.setLong(1, run.id().number());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("the run is not running: " + run.id());
        }
        return row.getLong(1);
      }
    }
  }

  private static void keep(
      Connection connection, ImportRun run, long before, List<Problem> problems)
      throws SQLException {
    try (CopyText rows =
        CopyText.into(
            connection, "import_problem (run_id, ordinal, code, path, given, reason, source)")) {
      long ordinal = before;
      for (Problem problem : problems) {
        rows.field(run.id().number())
            .field(ordinal++)
            .field(problem.code())
            .field(problem.path())
            .field(problem.given())
            .field(problem.reason())
            .field(problem.source())
            .endRow();
      }
      rows.end();
    }
  }

  private static void moveOn(
      Connection connection, ImportRun run, ImportRun.Counts counts, int problems, long through)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update import_run set read_count = read_count + ?, taken_count = taken_count + ?,
              refused_count = refused_count + ?, unchanged_count = unchanged_count + ?,
              problems = problems + ?, through = ? where id = ?
            """)) {
      statement.setLong(1, counts.read());
      statement.setLong(2, counts.taken());
      statement.setLong(3, counts.refused());
      statement.setLong(4, counts.unchanged());
      statement.setLong(5, problems);
      statement.setLong(6, through);
      statement.setLong(7, run.id().number());
      statement.executeUpdate();
    }
  }

  @Override
  public void end(ImportId id, ImportRun.State state, String failure, Instant at) {
    database
        .client()
        .sql("update import_run set state = ?, failure = ?, ended_at = ? where id = ?")
        .params(state.code(), failure, at.atOffset(ZoneOffset.UTC), id.number())
        .update();
    // questions would read the index's waiting entries one by one
    database
        .client()
        .sql("select gin_clean_pending_list('right_record_grams'::regclass)")
        .query(Long.class)
        .single();
    database.release(claimOf(id));
  }

  @Override
  public Optional<ImportRun> find(OrganisationId viewer, ImportId id) {
    return kept(id).filter(run -> run.organisation().equals(viewer)).map(this::toldAsIs);
  }

  @Override
  public List<ImportRun> list(OrganisationId viewer, Optional<ImportId> before, int limit) {
    return database
        .client()
        .sql(COLUMNS + "where organisation = ? and id < ? order by id desc limit ?")
        .params(viewer.number(), before.map(ImportId::number).orElse(Long.MAX_VALUE), limit)
        .query((row, _) -> run(row))
        .list()
        .stream()
        .map(this::toldAsIs)
        .toList();
  }

  @Override
  public List<Problem> problems(OrganisationId viewer, ImportId id, long from, int limit) {
    return database
        .client()
        .sql(
            """
            select p.code, p.path, p.given, p.reason, p.source
            from import_problem p join import_run r on r.id = p.run_id
            where r.organisation = ? and r.id = ? and p.ordinal >= ? order by p.ordinal limit ?
            """)
        .params(viewer.number(), id.number(), from, limit)
        .query((row, _) ->
            new Problem(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }

  private Optional<ImportRun> kept(ImportId id) {
    return database
        .client()
        .sql(COLUMNS + "where id = ?")
        .param(id.number())
        .query((row, _) -> run(row))
        .optional();
  }

  // one that is kept as running though nobody works on it was killed
  private ImportRun toldAsIs(ImportRun run) {
    if (run.state() != ImportRun.State.RUNNING || database.claimed(claimOf(run.id()))) {
      return run;
    }
    return new ImportRun(
        run.id(),
        run.organisation(),
        run.kind(),
        run.fileName(),
        run.fileDigest(),
        run.fileBytes(),
        run.by(),
        run.startedAt(),
        run.endedAt(),
        ImportRun.State.INTERRUPTED,
        run.counts(),
        run.through(),
        run.failure());
  }

  private static String claimOf(ImportId id) {
    return "import/" + id;
  }

  private static ImportRun run(ResultSet row) throws SQLException {
    return new ImportRun(
        new ImportId(row.getLong("id")),
        new OrganisationId(row.getLong("organisation")),
        row.getString("kind"),
        row.getString("file_name"),
        row.getString("file_digest"),
        row.getLong("file_bytes"),
        row.getString("by_name"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        ImportRun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        new ImportRun.Counts(
            row.getLong("read_count"),
            row.getLong("taken_count"),
            row.getLong("refused_count"),
            row.getLong("unchanged_count")),
        row.getLong("through"),
        row.getString("failure"));
  }
}
