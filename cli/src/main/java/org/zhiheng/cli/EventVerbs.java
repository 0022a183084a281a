package org.zhiheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.FactForm;
import org.zhiheng.jobs.records.FormField;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng event record|list|kinds`
final class EventVerbs {

  private EventVerbs() {}

  /// Records an event.
  @Command(
      name = "record",
      description = {
        "Records an event on a right, with or without its document.",
        "What contradicts the right's life is refused with the reason. `event kinds` lists the kinds",
        "and their fields."
      })
  static final class RecordEvent implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "RIGHT",
        description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Parameters(
        index = "1",
        paramLabel = "KIND",
        converter = Options.OfFactKind.class,
        description = "Such as granted, ceased, pledged, attached.")
    private FactKind kind = FactKind.NOTED;

    @Option(
        names = "--on",
        paramLabel = "DATE",
        required = true,
        converter = Options.OfDate.class,
        description = "The day it took effect: 2026-11-22.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(names = "--file", paramLabel = "FILE", description = "The document that says so.")
    private Optional<Path> file = Optional.empty();

    @Option(
        names = "--set",
        paramLabel = "FIELD=VALUE",
        description = "A field; several names or classes are set apart by ;")
    private Map<String, String> fields = Map.of();

    RecordEvent(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RightId id = Meant.one(workspace, typed);
        if (file.isEmpty()) {
          return record(workspace, id, Optional.empty());
        }
        Path path = session.around().folder().resolve(file.get());
        if (Files.isDirectory(path)) {
          throw new IOException("is a folder, not a file: " + path);
        }
        try (InputStream in = Files.newInputStream(path)) {
          return record(
              workspace, id, Optional.of(new Attachment(String.valueOf(path.getFileName()), in)));
        }
      }
    }

    private ExitCode record(Workspace workspace, RightId id, Optional<Attachment> attachment)
        throws IOException {
      return Recorded.tell(
          session,
          workspace
              .records()
              .record(workspace.owner(), id, kind, on, fields, Optional.empty(), attachment));
    }
  }

  /// Lists the events of a right.
  @Command(name = "list", description = "Lists the events of a right in the order of recording.")
  static final class ListEvents implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    ListEvents(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RightFile file =
            workspace
                .records()
                .show(workspace.owner(), Meant.one(workspace, typed))
                .orElseThrow(() ->
                    new ProblemsException(
                        Problem.of("not-found", "", typed, "There is no such right.")));
        try (Listing listing =
            session.output().listing(RightRows.EVENT_COLUMNS.toArray(Column[]::new))) {
          for (Event event : file.record().events()) {
            listing.row(
                () -> RecordJson.text(out -> RecordJson.event(event, out)),
                RightRows.event(event).toArray(String[]::new));
          }
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Lists the kinds of events.
  @Command(
      name = "kinds",
      description = "Lists the kinds of events and their fields; * must be given.")
  static final class Kinds implements Verb {

    private final Session session;

    Kinds(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      try (Listing listing = session.output().listing(Column.text("kind"), Column.text("fields"))) {
        for (FactKind kind : FactKind.values()) {
          listing.row(
              kind.code(),
              FactForm.fields(kind).stream()
                  .map(field -> field.name() + (field.need() == FormField.Need.REQUIRED ? "*" : ""))
                  .collect(Collectors.joining(" ")));
        }
      }
      return ExitCode.DONE;
    }
  }
}
