package org.zhiheng.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.OutputFormat;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.KeyChanges;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.jobs.prove.Renewer;
import org.zhiheng.jobs.prove.RetiredKey;
import org.zhiheng.jobs.prove.Stamper;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng log checkpoint|prove|fsck|stamp|keys`
final class LogVerbs {

  private LogVerbs() {}

  /// Shows the published checkpoint.
  @Command(
      name = "checkpoint",
      description = {
        "Shows the log's published checkpoint as it was signed; with --format json its parts."
      })
  static final class ShowCheckpoint implements Verb {

    private final Session session;

    ShowCheckpoint(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        Optional<SignedNote> note = workspace.proving().open().log().checkpoint();
        if (note.isEmpty()) {
          throw new ProblemsException(
              Problem.of("not-found", "", "", "Nothing was logged in this workspace yet."));
        }
        if (session.format() == OutputFormat.TEXT) {
          session.out().print(note.get());
          return ExitCode.DONE;
        }
        Checkpoint checkpoint = Checkpoint.parse(note.get().text()).orThrow();
        session
            .output()
            .sheet(
                new Sheet()
                    .text("origin", checkpoint.origin())
                    .number("size", checkpoint.head().size())
                    .text("root", checkpoint.head().root().base64())
                    .table(
                        "signatures",
                        List.of(Column.text("name"), Column.text("keyId")),
                        note.get().signatures().stream()
                            .map(line -> List.of(line.name(), Integer.toHexString(line.keyId())))
                            .toList()));
        return ExitCode.DONE;
      }
    }
  }

  /// Proves that an entry is in the log.
  @Command(
      name = "prove",
      description = {
        "Proves that an entry is in the published log: index, path and signed checkpoint, as",
        "C2SP tlog-proof writes them."
      })
  static final class Prove implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "INDEX", description = "Of the entry, from 0.")
    private long index;

    Prove(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        LogProof proof = workspace.proving().open().log().proof(index);
        if (session.format() == OutputFormat.TEXT) {
          session.out().print(proof);
          return ExitCode.DONE;
        }
        Checkpoint checkpoint = proof.stated();
        session
            .output()
            .sheet(
                new Sheet()
                    .number("index", proof.inclusion().index())
                    .number("size", checkpoint.head().size())
                    .text("root", checkpoint.head().root().base64())
                    .table(
                        "path",
                        List.of(Column.text("hash")),
                        proof.inclusion().path().stream()
                            .map(hash -> List.of(hash.base64()))
                            .toList())
                    .text("proof", proof.toString()));
        return ExitCode.DONE;
      }
    }
  }

  /// Looks through the log.
  @Command(
      name = "fsck",
      description = {
        "Makes every tile and root of the log anew from its entries and compares them;",
        "ends with 4 when one differs."
      })
  static final class Fsck implements Verb {

    private final Session session;

    Fsck(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        PublicLog log = workspace.proving().open().log();
        LogCheck.Report report = log.fsck();
        session
            .output()
            .sheet(
                new Sheet()
                    .number("entries", report.size())
                    .number("files", report.files())
                    .number("bytes", report.bytes())
                    .table(
                        "faults",
                        List.of(Column.text("fault")),
                        report.faults().stream().map(List::of).toList()));
        return report.faults().isEmpty() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
      }
    }
  }

  /// Has the published checkpoint stamped.
  @Command(
      name = "stamp",
      description = {
        "Asks the time authorities of log/authorities to stamp the published checkpoint, unless",
        "it was stamped before; ends with 4 when none of them gave a stamp that holds."
      })
  static final class Stamp implements Verb {

    private final Session session;

    Stamp(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        Stamper stamper = workspace.proving().open().stamper();
        boolean due = stamper.due();
        List<Stamper.Outcome> outcomes = stamper.stamp();
        try (Listing listing =
            session
                .output()
                .listing(
                    Column.text("authority"),
                    Column.text("hash"),
                    Column.truth("stamped"),
                    Column.text("reason"))) {
          for (Stamper.Outcome one : outcomes) {
            listing.row(
                one.authority(),
                one.algorithm().title(),
                Boolean.toString(one.stamped()),
                one.reason());
          }
        }
        if (outcomes.isEmpty()) {
          session.say(
              "Nobody was asked: what is published is stamped, or log/authorities names nobody.");
        }
        return due && outcomes.stream().noneMatch(Stamper.Outcome::stamped)
            ? ExitCode.NOT_VERIFIED
            : ExitCode.DONE;
      }
    }
  }

  /// Renews time stamps before their certificates end.
  @Command(
      name = "renew",
      description = {
        "Renews the time stamps whose certificates end soon, with one new stamp over many; ends",
        "with 4 when some that are due could not be renewed. A running server does it every day."
      })
  static final class Renew implements Verb {

    private final Session session;

    @Option(
        names = "--within",
        paramLabel = "DAYS",
        defaultValue = "180",
        description = "Renew what ends within so many days; ${DEFAULT-VALUE} where not said.")
    private int days;

    Renew(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        Renewer.Round round =
            workspace.proving().open().renewer().renew(Duration.ofDays(Math.max(0, days)));
        session
            .output()
            .sheet(
                new Sheet()
                    .number("stamped", round.stamped())
                    .number("lapsed", round.lapsed())
                    .number("due", round.due())
                    .number("renewed", round.renewed()));
        round.refusals().forEach(session::say);
        return round.renewed() < round.due() ? ExitCode.NOT_VERIFIED : ExitCode.DONE;
      }
    }
  }

  /// Shows the public keys.
  @Command(
      name = "keys",
      description = {
        "Shows the public keys that others need to check evidence from here: those of the log go",
        "into the file logs.txt of their folder for --trust, the issuer's into issuers.txt. Beside",
        "an issuer's key stand the entries that it signed, beside one of the log that signs no more",
        "the last entry that its checkpoints cover: who checks old bundles needs it, nobody else."
      })
  static final class Keys implements Verb {

    private final Session session;

    Keys(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(Column.text("file"), Column.text("key"), Column.text("entries"))) {
        ProveDesk desk = workspace.proving().open();
        for (RetiredKey old : desk.keys().retired(KeyEvent.Use.LOG)) {
          listing.row("logs.txt", old.key().toString(), "…" + old.last());
        }
        for (VerifierKey key : desk.log().keys()) {
          listing.row("logs.txt", key.toString(), "");
        }
        for (KeyChanges.Issuer one : desk.keys().issuers()) {
          listing.row(
              "issuers.txt",
              one.key().toString(),
              one.first() + "…" + one.last().map(String::valueOf).orElse(""));
        }
      }
      return ExitCode.DONE;
    }
  }
}
