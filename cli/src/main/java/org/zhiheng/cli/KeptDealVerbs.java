package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Output;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.deal.Alert;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.finance.deal.DealJson;
import org.zhiheng.jobs.finance.deal.PoolCheck;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.ledger.leaf.LeafKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng deal keep|list|pool|issue|report|reports|watch`: deals that a workspace keeps.
final class KeptDealVerbs {

  private static final int LISTED_MAX = 500;

  private KeptDealVerbs() {}

  /// Which deal.
  static final class OneDeal {

    @Parameters(index = "0", paramLabel = "NAME", description = "The deal's own name.")
    private String name = "";

    DealName name() {
      return DealName.parse(name).orThrow();
    }
  }

  private static Sheet sheet(DealBook.Kept kept) {
    return new Sheet()
        .text("deal", kept.name().text())
        .number("version", kept.version())
        .text("state", kept.issued().isPresent() ? "issued" : "draft")
        .day("issuedOn", kept.issued().map(DealBook.Issue::on))
        .number("reported", kept.reported());
  }

  private static void tell(Output output, String deal, PoolCheck check) {
    output.sheet(
        new Sheet()
            .text("deal", deal)
            .text("on", check.on().toString())
            .text("verdict", check.verdict().code())
            .table(
                "conditions",
                List.of(
                    Column.text("asset"),
                    Column.text("condition"),
                    Column.text("state"),
                    Column.text("why")),
                conditions(check))
            .table(
                "rights",
                List.of(
                    Column.text("asset"),
                    Column.text("named"),
                    Column.text("right"),
                    Column.truth("pledgedHere"),
                    Column.text("open")),
                check.assets().stream()
                    .flatMap(asset -> asset.rights().stream().map(one -> row(asset, one)))
                    .toList()),
        () -> RecordJson.text(out -> DealJson.write(deal, check, out)));
  }

  private static List<List<String>> conditions(PoolCheck check) {
    List<List<String>> rows = new ArrayList<>();
    check.pool().forEach(one -> rows.add(row("", one)));
    check
        .assets()
        .forEach(asset -> asset.conditions().forEach(one -> rows.add(row(asset.asset(), one))));
    return rows;
  }

  private static List<String> row(String asset, PoolCheck.Met one) {
    return List.of(asset, one.text(), one.state().code(), one.why());
  }

  private static List<String> row(PoolCheck.OfAsset asset, PoolCheck.OfRight right) {
    return List.of(
        asset.asset(),
        right.typed(),
        right.right().map(Object::toString).orElse(""),
        Boolean.toString(right.pledgedHere()),
        right
            .refused()
            .map(problem -> problem.code())
            .orElseGet(() ->
                String.join(", ", right.open().stream().map(one -> one.ground().code()).toList())));
  }

  /// Keeps a draft.
  @Command(
      name = "keep",
      description = {
        "Keeps a deal under its own name, with what is supposed to happen; again, as a version more.",
        "What was issued changes no more."
      })
  static final class Keep implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "DEAL", description = "The deal, YAML or JSON.")
    private Path file = Path.of("");

    @Option(names = "--assume", paramLabel = "FILE", description = "What is supposed to happen.")
    private Optional<Path> assume = Optional.empty();

    Keep(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path deal = session.around().folder().resolve(file);
      String text = DealVerbs.text(deal);
      Optional<String> supposed = Optional.empty();
      if (assume.isPresent()) {
        supposed = Optional.of(DealVerbs.text(session.around().folder().resolve(assume.get())));
      }
      try (Workspace workspace = session.workspace()) {
        DealBook.Kept kept =
            workspace
                .financing()
                .deals()
                .keep(workspace.owner(), text, supposed, name -> DealVerbs.beside(deal, name));
        session.output().sheet(sheet(kept));
      }
      return ExitCode.DONE;
    }
  }

  /// Lists deals.
  @Command(name = "list", description = "Lists the deals that are kept, by name.")
  static final class ListKept implements Verb {

    private final Session session;

    @Option(names = "--after", paramLabel = "NAME", description = "Only those behind this name.")
    private Optional<String> after = Optional.empty();

    ListKept(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Optional<DealName> from = after.map(name -> DealName.parse(name).orThrow());
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("deal"),
                      Column.number("version"),
                      Column.text("state"),
                      Column.text("issuedOn"),
                      Column.number("reported"))) {
        for (DealBook.Kept kept :
            workspace.financing().deals().page(workspace.owner(), from, LISTED_MAX)) {
          listing.row(
              () -> RecordJson.text(out -> DealJson.write(kept, out)),
              kept.name().text(),
              Long.toString(kept.version()),
              kept.issued().isPresent() ? "issued" : "draft",
              kept.issued().map(one -> one.on().toString()).orElse(""),
              Integer.toString(kept.reported()));
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Checks a pool.
  @Command(
      name = "pool",
      description = {
        "Holds the pool of a deal against its own conditions and the twelve grounds of a pledge:",
        "confirmed, unconfirmed or blocked. What nothing tells is never met."
      })
  static final class Pool implements Verb {

    private final Session session;

    @Mixin private OneDeal deal = new OneDeal();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "By the record of this day (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    Pool(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      DealName name = deal.name();
      try (Workspace workspace = session.workspace()) {
        DealDesk desk = workspace.financing().deals();
        tell(
            session.output(),
            name.text(),
            desk.pool(workspace.owner(), name, on.orElseGet(desk::today)));
      }
      return ExitCode.DONE;
    }
  }

  /// Issues a deal.
  @Command(
      name = "issue",
      description = {
        "Issues a deal: it changes no more. Refused while anything stands against its pool;",
        "what is not shown passes only with a reason, which is kept."
      })
  static final class Issue implements Verb {

    private final Session session;

    @Mixin private OneDeal deal = new OneDeal();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The day of the issue (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
        names = "--reason",
        paramLabel = "WORDS",
        description = "Why what is not shown may pass.")
    private String reason = "";

    Issue(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      DealName name = deal.name();
      try (Workspace workspace = session.workspace()) {
        DealDesk desk = workspace.financing().deals();
        tell(
            session.output(),
            name.text(),
            desk.issue(workspace.owner(), name, on.orElseGet(desk::today), reason));
      }
      return ExitCode.DONE;
    }
  }

  /// Reports on a period.
  @Command(
      name = "report",
      description = {
        "Reports on the next payment date of an issued deal, from what was really collected since",
        "the cut-off: paid, against plan, what must be disclosed. The report is logged as evidence",
        "with all it was reckoned from; evidence export writes it as a bundle."
      })
  static final class Report implements Verb {

    private final Session session;

    @Mixin private OneDeal deal = new OneDeal();

    @Option(
        names = "--until",
        required = true,
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The payment date that is reported on.")
    private LocalDate until = LocalDate.EPOCH;

    @Option(
        names = "--collected",
        required = true,
        paramLabel = "FILE",
        description = {
          "CSV: date, interest, principal, prepay, default, recovery, penalty, and asset where it",
          "is known; all since the cut-off."
        })
    private Path collected = Path.of("");

    @Option(
        names = "--known",
        paramLabel = "FILE",
        description = "What happened from outside: rates and flags, as an assumptions file.")
    private Optional<Path> known = Optional.empty();

    Report(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      DealName name = deal.name();
      String csv = DealVerbs.text(session.around().folder().resolve(collected));
      Optional<String> happened = Optional.empty();
      if (known.isPresent()) {
        happened = Optional.of(DealVerbs.text(session.around().folder().resolve(known.get())));
      }
      try (Workspace workspace = session.workspace()) {
        Acting owner = workspace.owner();
        DealBook.Report report =
            workspace.financing().deals().report(owner, name, until, csv, happened);
        Optional<EvidenceStore.Kept> logged =
            logged(workspace.proving().open(), owner, name.text() + " " + report.period());
        session
            .output()
            .sheet(
                new Sheet()
                    .text("deal", name.text())
                    .number("period", report.period())
                    .text("until", report.until().toString())
                    .text("evidence", logged.map(one -> one.id().toString()).orElse(""))
                    .number("index", logged.flatMap(EvidenceStore.Kept::index)),
                () -> json(name, report, logged));
        if (logged.isEmpty()) {
          session.say(
              "It is kept and waits: the process that holds the log did not get to it within "
                  + EvidenceVerbs.PATIENCE.toSeconds()
                  + " s.");
        }
      }
      return ExitCode.DONE;
    }

    private static String json(
        DealName name, DealBook.Report report, Optional<EvidenceStore.Kept> logged) {
      return RecordJson.text(out -> {
        out.writeStartObject();
        out.writeStringProperty("deal", name.text());
        out.writeNumberProperty("period", report.period());
        out.writeStringProperty("until", report.until().toString());
        if (logged.isPresent()) {
          out.writeStringProperty("evidence", logged.get().id().toString());
          out.writeNumberProperty("index", logged.get().index().orElse(-1L));
        } else {
          out.writeNullProperty("evidence");
          out.writeNullProperty("index");
        }
        out.writeName("report");
        out.writeRawValue(report.body().strip());
        out.writeEndObject();
      });
    }

    private static Optional<EvidenceStore.Kept> logged(ProveDesk desk, Acting owner, String title)
        throws IOException {
      desk.turn().until(() -> entered(desk, owner, title).isPresent(), EvidenceVerbs.PATIENCE);
      return entered(desk, owner, title);
    }

    /// The newest statement of that title that the log has.
    private static Optional<EvidenceStore.Kept> entered(
        ProveDesk desk, Acting owner, String title) {
      return desk
          .book()
          .page(
              owner,
              new EvidenceStore.Selection(Optional.empty(), Set.of(LeafKind.DEAL_REPORT)),
              Optional.empty(),
              LISTED_MAX)
          .stream()
          .filter(one -> one.title().equals(title) && one.index().isPresent())
          .findFirst();
    }
  }

  /// Lists reports.
  @Command(name = "reports", description = "Lists the reports on a deal, oldest first.")
  static final class Reports implements Verb {

    private final Session session;

    @Mixin private OneDeal deal = new OneDeal();

    Reports(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      DealName name = deal.name();
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.number("period"),
                      Column.text("until"),
                      Column.text("by"),
                      Column.text("at"))) {
        for (DealBook.Report report :
            workspace.financing().deals().reports(workspace.owner(), name)) {
          listing.row(
              report.body()::strip,
              Integer.toString(report.period()),
              report.until().toString(),
              report.by(),
              report.at().toString());
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Watches a pool.
  @Command(
      name = "watch",
      description = {
        "Lists what stands against the rights of a deal's pool today: an annuity missed, an",
        "invalidation filed, a title changed, a pledge gone, a condition that fails."
      })
  static final class Watch implements Verb {

    private final Session session;

    @Mixin private OneDeal deal = new OneDeal();

    Watch(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      DealName name = deal.name();
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("asset"),
                      Column.text("right"),
                      Column.text("code"),
                      Column.text("on"),
                      Column.text("sinceIssue"),
                      Column.text("why"))) {
        for (Alert alert : workspace.financing().deals().watch(workspace.owner(), name)) {
          listing.row(
              () -> RecordJson.text(out -> DealJson.write(alert, out)),
              alert.asset(),
              alert.right(),
              alert.code(),
              alert.on().map(Object::toString).orElse(""),
              alert.sinceIssue().map(since -> since ? "yes" : "no").orElse(""),
              alert.why());
        }
      }
      return ExitCode.DONE;
    }
  }
}
