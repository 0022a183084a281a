package org.zhiheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.ledger.bundle.BundleWriter;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.verifier.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng evidence export|verify`
final class BundleVerbs {

  private BundleVerbs() {}

  /// Writes a bundle.
  @Command(
      name = "export",
      description = {
        "Writes evidence as a bundle (.ipev) that anybody can check offline: statement, files,",
        "proofs by both trees, what others stamped, and how to check it by hand."
      })
  static final class Export implements Verb {

    private static final String ABROAD =
        "Before a bundle with evidence from China leaves for proceedings abroad: State Council"
            + " Decree 801 (in force 2025-05-01, arts. 12 to 14) lets evidence go abroad only"
            + " through treaty channels or with leave. Ask counsel first.";

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "Where to write; a file that is there is left alone.")
    private Path out = Path.of("");

    Export(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path target = session.around().folder().resolve(out);
      try (Workspace workspace = session.workspace()) {
        ProveDesk desk = workspace.proving().open();
        EvidenceStore.Kept kept =
            desk.book()
                .show(workspace.owner(), one.id())
                .orElseThrow(() -> EvidenceVerbs.missing(one.id()));
        desk.turn()
            .until(() -> desk.exports().ready(workspace.owner(), one.id()), EvidenceVerbs.PATIENCE);
        if (Files.exists(target)) {
          throw new FileAlreadyExistsException(target.toString());
        }
        session.say(ABROAD);
        BundleWriter.Written written = written(desk, workspace, target);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", one.id().toString())
                    .number("index", kept.index())
                    .text("out", target.toString())
                    .number("bytes", written.sizeBytes())
                    .text("sha256", written.digest().hex()));
        return ExitCode.DONE;
      }
    }

    /// Under its name only when it is whole.
    private BundleWriter.Written written(ProveDesk desk, Workspace workspace, Path target)
        throws IOException {
      Path aside = target.resolveSibling(target.getFileName() + ".part");
      try {
        BundleWriter.Written written;
        try (OutputStream to =
            new BufferedOutputStream(Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW))) {
          written = desk.exports().export(workspace.owner(), one.id(), to);
        }
        Files.move(aside, target);
        return written;
      } finally {
        Files.deleteIfExists(aside);
      }
    }
  }

  /// Verifies a bundle.
  @Command(
      name = "verify",
      description = {
        "Verifies a bundle offline, without a workspace: five verdicts, each with its reason",
        "(statement, inclusion, witness, time, anchor). Ends with 4 unless all holds that is asked."
      })
  static final class Verify implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle (.ipev).")
    private Path bundle = Path.of("");

    @Option(
        names = "--policy",
        paramLabel = "FILE",
        description = {
          "What is asked: logs, witnesses and quorum as C2SP tlog-policy writes them; a line",
          "\"#require time anchor\" asks for more (default: statement and inclusion must hold)."
        })
    private Optional<Path> policy = Optional.empty();

    @Option(
        names = "--trust",
        paramLabel = "DIR",
        description = {
          "Whose keys count: logs.txt, witnesses.txt, issuers.txt with a key a line,",
          "certificates of time authorities, chain.txt with what is known of outside chains",
          "(default: the bundle is taken at its own word)."
        })
    private Optional<Path> trust = Optional.empty();

    Verify(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path folder = session.around().folder();
      Verdicts verdicts =
          Verification.offline(session.around().clock().instant())
              .of(folder.resolve(bundle), policy.map(folder::resolve), trust.map(folder::resolve));
      switch (session.format()) {
        case JSON -> session.out().println(verdicts.json().toText());
        case TEXT, CSV -> session.out().print(verdicts.text());
      }
      return verdicts.holds() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
    }
  }
}
