package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng right list|show|enter`
final class RightVerbs {

  private RightVerbs() {}

  /// Lists rights.
  @Command(
      name = "list",
      description = "Lists rights, latest notice first; all conditions hold at once.")
  static final class ListRights implements Verb {

    private final Session session;

    @Option(
        names = "--term",
        paramLabel = "TEXT",
        description = "Parts of a number, a title or a party's name; words must all occur.")
    private String term = "";

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        converter = Options.OfRightKind.class,
        description = "Such as invention-patent, utility-model, design, mark.")
    private Optional<RightKind> kind = Optional.empty();

    @Option(
        names = "--office",
        paramLabel = "CODE",
        converter = Options.OfOffice.class,
        description = "Such as CN.")
    private Optional<Office> office = Optional.empty();

    @Option(
        names = "--state",
        paramLabel = "STAGE",
        converter = Options.OfStage.class,
        description = "Such as published, granted, registered, ceased.")
    private Optional<LifeStage> stage = Optional.empty();

    @Option(
        names = "--class",
        paramLabel = "SYMBOL",
        description = "A class symbol or the beginning of one: G06F, 28.")
    private String classPrefix = "";

    @Option(
        names = "--region",
        paramLabel = "NAME",
        description = "Province or state as recorded: 广东.")
    private String region = "";

    @Option(
        names = "--from",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "Latest notice on this day or later.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(
        names = "--to",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "Latest notice before this day.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    @Option(
        names = "--all",
        description = "All that are found, as an export; the audit trail keeps it.")
    private boolean all;

    ListRights(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      if (term.length() > RightQuery.TERM_LENGTH_MAX) {
        throw new ProblemsException(
            Problem.of(
                "too-long",
                "--term",
                term,
                "A term has at most " + RightQuery.TERM_LENGTH_MAX + " characters."));
      }
      try (Workspace workspace = session.workspace();
          Listing listing = session.output().listing(RightRows.COLUMNS)) {
        RightQuery query = query(workspace);
        if (all) {
          workspace.records().export(workspace.owner(), query, said(), row -> write(listing, row));
        } else {
          RightPage page = workspace.records().list(workspace.owner(), query);
          for (RightRow row : page.rows()) {
            write(listing, row);
          }
          if (page.next().isPresent()) {
            session.say("There are more: --limit up to " + Limits.MAX + ", or --all.");
          }
        }
        if (listing.rows() == 0) {
          session.say("No right found.");
        }
      }
      return ExitCode.DONE;
    }

    private static void write(Listing listing, RightRow row) {
      listing.row(() -> RecordJson.text(out -> RecordJson.row(row, out)), RightRows.row(row));
    }

    private RightQuery query(Workspace workspace) {
      return new RightQuery(
          workspace.owner().organisation(),
          RightQuery.Scope.OWN,
          term.strip(),
          kind,
          office,
          stage.map(LifeStage::code).orElse(""),
          classPrefix.strip(),
          region.strip(),
          Optional.empty(),
          from,
          to,
          Optional.empty(),
          limit);
    }

    /// The conditions as the audit trail keeps them.
    private String said() {
      StringBuilder said = new StringBuilder();
      said(said, "term", term);
      said(said, "kind", kind.map(RightKind::code).orElse(""));
      said(said, "office", office.map(Office::code).orElse(""));
      said(said, "state", stage.map(LifeStage::code).orElse(""));
      said(said, "class", classPrefix);
      said(said, "region", region);
      said(said, "from", from.map(LocalDate::toString).orElse(""));
      said(said, "to", to.map(LocalDate::toString).orElse(""));
      return said.isEmpty() ? "all" : said.toString();
    }

    private static void said(StringBuilder said, String name, String value) {
      if (!value.isBlank()) {
        said.append(said.isEmpty() ? "" : " ").append(name).append('=').append(value.strip());
      }
    }
  }

  /// Shows one right.
  @Command(name = "show", description = "Shows one right: its life, interests, documents, events.")
  static final class ShowRight implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    ShowRight(Session session) {
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
        session
            .output()
            .sheet(
                RightRows.sheet(file),
                () -> RecordJson.text(out -> RecordJson.right(file.record(), file.folded(), out)));
        file.folded().objections().forEach(objection -> session.say(objection.line()));
      }
      return ExitCode.DONE;
    }
  }

  /// Enters a right.
  @Command(
      name = "enter",
      description = {
        "Enters a right by hand.",
        "Fields of a patent: title, application-number, filing-date,",
        "publication-number, publication-date, grant-number, grant-date, applicants, inventors,",
        "classes, abstract; of a mark: title, number, filing-date, approval-date,",
        "registration-date, until, holders, classes, goods; of others: title, number, filing-date,",
        "registration-date, until, holders, abstract."
      })
  static final class Enter implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "KIND",
        converter = Options.OfRightKind.class,
        description = "Such as invention-patent, utility-model, design, mark.")
    private RightKind kind = RightKind.INVENTION_PATENT;

    @Option(
        names = "--office",
        paramLabel = "CODE",
        converter = Options.OfOffice.class,
        description = "Whose register it stands in (default: CN).")
    private Office office = Office.CN;

    @Option(
        names = "--set",
        paramLabel = "FIELD=VALUE",
        description = "A field; several names or classes are set apart by ;")
    private Map<String, String> fields = Map.of();

    @Option(names = "--our-reference", paramLabel = "TEXT", description = "我方案号")
    private String ours = "";

    @Option(names = "--client-reference", paramLabel = "TEXT", description = "客户案号")
    private String client = "";

    @Option(names = "--client", paramLabel = "NAME", description = "Whom it is kept for.")
    private String clientName = "";

    Enter(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        return Recorded.tell(
            session,
            workspace
                .records()
                .enter(
                    workspace.owner(),
                    kind,
                    office,
                    fields,
                    RightKeeping.references(ours, client, clientName)));
      }
    }
  }
}
