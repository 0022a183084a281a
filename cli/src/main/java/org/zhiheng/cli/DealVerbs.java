package org.zhiheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.cashflow.absbox.AbsBoxImport;
import org.zhiheng.cashflow.absbox.ScenarioImport;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.AssumptionsWriter;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.run.RunJson;
import org.zhiheng.cashflow.run.Simulation;
import org.zhiheng.cashflow.run.SimulationRun;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Output;
import org.zhiheng.cli.output.OutputFormat;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng deal check|run|simulate|import-absbox`: deals on cash flows, without a workspace.
final class DealVerbs {

  private DealVerbs() {}

  /// Checks a deal file.
  @Command(
      name = "check",
      description = {
        "Checks a deal file, and the assumptions if given: no workspace.",
        "All that is wrong is told in one pass, with line, column and the nearest name."
      })
  static final class Check implements Verb {

    /// What a plan is refused with for want of an index.
    private static final String RATE_WANTED = "assume-rate";

    private final Session session;

    @Parameters(index = "0", paramLabel = "DEAL", description = "The deal, YAML or JSON.")
    private Path file = Path.of("");

    @Option(names = "--assume", paramLabel = "FILE", description = "What is supposed to happen.")
    private Optional<Path> assume = Optional.empty();

    Check(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Deal deal = deal(session, file);
      Optional<Long> payments = Optional.empty();
      String needs = "";
      try {
        payments =
            Optional.of((long) Plan.of(deal, assumptions(session, assume, deal)).paymentCount());
      } catch (ProblemsException lacking) {
        // a deal that floats is as good as one that does not; it wants a rate only to be run
        if (assume.isPresent()
            || lacking.problems().stream().anyMatch(one -> !one.code().equals(RATE_WANTED))) {
          throw lacking;
        }
        needs = lacking.problems().getFirst().given();
      }
      Sheet sheet =
          new Sheet()
              .text("deal", deal.name())
              .text("currency", deal.currency().getCurrencyCode())
              .number("assets", deal.pool().assets().size())
              .text("pool", new Money(deal.pool().balance(), deal.currency()).decimal())
              .number("tranches", deal.tranches().size())
              .number("statuses", deal.waterfalls().size())
              .number("payments", payments);
      session.output().sheet(needs.isEmpty() ? sheet : sheet.text("needsRateOf", needs));
      return ExitCode.DONE;
    }
  }

  /// Runs a deal to the minor unit.
  @Command(
      name = "run",
      description = {
        "Runs a deal to the minor unit under assumptions: no workspace.",
        "JSON and CSV hold all tables; text shows what tranches are paid."
      })
  static final class Run implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "DEAL", description = "The deal, YAML or JSON.")
    private Path file = Path.of("");

    @Option(
        names = "--assume",
        paramLabel = "FILE",
        description = "What is supposed to happen (default: only what is scheduled).")
    private Optional<Path> assume = Optional.empty();

    @Option(names = "--trace", description = "In JSON also every transfer, with its rule and why.")
    private boolean trace;

    Run(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Deal deal = deal(session, file);
      LedgerRun run = Ledger.run(Plan.of(deal, assumptions(session, assume, deal)));
      Output output = session.output();
      switch (output.format()) {
        case JSON ->
            output.sheet(new Sheet(), () -> trace ? RunJson.withTransfers(run) : RunJson.of(run));
        case CSV -> session.out().print(RunJson.csv(run));
        case TEXT -> text(output, deal, run);
      }
      return ExitCode.DONE;
    }

    private static void text(Output output, Deal deal, LedgerRun run) {
      try (Listing listing =
          new Output(output.out(), OutputFormat.TEXT)
              .listing(
                  Column.text("tranche"),
                  Column.text("date"),
                  Column.number("begin"),
                  Column.number("interest"),
                  Column.number("principal"),
                  Column.number("end"))) {
        deal.tranches()
            .forEach(tranche ->
                run.tranche(tranche.name())
                    .forEach(row ->
                        listing.row(
                            tranche.name(),
                            row.date().toString(),
                            decimal(deal, row.begin()),
                            decimal(deal, row.interest()),
                            decimal(deal, row.principal()),
                            decimal(deal, row.end()))));
      }
    }

    private static String decimal(Deal deal, long minor) {
      return new Money(minor, deal.currency()).decimal();
    }
  }

  /// Simulates a deal.
  @Command(
      name = "simulate",
      description = {
        "Simulates a deal along paths on which assets end by chance: no workspace.",
        "The same seed gives the same numbers, to the last bit, for any number of threads."
      })
  static final class Simulate implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "DEAL", description = "The deal, YAML or JSON.")
    private Path file = Path.of("");

    @Option(
        names = "--assume",
        required = true,
        paramLabel = "FILE",
        description = "What is supposed to happen.")
    private Path assume = Path.of("");

    @Option(names = "--paths", paramLabel = "N", description = "How many (default: 100000).")
    private long paths = 100_000;

    @Option(names = "--seed", paramLabel = "N", description = "A whole number (default: 1).")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "How many (default: 1).")
    private int threads = 1;

    Simulate(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      within("--paths", paths, Simulation.PATHS_MAX);
      within("--threads", threads, Simulation.THREADS_MAX);
      Deal deal = deal(session, file);
      Plan plan = Plan.of(deal, assumptions(session, Optional.of(assume), deal));
      SimulationRun run = Simulation.of(plan).run(paths, seed, threads);
      Sheet sheet = new Sheet().text("deal", deal.name()).number("paths", paths);
      sheet
          .text("default", SimulationRun.text(run.defaulted()))
          .text("defaultError", SimulationRun.text(run.defaultedError()))
          .table(
              "tranches",
              List.of(
                  Column.text("tranche"),
                  Column.number("expectedLoss"),
                  Column.number("standardError"),
                  Column.number("lossProbability"),
                  Column.number("from95"),
                  Column.number("to95"),
                  Column.number("lifeYears")),
              deal.tranches().stream()
                  .map(tranche -> run.tranche(tranche.name()))
                  .map(result ->
                      List.of(
                          result.name(),
                          SimulationRun.text(result.expectedLoss()),
                          SimulationRun.text(result.standardError()),
                          SimulationRun.text(result.lossProbability()),
                          SimulationRun.text(run.lossProbabilityInterval(result.name()).low()),
                          SimulationRun.text(run.lossProbabilityInterval(result.name()).high()),
                          SimulationRun.text(result.lifeYears())))
                  .toList());
      session.output().sheet(sheet, run::json);
      return ExitCode.DONE;
    }

    private static void within(String option, long value, long most) {
      if (value < 1 || value > most) {
        throw new ProblemsException(
            Problem.of("limit", option, Long.toString(value), "It is from 1 to " + most + "."));
      }
    }
  }

  /// Reads a deal of AbsBox.
  @Command(
      name = "import-absbox",
      description = {
        "Writes a deal of AbsBox, and its scenarios, as files of our own: no workspace.",
        "What has no counterpart is refused by name; steps that only accrue are left out, for",
        "interest and fees accrue by themselves here."
      })
  static final class ImportAbsBox implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "The deal, JSON of AbsBox.")
    private Path file = Path.of("");

    @Option(
        names = "--scenario",
        paramLabel = "FILE",
        description = "Assumptions, JSON of AbsBox; may be repeated, the later counts.")
    private List<Path> scenarios = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Written anew.")
    private Path out = Path.of("");

    @Option(
        names = "--assume-out",
        paramLabel = "FILE",
        description = "Where the assumptions go; written anew.")
    private Optional<Path> assumeOut = Optional.empty();

    ImportAbsBox(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path folder = session.around().folder();
      Map<String, String> said = new LinkedHashMap<>();
      for (Path scenario : scenarios) {
        said.put(name(scenario), text(folder.resolve(scenario)));
      }
      Deal deal = AbsBoxImport.deal(name(file), text(folder.resolve(file)), said);
      Assumptions assumptions = Assumptions.NONE;
      for (Map.Entry<String, String> scenario : said.entrySet()) {
        assumptions =
            ScenarioImport.scenario(scenario.getKey(), scenario.getValue(), assumptions, deal);
      }
      if (deal.accounts().stream().anyMatch(one -> one.name().equals(AbsBoxImport.NOT_COLLECTED))) {
        session.say(
            "The deal has no rule that collects some of what the pool brings: it goes to the account "
                + AbsBoxImport.NOT_COLLECTED
                + ", from which nobody is paid, as with AbsBox.");
      }
      Files.writeString(folder.resolve(out), DealWriter.yaml(deal));
      if (assumeOut.isPresent()) {
        Files.writeString(
            folder.resolve(assumeOut.get()), AssumptionsWriter.yaml(assumptions, deal));
      }
      session
          .output()
          .sheet(
              new Sheet()
                  .text("deal", deal.name())
                  .number("assets", deal.pool().assets().size())
                  .number("tranches", deal.tranches().size())
                  .number("fees", deal.fees().size()));
      return ExitCode.DONE;
    }
  }

  /// The deal of a file, and the files it names beside it.
  static Deal deal(Session session, Path file) throws IOException {
    Path at = session.around().folder().resolve(file);
    return DealReader.read(name(file), text(at), name -> beside(at, name));
  }

  /// The assumptions of a file, or none.
  static Assumptions assumptions(Session session, Optional<Path> file, Deal deal)
      throws IOException {
    if (file.isEmpty()) {
      return Assumptions.NONE;
    }
    Path at = session.around().folder().resolve(file.get());
    return AssumptionsReader.read(name(file.get()), text(at), deal);
  }

  /// A file's text, if it is not longer than a deal may be.
  static String text(Path file) throws IOException {
    long size = Files.size(file);
    if (size > YamlReader.LENGTH_MAX) {
      throw new ProblemsException(
          new Problem(
              "deal-limit",
              "",
              Long.toString(size),
              "A file has at most " + YamlReader.LENGTH_MAX + " bytes.",
              name(file)));
    }
    return Files.readString(file);
  }

  /// Only files beside the deal or below are read.
  static Optional<String> beside(Path deal, String name) {
    Path folder = deal.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(text(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
