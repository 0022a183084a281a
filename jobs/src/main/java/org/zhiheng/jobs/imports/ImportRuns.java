package org.zhiheng.jobs.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;

/// Import runs and what they brought.
///
/// [#land] is the one transaction that both takes a batch into the register and moves the run on:
/// after a kill, a batch is either in, with its counts and its position, or it never was. Durable
/// when a call returns. One process works on a run at a time: [#claim] sees to it.
public interface ImportRuns {

  /// A new run, in state running, claimed by the caller.
  ImportRun start(
      OrganisationId organisation,
      String kind,
      String fileName,
      String fileDigest,
      long fileBytes,
      String by,
      Instant at);

  /// Claims a run that was interrupted or failed and sets it running again; empty when another
  /// process works on it, or it is finished.
  Optional<ImportRun> claim(ImportId id);

  /// The newest run of this file that has not finished and that nobody works on.
  Optional<ImportRun> resumable(OrganisationId organisation, String kind, String fileDigest);

  /// Takes a batch in. Notices find their rights by number; what is new is appended, what the
  /// register knows is left.
  ///
  /// @param notices at most [#BATCH_MAX], in the file's order
  /// @param refused how many rows or documents of this stretch were refused
  /// @param problems why
  /// @param through the last position of this stretch
  /// @return the counts of this batch alone
  ImportRun.Counts land(
      ImportRun run, List<Notice> notices, long refused, List<Problem> problems, long through);

  /// Ends a run and lets it go.
  ///
  /// @param failure one sentence for state failed, else empty
  void end(ImportId id, ImportRun.State state, String failure, Instant at);

  /// One run. A run that is kept as running though no process works on it is told as interrupted.
  Optional<ImportRun> find(OrganisationId viewer, ImportId id);

  /// Newest first.
  List<ImportRun> list(OrganisationId viewer, Optional<ImportId> before, int limit);

  /// The problems of a run in the file's order, from this one on; at most [#PROBLEMS_MAX] are kept.
  List<Problem> problems(OrganisationId viewer, ImportId id, long from, int limit);

  /// Rows of one transaction: large enough for COPY, small enough to be redone.
  int BATCH_MAX = 5_000;

  /// Problems kept of one run; more are counted only. A file with more is wrong as a whole.
  int PROBLEMS_MAX = 10_000;
}
