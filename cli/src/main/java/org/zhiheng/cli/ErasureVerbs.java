package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhiheng evidence erase|hold|lift`
final class ErasureVerbs {

  private ErasureVerbs() {}

  /// Erases what opens a leaf.
  @Command(
      name = "erase",
      description = {
        "Destroys a statement, its salt and its files where law asks for that, and logs a notice:",
        "existed, content lawfully erased. A legal hold forbids it. It cannot be undone."
      })
  static final class Erase implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    @Option(
        names = "--basis",
        required = true,
        paramLabel = "RULE",
        description = "The rule that asks for it, such as \"PIPL art. 47\"; it is stated.")
    private String basis = "";

    Erase(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        ProveDesk desk = workspace.proving().open();
        EvidenceStore.Kept notice = desk.erasure().erase(workspace.owner(), one.id(), basis);
        EvidenceVerbs.sheet(
            session, desk.turn().await(workspace.owner(), notice, EvidenceVerbs.PATIENCE));
        return ExitCode.DONE;
      }
    }
  }

  /// Holds evidence.
  @Command(name = "hold", description = "Sets a legal hold: the evidence cannot be erased then.")
  static final class Hold implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "For which case it stands.")
    private String reason = "";

    Hold(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        ProveDesk desk = workspace.proving().open();
        desk.erasure().hold(workspace.owner(), one.id(), reason);
        holds(session, desk.erasure().holds(workspace.owner(), one.id()));
        return ExitCode.DONE;
      }
    }
  }

  /// Lifts the holds on evidence.
  @Command(name = "lift", description = "Lifts the legal holds that stand on evidence.")
  static final class Lift implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    Lift(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        ProveDesk desk = workspace.proving().open();
        desk.erasure().lift(workspace.owner(), one.id());
        holds(session, desk.erasure().holds(workspace.owner(), one.id()));
        return ExitCode.DONE;
      }
    }
  }

  private static void holds(Session session, List<EvidenceStore.Hold> holds) {
    try (Listing listing =
        session
            .output()
            .listing(
                Column.number("hold"),
                Column.text("evidence"),
                Column.text("since"),
                Column.text("by"),
                Column.text("reason"),
                Column.text("lifted"))) {
      for (EvidenceStore.Hold hold : holds) {
        listing.row(
            Long.toString(hold.number()),
            hold.evidence().toString(),
            hold.at().toString(),
            hold.by(),
            hold.reason(),
            hold.lifted().map(Object::toString).orElse(""));
      }
    }
  }
}
