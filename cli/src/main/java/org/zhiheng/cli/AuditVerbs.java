package org.zhiheng.cli;

import java.io.IOException;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.report.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng audit list`
final class AuditVerbs {

  private AuditVerbs() {}

  /// Lists what was done.
  @Command(name = "list", description = "Lists what was changed and taken out, newest first.")
  static final class ListEntries implements Verb {

    private final Session session;

    @Option(names = "--before", paramLabel = "N", description = "Those before this number.")
    private Optional<Long> before = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    ListEntries(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.number("number"),
                      Column.text("at"),
                      Column.text("who"),
                      Column.text("action"),
                      Column.text("subject"),
                      Column.text("detail"))) {
        workspace.owner().must(Permission.AUDIT);
        for (AuditTrail.Kept kept :
            workspace.trail().page(workspace.owner().organisation(), before, limit)) {
          AuditTrail.Entry entry = kept.entry();
          listing.row(
              () -> RecordJson.text(out -> RecordJson.kept(kept, out)),
              Long.toString(kept.number()),
              entry.at().toString(),
              entry.who(),
              entry.action(),
              entry.subject(),
              entry.detail());
        }
        if (listing.rows() == 0) {
          session.say("Nothing was done yet.");
        }
      }
      return ExitCode.DONE;
    }
  }
}
