package org.zhiheng.cli;

import java.io.IOException;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Withdraws what was deposited.
@Command(
    name = "revoke",
    description = {
      "Withdraws evidence that was deposited: logs a signed statement that names it. Nothing is",
      "deleted; its bundle says from then on that the depositor withdrew it, and that it existed",
      "stays proved."
    })
final class EvidenceRevoke implements Verb {

  private final Session session;

  @Mixin private OneEvidence one = new OneEvidence();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is stated, and goes into bundles.")
  private String reason = "";

  EvidenceRevoke(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    try (Workspace workspace = session.workspace()) {
      ProveDesk desk = workspace.proving().open();
      EvidenceStore.Kept revocation =
          desk.revocations().revoke(workspace.owner(), one.id(), reason);
      EvidenceStore.Kept logged =
          desk.turn().await(workspace.owner(), revocation, EvidenceVerbs.PATIENCE);
      EvidenceVerbs.saidWhereWaiting(session, logged);
      EvidenceVerbs.sheet(session, logged);
      return ExitCode.DONE;
    }
  }
}
