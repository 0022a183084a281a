package org.zhiheng.cli;

import org.zhiheng.jobs.prove.EvidenceId;
import picocli.CommandLine.Parameters;

/// The one piece of evidence that a command is about.
final class OneEvidence {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      converter = Options.OfEvidence.class,
      description = "Its id (EV7).")
  private EvidenceId id = new EvidenceId(1);

  /// Which.
  EvidenceId id() {
    return id;
  }
}
