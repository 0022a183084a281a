package org.zhiheng.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresAuditTrail;
import org.zhiheng.store.postgres.PostgresImportRuns;
import org.zhiheng.store.postgres.engine.Engine;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Question: how fast does a gazette go into the register, events and search columns included, and
/// does the speed or the heap change with the number of rows?
///
/// Fixture: real rows repeated under new numbers ([GazetteRows]), an empty schema of its own.
/// Beside it, in the same run, COPY of the same rows into a bare table: the limit.
///
/// Run: `java -Xmx256m … org.zhiheng.bench.ImportBench ROWS DATA HOME [keep]`; with `keep` the
/// schema stays for [SearchBench].
final class ImportBench {

  static final String SCHEMA = "bench";
  static final OrganisationId OWNER = new OrganisationId(1);

  /// Rows between two lines of the report.
  private static final int STRETCH_ROWS = 100_000;

  private ImportBench() {}

  /// Runs it.
  ///
  /// @param args rows, the folder `shared/data`, the workspace, and perhaps `keep`
  /// @throws IOException when the data cannot be read or the database fails to start
  /// @throws SQLException when the database refuses something
  public static void main(String[] args) throws IOException, SQLException {
    int rows = Integer.parseInt(args[0]);
    GazetteRows gazette = GazetteRows.read(Path.of(args[1]));
    boolean keep = args.length > 3 && args[3].equals("keep");
    Path home = Path.of(args[2]);
    PrintStream out = System.out;
    Optional<String> external = Optional.ofNullable(System.getenv("ZHIHENG_DATABASE_URL"));
    try (Database before = Database.openSchema(home, external, SCHEMA)) {
      before.dropSchema();
    }
    Database database = Database.openSchema(home, external, SCHEMA);
    out.printf("rows %,d, of %,d different%n", rows, gazette.size());
    bare(database, gazette, Math.min(rows, 400_000), out);
    imported(database, home, gazette, rows, out);
    bare(database, gazette, Math.min(rows, 400_000), out);
    sums(database, out);
    if (keep) {
      database.close();
    } else {
      database.dropSchema();
    }
  }

  private static void imported(
      Database database, Path home, GazetteRows gazette, int rows, PrintStream out)
      throws IOException {
    Imports imports =
        new Imports(
            new PostgresImportRuns(database, InstantSource.system()),
            new PostgresAuditTrail(database),
            InstantSource.system());
    Acting acting = Acting.as(OWNER, "bench", Role.EXAMINER);
    IntakeFile file =
        new IntakeFile(
            "gazette.csv",
            Digest.of(("rows " + rows).getBytes(StandardCharsets.UTF_8)),
            () -> gazette.csv(0, rows));
    resetPeak();
    Duration ownBefore = cpu(ProcessHandle.current());
    Duration serverBefore = serverCpu(home);
    long from = System.nanoTime();
    Stretch stretch = new Stretch(home, out, from, ownBefore, serverBefore);
    ImportRun run = imports.begin(acting, IntakeKind.CNIPA_GAZETTE_CSV, file, rows);
    ImportRun ended =
        imports.carryOut(
            run,
            IntakeKind.CNIPA_GAZETTE_CSV,
            file,
            counts -> {
              stretch.landed(counts.read());
              return true;
            });
    double seconds = (System.nanoTime() - from) / 1e9;
    out.printf(
        "import: %s %s, %.1f s, %,.0f rows/s, peak old generation %d MB%n",
        ended.state().code(), ended.counts(), seconds, rows / seconds, peakMegabytes());
    out.printf(
        "processor time a row: %.1f us here, %.1f us in the database%n",
        cpu(ProcessHandle.current()).minus(ownBefore).toNanos() / 1e3 / rows,
        serverCpu(home).minus(serverBefore).toNanos() / 1e3 / rows);
  }

  /// Reports each stretch by itself: the first ones still warm up.
  private static final class Stretch {
    private final Path home;
    private final PrintStream out;
    private long nanos;
    private Duration own;
    private Duration server;
    private long rows;

    Stretch(Path home, PrintStream out, long nanos, Duration own, Duration server) {
      this.home = home;
      this.out = out;
      this.nanos = nanos;
      this.own = own;
      this.server = server;
    }

    void landed(long read) {
      long more = read - rows;
      if (more < STRETCH_ROWS) {
        return;
      }
      long nanosNow = System.nanoTime();
      Duration ownNow = cpu(ProcessHandle.current());
      Duration serverNow = serverCpu(home);
      out.printf(
          "  %,d: %,.0f rows/s; processor time a row %.1f us here, %.1f us in the database%n",
          read,
          more * 1e9 / (nanosNow - nanos),
          ownNow.minus(own).toNanos() / 1e3 / more,
          serverNow.minus(server).toNanos() / 1e3 / more);
      nanos = nanosNow;
      own = ownNow;
      server = serverNow;
      rows = read;
    }
  }

  private static void bare(Database database, GazetteRows gazette, int rows, PrintStream out)
      throws IOException, SQLException {
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists bare");
      statement.execute(
          "create table bare (kind text, title text, publication_number text,"
              + " publication_date text, application_number text, filing_date text,"
              + " applicant_org text, province text, class text)");
      long from = System.nanoTime();
      try (InputStream in = gazette.csv(0, rows)) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy bare from stdin with (format csv, header true)", in);
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      out.printf("bare COPY: %,d rows, %.2f s, %,.0f rows/s%n", rows, seconds, rows / seconds);
      statement.execute("drop table bare");
    }
  }

  private static void sums(Database database, PrintStream out) throws SQLException {
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select (select count(*) from right_record), (select count(*) from event),
                  (select count(*) from right_number), (select count(*) from right_party),
                  (select count(*) from party),
                  (select sum(hashtext(key)::bigint) from right_number),
                  (select sum(hashtext(search_text)::bigint) from right_record),
                  pg_size_pretty(pg_total_relation_size('right_record')),
                  pg_size_pretty(pg_relation_size('right_record_grams')),
                  pg_size_pretty(pg_database_size(current_database()))
                """)) {
      row.next();
      out.printf(
          "sums: rights %s, events %s, numbers %s, right-parties %s, parties %s, keys %s, texts"
              + " %s%n",
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7));
      out.printf(
          "sizes: rights %s, search index %s, database %s%n",
          row.getString(8), row.getString(9), row.getString(10));
    }
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Duration serverCpu(Path home) {
    try {
      return Engine.of(home).process().stream()
          .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
          .map(ImportBench::cpu)
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void resetPeak() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  // of the old generation: the young one is filled on purpose
  private static long peakMegabytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
