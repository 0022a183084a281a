package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.prove.Anchorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng log anchor`
final class LogAnchoring {

  private LogAnchoring() {}

  /// Has a checkpoint anchored.
  @Command(
      name = "anchor",
      description = {
        "Puts the digests of the checkpoint that was stamped last, or of the published one, on",
        "the chains of log/chains, unless they are there; ends with 4 when no chain took them."
      })
  static final class Anchor implements Verb {

    private static final int VERIFIED_MAX = 100;

    private final Session session;

    @Option(
        names = "--verify",
        description = {
          "Ask the chains instead whether they still have what they gave, the newest hundred;",
          "ends with 4 unless they have."
        })
    private boolean verify;

    Anchor(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        Anchorer anchorer = workspace.proving().open().anchorer();
        boolean due = anchorer.due();
        List<Anchorer.Outcome> outcomes =
            verify ? anchorer.verify(VERIFIED_MAX) : anchorer.anchor();
        try (Listing listing =
            session
                .output()
                .listing(Column.text("chain"), Column.truth("holds"), Column.text("reason"))) {
          for (Anchorer.Outcome one : outcomes) {
            listing.row(one.chain(), Boolean.toString(one.holds()), one.reason());
          }
        }
        if (outcomes.isEmpty()) {
          session.say(
              "Nobody was asked: what is published is anchored, or log/chains names no chain.");
        }
        boolean good =
            verify
                ? outcomes.stream().allMatch(Anchorer.Outcome::holds)
                : !due || outcomes.stream().anyMatch(Anchorer.Outcome::holds);
        return good ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
      }
    }
  }
}
