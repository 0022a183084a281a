package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng deadline bulk`: many deadlines closed, or given to somebody, after a look at them.
@Command(
    name = "bulk",
    description = {
      "Gives many deadlines to a person, or closes them with a reason. Shows which they are;",
      "changes them with --yes only."
    })
final class BulkVerb implements Verb {

  private static final int WITHIN_MAX = 36_600;

  private final Session session;

  @Option(names = "--do", required = true, paramLabel = "WHAT", description = "assign or close.")
  private String what = "";

  @Option(names = "--text", required = true, paramLabel = "TEXT", description = "To whom, or why.")
  private String text = "";

  @Option(
      names = "--within",
      paramLabel = "DAYS",
      description = "Those that run and are due so many days ahead (default: 30).",
      defaultValue = "30")
  private int within;

  @Option(names = "--missed", description = "Those that were missed instead.")
  private boolean missed;

  @Option(names = "--rule", paramLabel = "ID", description = "Only deadlines by this rule.")
  private Optional<String> rule = Optional.empty();

  @Option(names = "--assigned", paramLabel = "NAME", description = "Only what this person has.")
  private Optional<String> assigned = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most this many, to 500 (default: 100).",
      defaultValue = "100")
  private int limit;

  @Option(names = "--yes", description = "Change them.")
  private boolean yes;

  BulkVerb(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    Limits.check(limit);
    if (within < 0 || within > WITHIN_MAX) {
      throw new ProblemsException(
          Problem.of(
              "limit",
              "--within",
              Integer.toString(within),
              "It is from 0 to " + WITHIN_MAX + "."));
    }
    DocketNotes.What done =
        DocketNotes.What.of(what)
            // what is closed stands in no list of these
            .filter(one -> one != DocketNotes.What.REOPEN)
            .orElseThrow(() ->
                new ProblemsException(Problem.of("usage", "--do", what, "It is assign or close.")));
    try (Workspace workspace = session.workspace()) {
      AdministerDesk desk = workspace.administering().open();
      desk.keeper().catchUp();
      rule.ifPresent(id -> desk.docket().deadlines().book().rule(id).orThrow());
      List<DocketBoard.Row> rows = desk.board().page(query(workspace, desk.docket().today()));
      list(rows, desk);
      if (!yes) {
        session.say(rows.size() + " deadlines; nothing was changed. Say --yes to change them.");
        return ExitCode.DONE;
      }
      List<Problem> refused = desk.docket().noteAll(workspace.owner(), rows, done, text);
      session.say((rows.size() - refused.size()) + " deadlines changed.");
      if (!refused.isEmpty()) {
        throw new ProblemsException(refused);
      }
    }
    return ExitCode.DONE;
  }

  private DocketBoard.Query query(Workspace workspace, LocalDate today) {
    DocketBoard.Query query =
        DocketBoard.Query.of(
            workspace.owner().organisation(),
            missed ? DocketBoard.Show.MISSED : DocketBoard.Show.RUNNING,
            limit);
    if (!missed) {
      query = query.until(today.plusDays(within));
    }
    if (rule.isPresent()) {
      query = query.by(rule.get());
    }
    if (assigned.isPresent()) {
      query = query.of(assigned.get());
    }
    return query;
  }

  private void list(List<DocketBoard.Row> rows, AdministerDesk desk) {
    try (Listing listing =
        session
            .output()
            .listing(
                Column.text("due"),
                Column.text("right"),
                Column.text("number"),
                Column.text("title"),
                Column.text("assigned"),
                Column.text("key"))) {
      for (DocketBoard.Row row : rows) {
        listing.row(
            () ->
                RecordJson.text(
                    out -> DocketJson.write(row, desk.docket().deadlines().book(), out)),
            row.due().map(LocalDate::toString).orElse(""),
            row.right().toString(),
            row.number(),
            row.title(),
            row.assigned(),
            row.key());
      }
    }
  }
}
