package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Replaces what was deposited with a newer version.
@Command(
    name = "supersede",
    description = {
      "Deposits files as the new version of what was deposited: logs a signed statement that names",
      "the earlier one and states what that stated, as far as nothing else is said. Nothing is",
      "deleted; as use or as a licence the newest version counts alone."
    })
final class EvidenceSupersede implements Verb {

  private final Session session;

  @Mixin private OneEvidence one = new OneEvidence();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of the new version; of a folder, all that is in it.")
  private List<Path> files = List.of();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What it is, for lists (default: as before).")
  private String title = "";

  @Option(
      names = "--fact",
      paramLabel = "NAME=TEXT",
      description = {
        "Something that is stated in the place of what was stated under this name, or beside it;",
        "may be given several times."
      })
  private List<String> facts = List.of();

  EvidenceSupersede(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    try (Workspace workspace = session.workspace()) {
      ProveDesk desk = workspace.proving().open();
      EvidenceStore.Kept kept =
          desk.versions()
              .replace(
                  workspace.owner(),
                  one.id(),
                  new Versions.Change(
                      title, EvidenceVerbs.stated(facts), EvidenceVerbs.sources(session, files)));
      EvidenceStore.Kept logged =
          desk.turn().await(workspace.owner(), kept, EvidenceVerbs.PATIENCE);
      EvidenceVerbs.saidWhereWaiting(session, logged);
      EvidenceVerbs.sheet(session, logged);
      return ExitCode.DONE;
    }
  }
}
