package org.zhiheng.jobs.imports;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.table.EventField;
import org.zhiheng.intake.table.EventRow;
import org.zhiheng.intake.table.EventRows;
import org.zhiheng.intake.table.Mapping;
import org.zhiheng.intake.table.PortfolioField;
import org.zhiheng.intake.table.PortfolioRow;
import org.zhiheng.intake.table.PortfolioRows;
import org.zhiheng.intake.table.TableConsumer;
import org.zhiheng.intake.table.TableReader;
import org.zhiheng.intake.table.TableRow;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Takes tables of one's own records in: a portfolio of rights, or events on rights.
///
/// Each row is taken or refused by itself, and the run's report tells which; running the same table
/// again changes nothing. An event that contradicts the right is refused with the reason, as when
/// it is typed in.
public final class TableImports {

  /// Rows of one transaction; an event row is weighed against the right as the rows before left it.
  private static final int BATCH_ROWS = 500;

  private final ImportRuns runs;
  private final Rights rights;
  private final Records records;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public TableImports(
      ImportRuns runs, Rights rights, Records records, AuditTrail audit, InstantSource clock) {
    this.runs = runs;
    this.rights = rights;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /// What a table holds.
  public enum TableKind {
    /// 权利清单: one right a row.
    PORTFOLIO_TABLE,
    /// 事项清单: one event a row.
    EVENT_TABLE;

    /// `portfolio-table`: the name in data, CLI and REST.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Takes a portfolio in.
  ///
  /// @param bytes the file's size
  /// @param mapping which column is which field; without one it is guessed from the header
  /// @throws IOException when the file cannot be read; the run is kept as failed
  public ImportRun portfolio(
      Acting acting, IntakeFile file, long bytes, Optional<Mapping<PortfolioField>> mapping)
      throws IOException {
    return run(
        acting,
        TableKind.PORTFOLIO_TABLE,
        file,
        bytes,
        (header, run) -> {
          PortfolioRows rows =
              mapping
                  .map(known -> new PortfolioRows(file.name(), file.digest().hex(), known))
                  .orElseGet(() -> PortfolioRows.guessed(file.name(), file.digest().hex(), header));
          return (row, batch) -> portfolioRow(rows.read(row), batch);
        });
  }

  /// Takes events in.
  ///
  /// @param bytes the file's size
  /// @param mapping which column is which field; without one it is guessed from the header
  /// @throws IOException when the file cannot be read; the run is kept as failed
  public ImportRun events(
      Acting acting, IntakeFile file, long bytes, Optional<Mapping<EventField>> mapping)
      throws IOException {
    return run(
        acting,
        TableKind.EVENT_TABLE,
        file,
        bytes,
        (header, run) -> {
          EventRows rows =
              mapping
                  .map(known -> new EventRows(file.name(), header, known))
                  .orElseGet(() -> EventRows.guessed(file.name(), header));
          return (row, batch) -> eventRow(acting, file, rows.read(row), row, batch);
        });
  }

  private ImportRun run(Acting acting, TableKind kind, IntakeFile file, long bytes, Opening opening)
      throws IOException {
    acting.must(Permission.IMPORT);
    ImportRun run =
        runs.start(
            acting.organisation(),
            kind.code(),
            file.name(),
            file.digest().hex(),
            bytes,
            acting.name(),
            clock.instant());
    audit.keep(
        new AuditTrail.Entry(
            clock.instant(),
            acting.organisation(),
            acting.name(),
            "import",
            run.id().toString(),
            kind.code() + " " + file.name() + " " + file.digest().brief()));
    Batch batch = new Batch(run);
    try {
      TableReader.read(file.opener(), new Rows(opening, run, batch))
          .ifPresent(problem -> batch.refuse(List.of(problem.from(file.name()))));
      batch.land();
    } catch (IOException failure) {
      runs.end(
          run.id(),
          ImportRun.State.FAILED,
          Problem.shown("The file could not be read: " + failure.getMessage()),
          clock.instant());
      throw failure;
    }
    runs.end(run.id(), ImportRun.State.FINISHED, "", clock.instant());
    return runs.find(acting.organisation(), run.id()).orElse(run);
  }

  private static void portfolioRow(PortfolioRow row, Batch batch) {
    switch (row) {
      case PortfolioRow.Refused refused -> batch.refuse(refused.problems());
      case PortfolioRow.Taken taken ->
          batch.take(
              taken.notice(),
              new References(cut(taken.ourReference()), cut(taken.clientReference()), ""));
    }
  }

  private void eventRow(Acting acting, IntakeFile file, EventRow row, TableRow read, Batch batch) {
    switch (row) {
      case EventRow.Refused refused -> batch.refuse(refused.problems());
      case EventRow.Taken taken -> {
        String position = "line " + read.line();
        switch (records.weigh(
            acting, taken.right(), taken.event(), taken.on(), taken.values(), batch::settle)) {
          case Records.Weighed.Refused refused ->
              batch.refuse(
                  refused.problems().stream()
                      .map(problem -> problem.at(place(position, problem)).from(file.name()))
                      .toList());
          case Records.Weighed.Fits fits ->
              batch.take(
                  notice(
                      fits.record(),
                      fits.fact(),
                      new Source(file.name(), position, file.digest().hex())),
                  References.NONE);
        }
      }
    }
  }

  private static String place(String position, Problem problem) {
    return problem.path().isEmpty() ? position : position + ", " + problem.path();
  }

  private static Notice notice(RightRecord record, DatedFact fact, Source source) {
    return new Notice(record.kind(), record.office(), record.numbers(), List.of(fact), source);
  }

  private static String cut(String reference) {
    return reference.substring(0, Math.min(reference.length(), References.LENGTH_MAX));
  }

  /// What to do with the rows, once the header is known.
  @FunctionalInterface
  private interface Opening {
    RowTaker open(List<String> header, ImportRun run);
  }

  /// What to do with a row.
  @FunctionalInterface
  private interface RowTaker {
    void take(TableRow row, Batch batch);
  }

  /// Rows as they are read.
  private static final class Rows implements TableConsumer {
    private final Opening opening;
    private final ImportRun run;
    private final Batch batch;
    private RowTaker taker = (row, taken) -> {};

    Rows(Opening opening, ImportRun run, Batch batch) {
      this.opening = opening;
      this.run = run;
      this.batch = batch;
    }

    @Override
    public boolean header(List<String> names) {
      taker = opening.open(names, run);
      return true;
    }

    @Override
    public boolean row(TableRow row) {
      taker.take(row, batch);
      return true;
    }
  }

  /// Rows that wait to be landed.
  private final class Batch {
    private final ImportRun run;
    private final List<Notice> notices = new ArrayList<>();
    private final List<References> references = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private long refused;
    private long rows;

    Batch(ImportRun run) {
      this.run = run;
    }

    void take(Notice notice, References called) {
      rows++;
      notices.add(notice);
      references.add(called);
      notice.numbers().forEach(number -> keys.add(number.key()));
      landWhenFull();
    }

    void refuse(List<Problem> why) {
      rows++;
      refused++;
      problems.addAll(why);
      landWhenFull();
    }

    /// Lands what waits if some of it is about this right.
    void settle(RightRecord record) {
      if (record.numbers().stream().map(RightNumber::key).anyMatch(keys::contains)) {
        land();
      }
    }

    private void landWhenFull() {
      if (notices.size() + refused >= BATCH_ROWS) {
        land();
      }
    }

    void land() {
      if (notices.isEmpty() && refused == 0) {
        return;
      }
      runs.land(run, notices, refused, problems, rows);
      for (int index = 0; index < notices.size(); index++) {
        refer(notices.get(index), references.get(index));
      }
      notices.clear();
      references.clear();
      problems.clear();
      keys.clear();
      refused = 0;
    }

    private void refer(Notice notice, References called) {
      if (called.equals(References.NONE)) {
        return;
      }
      List<String> known = notice.numbers().stream().map(RightNumber::key).toList();
      List<RightId> ids = rights.withKeys(run.organisation(), known);
      if (!ids.isEmpty()) {
        rights.refer(run.organisation(), ids.getFirst(), called);
      }
    }
  }
}
