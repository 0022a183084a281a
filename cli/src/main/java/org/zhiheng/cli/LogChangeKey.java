package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.KeyChange;
import org.zhiheng.jobs.prove.KeyChanges;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.RetiredKey;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Changes keys.
@Command(
    name = "change-key",
    description = {
      "Changes the key that signs statements: makes a new one, lets the old one name it in a signed",
      "statement, and logs that. From then on the new key signs; what the old one signed holds on.",
      "A server may be running: it signs with the new key at once. Run again after a failure, it",
      "carries on."
    })
final class LogChangeKey implements Verb {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "USE",
      converter = OfUse.class,
      description = "What the keys sign: statement.")
  private KeyEvent.Use use = KeyEvent.Use.STATEMENT;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is stated and logged.")
  private String reason = "";

  @Option(
      names = "--destroy",
      description =
          "Destroy the old private key when it has named the new one, instead of putting it aside"
              + " in keys/retired. Nothing needs it any more.")
  private boolean destroy;

  LogChangeKey(Session session) {
    this.session = session;
  }

  /// `statement`
  static final class OfUse implements ITypeConverter<KeyEvent.Use> {
    @Override
    public KeyEvent.Use convert(String text) {
      return switch (text.strip()) {
        case "statement" -> KeyEvent.Use.STATEMENT;
        default -> throw new TypeConversionException("Keys sign statement: " + text);
      };
    }
  }

  @Override
  public ExitCode done() throws IOException {
    try (Workspace workspace = session.workspace()) {
      ProveDesk desk = workspace.proving().open();
      KeyChanges keys = desk.keys();
      Optional<KeyChange> open =
          keys.changeStatement(workspace.owner(), reason, destroy, EvidenceVerbs.PATIENCE);
      if (open.isPresent()) {
        session.say(
            "The new key signs already. That it came in the place of the old one waits for the log: "
                + EvidenceVerbs.WAITS);
      }
      session.output().sheet(open.map(LogChangeKey::waiting).orElseGet(() -> done(keys)));
      return ExitCode.DONE;
    }
  }

  private static Sheet waiting(KeyChange change) {
    return sheet(change.use(), change.stage().name(), change.old(), change.fresh());
  }

  private Sheet done(KeyChanges keys) {
    RetiredKey old = keys.retired(use).getLast();
    return sheet(use, "DONE", List.of(old.key()), List.of(keys.issuers().getLast().key()))
        .text("event", old.event().toString())
        .number("last", old.last());
  }

  private static Sheet sheet(
      KeyEvent.Use use, String stage, List<VerifierKey> old, List<VerifierKey> fresh) {
    return new Sheet()
        .text("use", use.word())
        .text("stage", stage.toLowerCase(java.util.Locale.ROOT))
        .text("old", lines(old))
        .text("new", lines(fresh));
  }

  private static String lines(List<VerifierKey> keys) {
    return keys.stream().map(VerifierKey::toString).collect(Collectors.joining(" "));
  }
}
