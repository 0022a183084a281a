package org.zhiheng.jobs.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.values.Digest;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.Parsed;

/// Takes uploaded files and imports them in the background, one after the other.
///
/// An upload is kept under its digest before its run begins, so that a run whose process was killed
/// can go on: [#resume] does that, and [#resumeAll] at the start of a server. Safe for many
/// threads.
public final class ImportDesk implements AutoCloseable {

  /// Runs under way and waiting; more are told to come back.
  public static final int RUNS_MAX = 8;

  /// How long [#close] waits for a batch to end.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration COME_BACK = Duration.ofSeconds(30);

  private final Imports imports;
  private final Documents documents;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("imports").daemon().factory());

  /// Runs under way or waiting, and who watches them. Guarded by the map itself.
  private final Map<ImportId, List<Consumer<ImportRun>>> watched = new ConcurrentHashMap<>();

  /// Set by [#close]; read after each batch.
  private volatile boolean closing;

  /// Over these.
  public ImportDesk(Imports imports, Documents documents) {
    this.imports = imports;
    this.documents = documents;
  }

  /// Keeps the upload and begins its run, or goes on with the one that was interrupted on the same
  /// bytes.
  ///
  /// @param bytesMax the largest upload that is taken
  /// @throws IOException when the upload cannot be kept
  /// @throws Busy when too many runs wait
  public ImportRun submit(
      Acting acting, IntakeKind kind, String fileName, InputStream upload, long bytesMax)
      throws IOException {
    acting.must(Permission.IMPORT);
    if (watched.size() >= RUNS_MAX) {
      throw new Busy(COME_BACK);
    }
    Documents.Kept kept = documents.keep(upload, bytesMax);
    IntakeFile file = file(fileName, kept.digest());
    ImportRun run = imports.begin(acting, kind, file, kept.bytes());
    queue(run, kind, file);
    return run;
  }

  /// Goes on with a run whose upload is still kept; empty when it is finished, under way, or was
  /// not uploaded here.
  ///
  /// @throws IOException when the store of documents cannot be read
  public Optional<ImportRun> resume(Acting acting, ImportId id) throws IOException {
    Optional<ImportRun> found = imports.find(acting, id);
    if (found.isEmpty() || !resumable(found.get())) {
      return Optional.empty();
    }
    Optional<ImportRun> claimed = imports.claim(acting, id);
    claimed.ifPresent(run ->
        queue(
            run,
            IntakeKind.parse(run.kind()).orThrow(),
            file(run.fileName(), new Digest(run.fileDigest()))));
    return claimed;
  }

  /// Goes on with every run of the organisation that was interrupted and whose upload is kept.
  ///
  /// @throws IOException when the store of documents cannot be read
  public int resumeAll(Acting acting) throws IOException {
    int resumed = 0;
    for (ImportRun run : imports.list(acting, Optional.empty(), RUNS_MAX)) {
      if (run.state() == ImportRun.State.INTERRUPTED && resume(acting, run.id()).isPresent()) {
        resumed++;
      }
    }
    return resumed;
  }

  /// Tells how a run stands, after each batch and at its end, until the watch is closed. A run that
  /// is not under way here is told once.
  ///
  /// @return closes the watch
  public Watch watch(Acting acting, ImportId id, Consumer<ImportRun> watcher) {
    Optional<ImportRun> now = imports.find(acting, id);
    if (now.isEmpty()) {
      return () -> {};
    }
    List<Consumer<ImportRun>> watchers = watched.get(id);
    if (watchers != null) {
      watchers.add(watcher);
    }
    watcher.accept(now.get());
    return () -> {
      if (watchers != null) {
        watchers.remove(watcher);
      }
    };
  }

  /// Lets the batch under way end, leaves the rest to be resumed, and takes nothing more.
  @Override
  public void close() {
    closing = true;
    worker.shutdown();
    try {
      if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /// Ends a watch.
  @FunctionalInterface
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  private boolean resumable(ImportRun run) throws IOException {
    boolean open =
        switch (run.state()) {
          case INTERRUPTED, FAILED -> true;
          case RUNNING, FINISHED -> false;
        };
    return open
        && IntakeKind.parse(run.kind()) instanceof Parsed.Ok<IntakeKind>
        && documents.bytes(new Digest(run.fileDigest())).isPresent();
  }

  private void queue(ImportRun run, IntakeKind kind, IntakeFile file) {
    watched.put(run.id(), new CopyOnWriteArrayList<>());
    worker.execute(() -> carryOut(run, kind, file));
  }

  private void carryOut(ImportRun run, IntakeKind kind, IntakeFile file) {
    boolean ended = false;
    try {
      ImportRun end =
          closing
              ? run
              : imports.carryOut(
                  run,
                  kind,
                  file,
                  counts -> {
                    tell(run.id(), with(run, counts));
                    return !closing;
                  });
      ended = true;
      tell(run.id(), end);
    } finally {
      watched.remove(run.id());
      if (!ended) {
        imports.fail(run, "The register could not take the file; what was landed is kept.");
      }
    }
  }

  private void tell(ImportId id, ImportRun run) {
    List<Consumer<ImportRun>> watchers = watched.get(id);
    if (watchers != null) {
      watchers.forEach(watcher -> watcher.accept(run));
    }
  }

  private static ImportRun with(ImportRun run, ImportRun.Counts counts) {
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
        run.state(),
        counts,
        run.through(),
        run.failure());
  }

  private IntakeFile file(String name, Digest digest) {
    return new IntakeFile(
        name,
        digest,
        () ->
            documents
                .open(digest)
                .orElseThrow(() -> new IOException("the upload is gone: " + digest.brief())));
  }
}
