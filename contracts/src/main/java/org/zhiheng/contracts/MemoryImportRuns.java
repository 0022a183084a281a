package org.zhiheng.contracts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;

/// Import runs in memory. Its process is the only one: what is running is claimed.
final class MemoryImportRuns implements ImportRuns {

  private final MemoryRegister register;
  private final MemoryRights rights;
  private final Map<ImportId, ImportRun> runs =
      new TreeMap<>(Comparator.comparingLong(ImportId::number));
  private final Map<ImportId, List<Problem>> problems =
      new TreeMap<>(Comparator.comparingLong(ImportId::number));

  MemoryImportRuns(MemoryRegister register) {
    this.register = register;
    this.rights = new MemoryRights(register);
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
    return register.alone(() -> {
      ImportRun run =
          new ImportRun(
              new ImportId(runs.size() + 1L),
              organisation,
              kind,
              fileName,
              fileDigest,
              fileBytes,
              by,
              at,
              Optional.empty(),
              ImportRun.State.RUNNING,
              ImportRun.Counts.NONE,
              0,
              "");
      runs.put(run.id(), run);
      problems.put(run.id(), new ArrayList<>());
      return run;
    });
  }

  @Override
  public Optional<ImportRun> claim(ImportId id) {
    return register.alone(() ->
        Optional.ofNullable(runs.get(id))
            .filter(MemoryImportRuns::lies)
            .map(run -> {
              ImportRun claimed = with(run, ImportRun.State.RUNNING, Optional.empty(), "");
              runs.put(id, claimed);
              return claimed;
            }));
  }

  private static boolean lies(ImportRun run) {
    return switch (run.state()) {
      case INTERRUPTED, FAILED -> true;
      case RUNNING, FINISHED -> false;
    };
  }

  @Override
  public Optional<ImportRun> resumable(
      OrganisationId organisation, String kind, String fileDigest) {
    return register.alone(() ->
        runs.values().stream()
            .filter(run -> run.organisation().equals(organisation))
            .filter(run -> run.kind().equals(kind) && run.fileDigest().equals(fileDigest))
            .filter(MemoryImportRuns::lies)
            .max(Comparator.comparingLong(run -> run.id().number())));
  }

  @Override
  public ImportRun.Counts land(
      ImportRun run, List<Notice> notices, long refused, List<Problem> found, long through) {
    if (notices.size() > BATCH_MAX) {
      throw new IllegalArgumentException("notices must be <= " + BATCH_MAX);
    }
    return register.alone(() -> {
      ImportRun kept = Optional.ofNullable(runs.get(run.id())).orElseThrow();
      if (kept.state() != ImportRun.State.RUNNING) {
        throw new IllegalStateException("the run is not running: " + run.id());
      }
      List<Problem> all = new ArrayList<>(found);
      long taken = 0;
      for (Notice notice : notices) {
        MemoryRegister.Kept right =
            rights
                .first(run.organisation(), notice)
                .orElseGet(() -> register.add(run.organisation(), notice.kind(), notice.office()));
        all.addAll(conflicts(right, notice));
        taken += rights.land(right, notice, run.id().toString()) ? 1 : 0;
      }
      List<Problem> own = problems.getOrDefault(run.id(), new ArrayList<>());
      own.addAll(all.subList(0, Math.min(all.size(), PROBLEMS_MAX - own.size())));
      ImportRun.Counts counts =
          new ImportRun.Counts(notices.size() + refused, taken, refused, notices.size() - taken);
      runs.put(
          run.id(),
          new ImportRun(
              kept.id(),
              kept.organisation(),
              kept.kind(),
              kept.fileName(),
              kept.fileDigest(),
              kept.fileBytes(),
              kept.by(),
              kept.startedAt(),
              kept.endedAt(),
              kept.state(),
              kept.counts().plus(counts),
              through,
              kept.failure()));
      return counts;
    });
  }

  private List<Problem> conflicts(MemoryRegister.Kept right, Notice notice) {
    List<Problem> conflicts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RightNumber number : notice.numbers()) {
      if (seen.add(number.key())
          && register
              .holder(right.owner, number.key())
              .filter(holder -> holder != right)
              .isPresent()) {
        conflicts.add(
            new Problem(
                "number-conflict",
                notice.source().position(),
                number.text(),
                "This number is another right's.",
                notice.source().name()));
      }
    }
    return conflicts;
  }

  @Override
  public void end(ImportId id, ImportRun.State state, String failure, Instant at) {
    register.alone(
        () -> runs.computeIfPresent(id, (_, run) -> with(run, state, Optional.of(at), failure)));
  }

  @Override
  public Optional<ImportRun> find(OrganisationId viewer, ImportId id) {
    return register.alone(
        () -> Optional.ofNullable(runs.get(id)).filter(run -> run.organisation().equals(viewer)));
  }

  @Override
  public List<ImportRun> list(OrganisationId viewer, Optional<ImportId> before, int limit) {
    return register.alone(() ->
        runs.values().stream()
            .filter(run -> run.organisation().equals(viewer))
            .filter(run -> before.map(last -> run.id().number() < last.number()).orElse(true))
            .sorted(Comparator.comparingLong((ImportRun run) -> run.id().number()).reversed())
            .limit(limit)
            .toList());
  }

  @Override
  public List<Problem> problems(OrganisationId viewer, ImportId id, long from, int limit) {
    return register.alone(() ->
        find(viewer, id)
            .map(run -> problems.getOrDefault(run.id(), List.of()))
            .orElse(List.of())
            .stream()
            .skip(from)
            .limit(limit)
            .toList());
  }

  private static ImportRun with(
      ImportRun run, ImportRun.State state, Optional<Instant> endedAt, String failure) {
    return new ImportRun(
        run.id(),
        run.organisation(),
        run.kind(),
        run.fileName(),
        run.fileDigest(),
        run.fileBytes(),
        run.by(),
        run.startedAt(),
        endedAt,
        state,
        run.counts(),
        run.through(),
        failure);
  }
}
