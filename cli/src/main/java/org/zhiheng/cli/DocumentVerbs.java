package org.zhiheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng document show`
final class DocumentVerbs {

  private DocumentVerbs() {}

  /// Writes a document out.
  @Command(
      name = "show",
      description = "Writes a document that is attached to a right to a file or to stdout.")
  static final class ShowDocument implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "RIGHT",
        description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Parameters(
        index = "1",
        paramLabel = "DIGEST",
        converter = Options.OfDigest.class,
        description = "The document's SHA-256, as `right show` lists it.")
    private Optional<Digest> digest = Optional.empty();

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Where to write; a file that is there is left alone.")
    private Optional<Path> out = Optional.empty();

    ShowDocument(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Digest asked = digest.orElseThrow();
      try (Workspace workspace = session.workspace()) {
        Records.OpenDocument document =
            workspace
                .records()
                .document(workspace.owner(), Meant.one(workspace, typed), asked)
                .orElseThrow(() ->
                    new ProblemsException(
                        Problem.of(
                            "not-found",
                            "",
                            asked.hex(),
                            "No such document is attached to this right.")));
        try (InputStream content = document.content()) {
          if (out.isPresent()) {
            Files.copy(content, session.around().folder().resolve(out.get()));
            session.say(
                document.attached().name() + " (" + document.attached().mediaType() + ") written.");
          } else {
            content.transferTo(session.out());
            session.out().flush();
          }
        }
      }
      return ExitCode.DONE;
    }
  }
}
