package org.zhiheng.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.administer.recordal.Gate;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.recordal.RecordalJson;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng recordal check|file|start|list|show`: the change desk.
final class RecordalVerbs {

  private RecordalVerbs() {}

  private static RecordalDesk desk(Workspace workspace) {
    return workspace.administering().open().recordals();
  }

  private static Sheet clock(Sheet sheet, List<RecordalDesk.Clock> clocks) {
    List<List<String>> rows = new ArrayList<>();
    for (RecordalDesk.Clock clock : clocks) {
      rows.add(
          List.of(
              clock.rule(),
              clock.due().toString(),
              clock.status(),
              Long.toString(clock.daysLeft())));
    }
    return sheet.table(
        "clock",
        List.of(
            Column.text("rule"),
            Column.day("due"),
            Column.text("status"),
            Column.number("daysLeft")),
        rows);
  }

  private static String joined(List<RightId> rights) {
    return rights.stream().map(RightId::toString).collect(Collectors.joining(" "));
  }

  private static void tell(Session session, RecordalDesk.Checked checked) {
    List<List<String>> rows = new ArrayList<>();
    for (Gate gate : checked.gates()) {
      rows.add(
          List.of(
              gate.name().code(),
              gate.right().map(RightId::toString).orElse(""),
              gate.outcome().code(),
              gate.en(),
              gate.zh()));
    }
    Sheet sheet =
        new Sheet()
            .text("kind", checked.request().kind().code())
            .text("rights", joined(checked.request().rights()))
            .text("verdict", checked.verdict().code());
    clock(sheet, checked.clock())
        .table(
            "gates",
            List.of(
                Column.text("gate"),
                Column.text("right"),
                Column.text("outcome"),
                Column.text("en"),
                Column.text("zh")),
            rows);
    session.output().sheet(sheet, () -> RecordJson.text(out -> RecordalJson.checked(checked, out)));
  }

  private static void tell(Session session, RecordalDesk.Shown shown) {
    Sheet sheet =
        new Sheet()
            .text("id", shown.kept().id().toString())
            .text("kind", shown.kept().request().kind().code())
            .text("rights", joined(shown.kept().request().rights()))
            .text("from", shown.kept().request().from())
            .text("to", shown.kept().request().to())
            .text("filedOn", shown.kept().request().filedOn().toString())
            .text("state", shown.state().code());
    session
        .output()
        .sheet(
            clock(sheet, shown.clock()),
            () -> RecordJson.text(out -> RecordalJson.kept(shown, out)));
  }

  /// Stopped requests end with 1, as what is refused does.
  private static ExitCode exit(RecordalDesk.Standing state) {
    return state == RecordalDesk.Standing.STOPPED ? ExitCode.REFUSED : ExitCode.DONE;
  }

  /// Checks a request.
  @Command(
      name = "check",
      description = {
        "Checks a request at the gates, without keeping it: signatures, title, standing, co-owners,",
        "pledgee, export, marks that must move along; says when the office's time would end.",
        "Ends with 1 when a gate stops it."
      })
  static final class Check implements Verb {

    private final Session session;

    @Mixin private RequestOptions request = new RequestOptions();

    Check(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RecordalDesk desk = desk(workspace);
        Request read = request.read(workspace, desk.today());
        RecordalDesk.Checked checked = desk.check(workspace.owner(), read);
        tell(session, checked);
        return checked.verdict() == Gate.Outcome.STOPPED ? ExitCode.REFUSED : ExitCode.DONE;
      }
    }
  }

  /// Takes a request in.
  @Command(
      name = "file",
      description = {
        "Takes a request in and keeps what the gates found. Where every gate passes, its clock",
        "starts on the docket of each right. Ends with 1 when a gate stops it."
      })
  static final class FileRequest implements Verb {

    private final Session session;

    @Mixin private RequestOptions request = new RequestOptions();

    @Option(
        names = "--replaces",
        paramLabel = "ID",
        description = "The stopped request that this one mends: C7.")
    private Optional<String> replaces = Optional.empty();

    FileRequest(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RecordalDesk desk = desk(workspace);
        RecordalDesk.Shown shown =
            desk.file(
                workspace.owner(),
                request.read(workspace, desk.today()),
                replaces.map(text -> Recordals.Id.parse(text).orThrow()));
        tell(session, shown);
        return exit(shown.state());
      }
    }
  }

  /// Lets one pass.
  @Command(
      name = "start",
      description = {
        "Lets a request pass that the record alone could not, with a reason, and starts its clock.",
        "What a gate stops is not started."
      })
  static final class Start implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "The request: C7.")
    private String id = "";

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "What was looked at, and found.")
    private String reason = "";

    Start(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        tell(
            session,
            desk(workspace).start(workspace.owner(), Recordals.Id.parse(id).orThrow(), reason));
      }
      return ExitCode.DONE;
    }
  }

  /// The work list.
  @Command(
      name = "list",
      description =
          "Lists the newest requests by the time that is left; those that wait for somebody follow.")
  static final class ListRequests implements Verb {

    private final Session session;

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "At most this many, to 500 (default: 100).",
        defaultValue = "100")
    private int limit;

    ListRequests(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("id"),
                      Column.text("state"),
                      Column.text("kind"),
                      Column.day("filedOn"),
                      Column.day("due"),
                      Column.number("daysLeft"),
                      Column.text("from"),
                      Column.text("to"),
                      Column.text("rights"))) {
        for (RecordalDesk.Shown shown : desk(workspace).list(workspace.owner(), limit)) {
          Request request = shown.kept().request();
          listing.row(
              () -> RecordJson.text(out -> RecordalJson.kept(shown, out)),
              shown.kept().id().toString(),
              shown.state().code(),
              request.kind().code(),
              request.filedOn().toString(),
              shown.clock().stream().findFirst().map(one -> one.due().toString()).orElse(""),
              shown.daysLeft().map(Object::toString).orElse(""),
              request.from(),
              request.to(),
              joined(request.rights()));
        }
      }
      return ExitCode.DONE;
    }
  }

  /// One request.
  @Command(name = "show", description = "Shows a request and where it stands.")
  static final class Show implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "The request: C7.")
    private String id = "";

    Show(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        tell(session, desk(workspace).show(workspace.owner(), Recordals.Id.parse(id).orThrow()));
      }
      return ExitCode.DONE;
    }
  }
}
