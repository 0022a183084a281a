package org.zhiheng.jobs.imports;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.Problem;

/// Takes an office's file into the register.
///
/// A file is read as a stream and landed in batches. Running the same file again changes nothing; a
/// run that was interrupted, even by a kill, goes on behind its last batch. Memory does not grow
/// with the file. A run is carried out by one thread; different runs may go on at once.
public final class Imports {

  private final ImportRuns runs;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public Imports(ImportRuns runs, AuditTrail audit, InstantSource clock) {
    this.runs = runs;
    this.audit = audit;
    this.clock = clock;
  }

  /// Begins a run for this file, or claims the one that was interrupted on the same bytes.
  ///
  /// @param bytes the file's size
  /// @throws org.zhiheng.values.ProblemsException when the acting one may not import
  public ImportRun begin(Acting acting, IntakeKind kind, IntakeFile file, long bytes) {
    acting.must(Permission.IMPORT);
    Optional<ImportRun> interrupted =
        runs.resumable(acting.organisation(), kind.code(), file.digest().hex())
            .flatMap(run -> runs.claim(run.id()));
    ImportRun run =
        interrupted.orElseGet(() ->
            runs.start(
                acting.organisation(),
                kind.code(),
                file.name(),
                file.digest().hex(),
                bytes,
                acting.name(),
                clock.instant()));
    audit.keep(
        new AuditTrail.Entry(
            clock.instant(),
            acting.organisation(),
            acting.name(),
            interrupted.isPresent() ? "import-resume" : "import",
            run.id().toString(),
            kind.code() + " " + file.name() + " " + file.digest().brief()));
    return run;
  }

  /// Claims an interrupted or failed run to go on with it; empty when it is finished, somebody
  /// works on it, or the viewer has no such run.
  public Optional<ImportRun> claim(Acting acting, ImportId id) {
    acting.must(Permission.IMPORT);
    return runs.find(acting.organisation(), id).flatMap(run -> runs.claim(run.id()));
  }

  /// Reads the file from where the run stands and lands it. Returns the run as it ended: finished,
  /// interrupted by the watcher, or failed because the file could not be read.
  public ImportRun carryOut(ImportRun run, IntakeKind kind, IntakeFile file, Watcher watcher) {
    ImportRun.Counts counts = run.counts();
    try (ReadAhead ahead = ReadAhead.of(kind, file, run.through())) {
      Optional<ReadAhead.Stretch> next = ahead.next();
      while (next.isPresent()) {
        ReadAhead.Stretch stretch = next.get();
        counts =
            counts.plus(
                runs.land(
                    run,
                    stretch.notices(),
                    stretch.refused(),
                    stretch.problems(),
                    stretch.through()));
        if (stretch.full() && !watcher.landed(counts)) {
          return end(run, ImportRun.State.INTERRUPTED, "");
        }
        next = ahead.next();
      }
      return end(run, ImportRun.State.FINISHED, "");
    } catch (IOException failure) {
      String reason = String.valueOf(failure.getMessage());
      return end(run, ImportRun.State.FAILED, "The file could not be read: " + reason);
    } catch (InterruptedException stopped) {
      ImportRun ended = end(run, ImportRun.State.INTERRUPTED, "");
      Thread.currentThread().interrupt();
      return ended;
    }
  }

  /// Ends a run that cannot go on; it can be resumed.
  ///
  /// @param reason one sentence
  public ImportRun fail(ImportRun run, String reason) {
    return end(run, ImportRun.State.FAILED, reason);
  }

  /// One run.
  public Optional<ImportRun> find(Acting acting, ImportId id) {
    acting.must(Permission.READ);
    return runs.find(acting.organisation(), id);
  }

  /// Newest first.
  public List<ImportRun> list(Acting acting, Optional<ImportId> before, int limit) {
    acting.must(Permission.READ);
    return runs.list(acting.organisation(), before, limit);
  }

  /// What was refused, in the file's order.
  public List<Problem> problems(Acting acting, ImportId id, long from, int limit) {
    acting.must(Permission.READ);
    return runs.problems(acting.organisation(), id, from, limit);
  }

  private ImportRun end(ImportRun run, ImportRun.State state, String failure) {
    runs.end(run.id(), state, Problem.shown(failure), clock.instant());
    return runs.find(run.organisation(), run.id()).orElse(run);
  }

  /// Is told how far a run is, after each batch.
  @FunctionalInterface
  public interface Watcher {
    /// Takes the counts of the whole run so far; false stops the run here, and it can be resumed.
    boolean landed(ImportRun.Counts counts);
  }
}
