package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.KeyChange;
import org.zhiheng.jobs.prove.KeyChanges;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.RetiredKey;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
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
      "Or changes the keys that sign checkpoints: new ones sign beside the old ones, until --finish.",
      "A server may be running: it signs with the new keys at once. Run again after a failure, it",
      "carries on."
    })
final class LogChangeKey implements Verb {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "USE",
      converter = OfUse.class,
      description = "What the keys sign: statement or log.")
  private KeyEvent.Use use = KeyEvent.Use.STATEMENT;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is stated and logged.")
  private String reason = "";

  @Option(
      names = "--finish",
      description = "Of the log: let the old keys end, when every witness signed with the new one.")
  private boolean finish;

  @Option(
      names = "--anyway",
      description = "With --finish: although a witness has not signed; the reason says why.")
  private boolean anyway;

  @Option(
      names = "--destroy",
      description =
          "Destroy the old private keys at the end, instead of putting them aside in keys/retired."
              + " Nothing needs them any more.")
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
        case "log" -> KeyEvent.Use.LOG;
        default ->
            throw new TypeConversionException("Keys sign statement or log: " + Problem.shown(text));
      };
    }
  }

  @Override
  public ExitCode done() throws IOException {
    boolean begins = use == KeyEvent.Use.LOG && !finish;
    if ((use == KeyEvent.Use.STATEMENT && finish) || (anyway && !finish) || (begins && destroy)) {
      throw new ProblemsException(
          Problem.of(
              "key-change",
              "",
              use.word(),
              "--finish is of the log's keys; --anyway goes with it, and of the log --destroy too."));
    }
    try (Workspace workspace = session.workspace()) {
      ProveDesk desk = workspace.proving().open();
      KeyChanges keys = desk.keys();
      Optional<KeyChange> open =
          switch (use) {
            case STATEMENT ->
                keys.changeStatement(workspace.owner(), reason, destroy, EvidenceVerbs.PATIENCE);
            case LOG ->
                finish
                    ? keys.finishLog(
                        workspace.owner(),
                        reason,
                        destroy,
                        anyway ? KeyChanges.Unwitnessed.ACCEPT : KeyChanges.Unwitnessed.REFUSE,
                        EvidenceVerbs.PATIENCE)
                    : Optional.of(
                        keys.changeLog(workspace.owner(), reason, EvidenceVerbs.PATIENCE));
          };
      open.filter(one -> one.stage() != KeyChange.Stage.BOTH)
          .ifPresent(_ ->
              session.say(
                  "The new key signs already. The statement of the change waits for the log: "
                      + EvidenceVerbs.WAITS));
      session.output().sheet(open.map(LogChangeKey::underWay).orElseGet(() -> done(keys, desk)));
      return ExitCode.DONE;
    }
  }

  private static Sheet underWay(KeyChange change) {
    return sheet(change.use(), change.stage().name(), change.old(), change.fresh());
  }

  private Sheet done(KeyChanges keys, ProveDesk desk) {
    List<RetiredKey> retired = keys.retired(use);
    RetiredKey last = retired.getLast();
    return sheet(
            use,
            "DONE",
            retired.stream()
                .filter(one -> one.event().equals(last.event()))
                .map(RetiredKey::key)
                .toList(),
            switch (use) {
              case STATEMENT -> List.of(keys.issuers().getLast().key());
              case LOG -> desk.log().keys();
            })
        .text("event", last.event().toString())
        .number("last", last.last());
  }

  private static Sheet sheet(
      KeyEvent.Use use, String stage, List<VerifierKey> old, List<VerifierKey> fresh) {
    return new Sheet()
        .text("use", use.word())
        .text("stage", stage.toLowerCase(Locale.ROOT))
        .text("old", lines(old))
        .text("new", lines(fresh));
  }

  private static String lines(List<VerifierKey> keys) {
    return keys.stream().map(VerifierKey::toString).collect(Collectors.joining(" "));
  }
}
