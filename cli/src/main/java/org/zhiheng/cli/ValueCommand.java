package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.jobs.value.GivenFile;
import org.zhiheng.jobs.value.KeptValuations;
import org.zhiheng.jobs.value.PatentReport;
import org.zhiheng.jobs.value.ValueDesk;
import org.zhiheng.jobs.value.ValueJson;
import org.zhiheng.valuation.MethodResult;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.valuation.indicator.Scored;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng value`: what a patent may be worth.
@Command(
    name = "value",
    description = {
      "Makes a model report of a patent: methods side by side, ranges, sources, indicators.",
      "No appraisal under the Asset Appraisal Law; it cannot alone support an issue.",
      "What neither the register nor the file tells is named, and widens the range.",
      "With --keep it prints the evidence that it was kept as."
    })
final class ValueCommand implements Verb {

  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATENT",
      description = {
        "Its id (R42) or any of its numbers. Several are laid side by side, by the same file;",
        "their ranges are compared and never added up: what is uncertain of one is of all."
      })
  private List<String> typed = List.of();

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "What the register does not tell: figures with range and source, YAML.")
  private Optional<Path> with = Optional.empty();

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day for which it holds (default: today).",
      converter = Options.OfDate.class)
  private Optional<LocalDate> on = Optional.empty();

  @Option(
      names = "--keep",
      description =
          "Keep the report, with the file, as evidence of the kind valuation, and log it.")
  private boolean kept;

  ValueCommand(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    Optional<GivenFile> file = Optional.empty();
    if (with.isPresent()) {
      Path at = session.around().folder().resolve(with.get());
      file = Optional.of(new GivenFile(String.valueOf(at.getFileName()), DealVerbs.text(at)));
    }
    if (kept && typed.size() > 1) {
      throw new ProblemsException(
          Problem.of("usage", "--keep", String.join(" ", typed), "Reports are kept one by one."));
    }
    try (Workspace workspace = session.workspace()) {
      AdministerDesk administering = workspace.administering().open();
      LocalDate day = on.orElseGet(administering.docket()::today);
      ValueDesk values = new ValueDesk(workspace.records(), administering.docket());
      List<PatentReport> reports = new ArrayList<>();
      for (String one : typed) {
        reports.add(
            values.value(workspace.owner(), Meant.one(workspace, one), day, file).orThrow());
      }
      if (reports.size() > 1) {
        compare(reports);
        return ExitCode.DONE;
      }
      PatentReport report = reports.getFirst();
      if (kept) {
        ProveDesk desk = workspace.proving().open();
        EvidenceStore.Kept evidence =
            desk.turn()
                .await(
                    workspace.owner(),
                    new KeptValuations(desk.deposits()).keep(workspace.owner(), report, file),
                    EvidenceVerbs.PATIENCE);
        EvidenceVerbs.saidWhereWaiting(session, evidence);
        EvidenceVerbs.sheet(session, evidence);
        return ExitCode.DONE;
      }
      session
          .output()
          .sheet(sheet(report), () -> RecordJson.text(out -> ValueJson.write(report, out)));
    }
    return ExitCode.DONE;
  }

  private void compare(List<PatentReport> reports) {
    session.say(ModelReport.NOTICE);
    try (Listing listing =
        session
            .output()
            .listing(
                Column.text("right"),
                Column.text("title"),
                Column.text("stage"),
                Column.text("termEnds"),
                Column.text("currency"),
                Column.number("low"),
                Column.number("high"),
                Column.number("scoreLow"),
                Column.number("scoreHigh"),
                Column.number("known%"))) {
      for (PatentReport report : reports) {
        Optional<ModelReport> money = report.money();
        listing.row(
            () -> RecordJson.text(out -> ValueJson.write(report, out)),
            report.right().toString(),
            report.title(),
            report.stage(),
            report.termEnds().map(LocalDate::toString).orElse(""),
            report.currency(),
            money.map(one -> ValueJson.money(one.conclusion().low())).orElse(""),
            money.map(one -> ValueJson.money(one.conclusion().high())).orElse(""),
            ValueJson.score(report.assessment().low()),
            ValueJson.score(report.assessment().high()),
            ValueJson.score(100 * report.assessment().known()));
      }
    }
  }

  private static Sheet sheet(PatentReport report) {
    Optional<ModelReport> money = report.money();
    return new Sheet()
        .text("notice", ModelReport.NOTICE)
        .text("right", report.right().toString())
        .text("title", report.title())
        .text("stage", report.stage())
        .day("asOf", Optional.of(report.asOf()))
        .day("termEnds", report.termEnds())
        .text("currency", report.currency())
        .text("low", money.map(one -> ValueJson.money(one.conclusion().low())).orElse(""))
        .text("high", money.map(one -> ValueJson.money(one.conclusion().high())).orElse(""))
        .text("reason", money.map(one -> one.conclusion().reason()).orElse(""))
        .table(
            "methods",
            List.of(
                Column.text("method"),
                Column.number("value"),
                Column.number("low"),
                Column.number("high"),
                Column.text("rangeFrom")),
            money.map(ModelReport::methods).orElse(List.of()).stream()
                .map(ValueCommand::row)
                .toList())
        .table(
            "tornado",
            List.of(
                Column.text("method"),
                Column.text("input"),
                Column.number("atLow"),
                Column.number("atHigh")),
            money.map(ModelReport::methods).orElse(List.of()).stream()
                .flatMap(method ->
                    method.tornado().stream()
                        .filter(bar -> bar.swing() > 0)
                        .map(bar ->
                            List.of(
                                method.title(),
                                bar.input().name(),
                                ValueJson.money(bar.atLow()),
                                ValueJson.money(bar.atHigh()))))
                .toList())
        .table(
            "inputs",
            List.of(
                Column.text("method"),
                Column.text("input"),
                Column.number("low"),
                Column.number("is"),
                Column.number("high"),
                Column.text("confidence"),
                Column.text("source")),
            money.map(ModelReport::methods).orElse(List.of()).stream()
                .flatMap(method -> method.inputs().stream().map(input -> row(method, input)))
                .toList())
        .table(
            "missing",
            List.of(Column.text("method"), Column.text("needs"), Column.text("reason")),
            report.missing().stream()
                .map(one -> List.of(one.method(), String.join(", ", one.needs()), one.reason()))
                .toList())
        .table(
            "indicators",
            List.of(
                Column.text("indicator"),
                Column.text("zh"),
                Column.number("low"),
                Column.number("high"),
                Column.number("known%"),
                Column.text("evidence"),
                Column.text("missing")),
            indicators(report))
        .table(
            "annuities",
            List.of(Column.number("year"), Column.day("begins"), Column.number("amount")),
            report.annuities().stream()
                .map(fee ->
                    List.of(
                        Integer.toString(fee.patentYear()),
                        fee.begins().toString(),
                        fee.amount().decimal()))
                .toList())
        .table(
            "remarks",
            List.of(Column.text("remark")),
            money.map(ModelReport::remarks).orElse(List.of()).stream()
                .map(one -> List.of(one.text()))
                .toList())
        .table(
            "problems",
            List.of(Column.text("code"), Column.text("what"), Column.text("reason")),
            report.problems().stream()
                .map(one -> List.of(one.code(), one.path(), one.reason()))
                .toList());
  }

  private static List<String> row(MethodResult result) {
    return List.of(
        result.title(),
        ValueJson.money(result.value()),
        ValueJson.money(result.low()),
        ValueJson.money(result.high()),
        switch (result.basis()) {
          case SWINGS -> "swings of the inputs";
          case DRAWN_5_95 -> "drawn cases, 5 to 95 %";
        });
  }

  private static List<String> row(MethodResult method, Input input) {
    return List.of(
        method.title(),
        input.name(),
        ValueJson.figure(input.low(), input.unit()),
        ValueJson.figure(input.value(), input.unit()),
        ValueJson.figure(input.high(), input.unit()),
        input.source().confidence().name().toLowerCase(Locale.ROOT),
        input.source().what());
  }

  /// All indicators, parts under what they belong to.
  private static List<List<String>> indicators(PatentReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "all",
            "",
            ValueJson.score(report.assessment().low()),
            ValueJson.score(report.assessment().high()),
            ValueJson.score(100 * report.assessment().known()),
            "",
            ""));
    report.assessment().parts().forEach(part -> indicator(part, "", rows));
    return rows;
  }

  private static void indicator(Scored scored, String indent, List<List<String>> rows) {
    rows.add(
        List.of(
            indent + scored.id(),
            scored.zh(),
            ValueJson.score(scored.low()),
            ValueJson.score(scored.high()),
            ValueJson.score(100 * scored.known()),
            String.join(
                "; ",
                scored.evidence().stream()
                    .map(one -> one.fact() + " " + ValueJson.figure(one.figure(), Unit.COUNT))
                    .toList()),
            String.join(", ", scored.missing())));
    scored.parts().forEach(part -> indicator(part, indent + "· ", rows));
  }
}
