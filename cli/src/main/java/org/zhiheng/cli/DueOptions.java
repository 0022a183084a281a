package org.zhiheng.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.jobs.administer.DocketBoard;
import picocli.CommandLine.Option;

/// Which deadlines of all rights are meant.
final class DueOptions {

  @Option(
      names = "--within",
      paramLabel = "DAYS",
      description = "How many days ahead (default: 30).",
      defaultValue = "30")
  private int within;

  @Option(names = "--missed", description = "What was missed instead.")
  private boolean missed;

  @Option(
      names = "--assigned",
      paramLabel = "NAME",
      description = "Only what this person was given.")
  private Optional<String> assigned = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most this many rows, to 500 (default: 100).",
      defaultValue = "100")
  private int limit;

  /// Refuses what is out of range, before a workspace is opened.
  void check() {
    Limits.check(limit);
    Limits.checkDays("--within", within);
  }

  DocketBoard.Query query(Workspace workspace, LocalDate today) {
    DocketBoard.Query query =
        DocketBoard.Query.of(
            workspace.owner().organisation(),
            missed ? DocketBoard.Show.MISSED : DocketBoard.Show.RUNNING,
            limit);
    if (!missed) {
      query = query.until(today.plusDays(within));
    }
    return assigned.isPresent() ? query.of(assigned.get()) : query;
  }
}
