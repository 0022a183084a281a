package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.backup.Backup;
import org.zhiheng.values.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng backup`, `zhiheng restore`
final class BackupVerbs {

  private BackupVerbs() {}

  /// Copies the workspace into one file.
  @Command(
      name = "backup",
      description = {
        "Copies the workspace into one file while people work in it.",
        "Record, documents, log, settings and private keys, as of one moment. Ends with 4 when a",
        "document is damaged; it is left out and named. Whoever reads the file can sign in the",
        "workspace's name: keep it as you keep the workspace, or leave the keys out."
      })
  static final class Make implements Verb {

    private static final DateTimeFormatter NAME =
        DateTimeFormatter.ofPattern("'zhiheng-'yyyyMMdd'T'HHmmss'Z.zip'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "FILE|FOLDER",
        description = "A zip file that is not there yet, or a folder: named by the time then.")
    private Path target = Path.of("");

    @Option(
        names = "--without-keys",
        description = {
          "Leave the private keys out. Keep their file, keys/signing-keys in the workspace,",
          "elsewhere: restoring asks for it."
        })
    private boolean withoutKeys;

    Make(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path given = session.around().folder().resolve(target);
      Path file =
          Files.isDirectory(given)
              ? given.resolve(NAME.format(session.around().clock().instant()))
              : given;
      Backup.Made made =
          session.backups().make(session.home(), session.around(), file, !withoutKeys);
      session
          .output()
          .sheet(
              new Sheet()
                  .text("file", file.getFileName().toString())
                  .text("digest", made.sums().hex())
                  .number("rows", made.rows())
                  .number("documents", made.documents())
                  .number("logEntries", made.logEntries())
                  .truth("keys", Boolean.toString(made.keys()))
                  .table(
                      "faults",
                      List.of(Column.text("fault")),
                      made.faults().stream().map(List::of).toList()));
      session.say(
          made.keys()
              ? "The file holds the private keys: whoever reads it can sign in their name."
              : "The private keys are not in it: keep keys/signing-keys elsewhere.");
      return made.faults().isEmpty() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
    }
  }

  /// Makes a workspace of a backup.
  @Command(
      name = "restore",
      description = {
        "Makes a workspace of a backup, in a folder that is missing or empty (--home).",
        "Every member is compared with its digest before anything is written, the log is looked",
        "through afterwards; ends with 4 when something does not fit together then. Only one of",
        "the two workspaces may go on: two that log under one name make two histories."
      })
  static final class PutBack implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(
        names = "--keys",
        paramLabel = "FILE",
        description = "The private keys, for a backup that was made without them.")
    private Optional<Path> keys = Optional.empty();

    @Option(
        names = "--digest",
        paramLabel = "SHA-256",
        converter = Options.OfDigest.class,
        description = "Refuse another backup than the one whose digest was told.")
    private Optional<Digest> digest = Optional.empty();

    PutBack(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path folder = session.around().folder();
      Backups.PutBack back =
          session
              .backups()
              .putBack(
                  session.home(),
                  session.around(),
                  folder.resolve(file),
                  keys.map(folder::resolve),
                  digest);
      session
          .output()
          .sheet(
              new Sheet()
                  .text("madeAt", back.from().madeAt().toString())
                  .number("rows", back.from().rows())
                  .number("documents", back.from().documents())
                  .number("logEntries", back.logEntries())
                  .table(
                      "faults",
                      List.of(Column.text("fault")),
                      back.faults().stream().map(List::of).toList()));
      session.say(
          "The log goes on at entry "
              + back.logEntries()
              + ". What the other workspace logged after the backup is not here: if it went on, do"
              + " not log in this one.");
      return back.faults().isEmpty() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
    }
  }
}
