package org.zhiheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.OutputFormat;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.finance.GroundLaw;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.jobs.finance.TitleJson;
import org.zhiheng.jobs.finance.TitlePaper;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng title check|attach`
final class TitleVerbs {

  private TitleVerbs() {}

  /// What a title is checked for.
  enum Purpose {
    /// 质押
    PLEDGE
  }

  /// Checks titles.
  @Command(
      name = "check",
      description = {
        "Says what the record of each right shows of the grounds that can stand against a pledge:",
        "clear, blocked, warn or no-source, with the entry it rests on. Absence is never clear.",
        "Ends with 1 when a right is blocked or was not answered for."
      })
  static final class Check implements Verb {

    private final Session session;

    @Parameters(
        arity = "1..*",
        paramLabel = "ID",
        description = "Rights: their ids (R42) or any of their numbers.")
    private List<String> typed = List.of();

    @Option(
        names = "--for",
        paramLabel = "PURPOSE",
        description = "What for: pledge (default).",
        defaultValue = "pledge")
    private Purpose purpose = Purpose.PLEDGE;

    @Option(
        names = "--term",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The last day of the debt.")
    private Optional<LocalDate> term = Optional.empty();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The day that is asked from (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
        names = "--pledgor",
        paramLabel = "NAME",
        description = "Who would pledge; may be given several times (default: the owners).")
    private List<String> pledgors = List.of();

    @Option(
        names = "--extract-days",
        paramLabel = "N",
        description = {
          "How old a register extract or a statement may be (default: 30).",
          "No rule says how old; a month is our choice."
        },
        defaultValue = "30")
    private int extractDays = TitleQuestion.EXTRACT_DAYS;

    Check(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      daysChecked(extractDays);
      boolean done = true;
      try (Workspace workspace = session.workspace()) {
        FinanceDesk desk = workspace.financing().open();
        LocalDate day = on.orElseGet(desk::today);
        term.filter(last -> last.isBefore(day))
            .ifPresent(last -> {
              throw new ProblemsException(
                  Problem.of(
                      "term-before-start",
                      "--term",
                      last.toString(),
                      "The last day must not lie before the first, " + day + "."));
            });
        TitleQuestion question =
            switch (purpose) {
              case PLEDGE -> new TitleQuestion(pledgors, term, day, extractDays);
            };
        try (Listing listing =
            session
                .output()
                .listing(
                    Column.text("right"),
                    Column.text("ground"),
                    Column.text("status"),
                    Column.text("on"),
                    Column.text("entry"),
                    Column.text("proof"),
                    Column.text("source"),
                    Column.text("reason"))) {
          for (String one : typed) {
            done &= answered(workspace, desk, one, question, listing);
          }
        }
      }
      return done ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private boolean answered(
        Workspace workspace,
        FinanceDesk desk,
        String asked,
        TitleQuestion question,
        Listing listing) {
      Parsed<RightId> meant = workspace.records().meantOne(workspace.owner(), asked);
      Parsed<TitleCheck> check =
          switch (meant) {
            case Parsed.Ok<RightId> right -> desk.check(workspace.owner(), right.value(), question);
            case Parsed.Refused<RightId> refused -> new Parsed.Refused<>(refused.problem());
          };
      return switch (check) {
        case Parsed.Refused<TitleCheck> refused -> {
          session.say("zhiheng: " + Lines.single(refused.problem().at(asked).line()));
          if (session.output().format() == OutputFormat.JSON) {
            listing.row(
                () -> RecordJson.text(out -> TitleJson.write(asked, refused.problem(), out)));
          }
          yield false;
        }
        case Parsed.Ok<TitleCheck> ok -> {
          RightId right = meant.orThrow();
          if (session.output().format() == OutputFormat.JSON) {
            listing.row(() ->
                RecordJson.text(out -> TitleJson.write(asked, right, ok.value(), desk.law(), out)));
          } else {
            rows(right, ok.value(), desk.law(), listing);
          }
          yield ok.value().verdict() != TitleCheck.Verdict.BLOCKED;
        }
      };
    }

    private static void rows(RightId right, TitleCheck check, GroundLaw law, Listing listing) {
      listing.row(
          right.toString(),
          "verdict",
          check.verdict().code(),
          check.on().toString(),
          "",
          "",
          "",
          check
              .elsewhereAsOf()
              .map(day -> "Whether it is pledged elsewhere is known as of " + day + ".")
              .orElse("Whether it is pledged elsewhere is not known."));
      for (Finding finding : check.findings()) {
        Optional<Finding.Entry> entry = finding.entries().stream().findFirst();
        listing.row(
            right.toString(),
            finding.ground().code(),
            finding.status().code() + (finding.acknowledgement().isPresent() ? ", known" : ""),
            entry.map(one -> one.on().toString()).orElse(""),
            all(finding).map(Check::named).collect(Collectors.joining("; ")),
            all(finding)
                .flatMap(one -> one.index().stream())
                .map(index -> "log " + index)
                .collect(Collectors.joining("; ")),
            law.of(finding.ground()).citation().instrument(),
            finding.reason());
      }
    }

    private static Stream<Finding.Entry> all(Finding finding) {
      return Stream.concat(finding.entries().stream(), finding.acknowledgement().stream());
    }

    private static String named(Finding.Entry entry) {
      return Stream.of(entry.event().map(Object::toString).orElse(""), entry.kind(), entry.says())
          .filter(word -> !word.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }

  /// @throws ProblemsException when so many days are not sensible
  static void daysChecked(int days) {
    if (days < 0 || days > TitleQuestion.EXTRACT_DAYS_MAX) {
      throw new ProblemsException(
          Problem.of(
              "limit",
              "--extract-days",
              Integer.toString(days),
              "It is from 0 to " + TitleQuestion.EXTRACT_DAYS_MAX + "."));
    }
  }

  /// Attaches a paper.
  @Command(
      name = "attach",
      description = {
        "Attaches a paper that speaks for the title of a right: register-extract, pledge-contract,",
        "co-owner-consent, twin-statement, invalidation-statement, licence-statement.",
        "Whoever attaches it says that all it shows is entered here as events."
      })
  static final class Attach implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "RIGHT",
        description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Parameters(
        index = "1",
        paramLabel = "PAPER",
        converter = Options.OfTitlePaper.class,
        description = "Which: register-extract …")
    private TitlePaper paper = TitlePaper.REGISTER_EXTRACT;

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "The paper.")
    private Path file = Path.of("");

    @Option(
        names = "--on",
        paramLabel = "DATE",
        required = true,
        converter = Options.OfDate.class,
        description = "The day the paper is of.")
    private LocalDate on = LocalDate.EPOCH;

    Attach(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path path = session.around().folder().resolve(file);
      if (Files.isDirectory(path)) {
        throw new IOException("is a folder, not a file: " + path);
      }
      try (Workspace workspace = session.workspace();
          InputStream in = Files.newInputStream(path)) {
        return Recorded.tell(
            session,
            workspace
                .financing()
                .open()
                .attach(
                    workspace.owner(),
                    Meant.one(workspace, typed),
                    paper,
                    on,
                    new Attachment(String.valueOf(path.getFileName()), in)));
      }
    }
  }
}
