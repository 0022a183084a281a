package org.zhiheng.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;

/// Three made-up runs, one of each standing.
final class SampleRuns implements ImportRuns {

  private static final List<ImportRun> ALL =
      List.of(
          run(
              3,
              "uspto-grants.zip",
              "uspto-xml",
              ImportRun.State.INTERRUPTED,
              new ImportRun.Counts(15_000, 14_960, 40, 0),
              ""),
          run(
              2,
              "gazette-2019-37.csv",
              "cnipa-gazette-csv",
              ImportRun.State.RUNNING,
              new ImportRun.Counts(25_000, 24_811, 9, 180),
              ""),
          run(
              1,
              "gazette-2019-36.csv",
              "cnipa-gazette-csv",
              ImportRun.State.FINISHED,
              new ImportRun.Counts(37_486, 37_470, 16, 0),
              ""));

  private static ImportRun run(
      long id,
      String file,
      String kind,
      ImportRun.State state,
      ImportRun.Counts counts,
      String failure) {
    Instant started = Instant.parse("2026-11-22T01:29:00Z");
    return new ImportRun(
        new ImportId(id),
        SampleRights.OURS,
        kind,
        file,
        "cd".repeat(32),
        31_457_280,
        "li.na",
        started,
        state == ImportRun.State.RUNNING ? Optional.empty() : Optional.of(started.plusSeconds(12)),
        state,
        counts,
        counts.read(),
        failure);
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
    return ALL.getLast();
  }

  @Override
  public Optional<ImportRun> claim(ImportId id) {
    return Optional.empty();
  }

  @Override
  public Optional<ImportRun> resumable(
      OrganisationId organisation, String kind, String fileDigest) {
    return Optional.empty();
  }

  @Override
  public ImportRun.Counts land(
      ImportRun run, List<Notice> notices, long refused, List<Problem> problems, long through) {
    return ImportRun.Counts.NONE;
  }

  @Override
  public void end(ImportId id, ImportRun.State state, String failure, Instant at) {}

  @Override
  public Optional<ImportRun> find(OrganisationId viewer, ImportId id) {
    return ALL.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  @Override
  public List<ImportRun> list(OrganisationId viewer, Optional<ImportId> before, int limit) {
    return ALL;
  }

  @Override
  public List<Problem> problems(OrganisationId viewer, ImportId id, long from, int limit) {
    return LongStream.range(0, id.number() == 1 ? 16 : 0)
        .mapToObj(row ->
            Problem.of(
                "cn-check-digit",
                "line " + (row * 731 + 17),
                "20193048" + row + "512.3",
                "The check digit of 201930480512 is 7, not 3."))
        .toList();
  }
}
