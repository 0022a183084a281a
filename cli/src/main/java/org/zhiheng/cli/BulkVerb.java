package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.administer.DeadlineName;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhiheng deadline bulk`: many deadlines closed, or given to somebody, after a look at them.
@Command(
    name = "bulk",
    description = {
      "Gives many deadlines to a person, or closes them with a reason. Shows which they are;",
      "changes them with --yes only."
    })
final class BulkVerb implements Verb {

  private final Session session;

  @Option(names = "--do", required = true, paramLabel = "WHAT", description = "assign or close.")
  private String what = "";

  @Option(names = "--text", required = true, paramLabel = "TEXT", description = "To whom, or why.")
  private String text = "";

  @Mixin private DueOptions due = new DueOptions();

  @Option(names = "--rule", paramLabel = "ID", description = "Only deadlines by this rule.")
  private Optional<String> rule = Optional.empty();

  @Option(names = "--yes", description = "Change them.")
  private boolean yes;

  BulkVerb(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    due.check();
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
      DocketBoard.Query query = due.query(workspace, desk.docket().today());
      List<DocketBoard.Row> rows =
          desk.board().page(rule.isPresent() ? query.by(rule.get()) : query);
      list(rows, desk);
      if (!yes) {
        session.say(rows.size() + " deadlines; nothing was changed. Say --yes to change them.");
        return ExitCode.DONE;
      }
      List<Problem> refused =
          desk.docket()
              .noteAll(workspace.owner(), rows.stream().map(DeadlineName::of).toList(), done, text);
      session.say((rows.size() - refused.size()) + " deadlines changed.");
      if (!refused.isEmpty()) {
        throw new ProblemsException(refused);
      }
    }
    return ExitCode.DONE;
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
