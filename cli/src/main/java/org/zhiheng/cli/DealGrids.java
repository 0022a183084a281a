package org.zhiheng.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.solve.Level;
import org.zhiheng.cashflow.solve.StressGrid;
import org.zhiheng.cashflow.solve.Structure;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng deal stress|compare`: many runs of a deal, or of several, without a workspace.
final class DealGrids {

  private DealGrids() {}

  /// Runs a deal under a grid of levels.
  @Command(
      name = "stress",
      description = {
        "Runs a deal with defaults, recoveries and early payments moved, each with each.",
        "A level is a multiple of what is assumed (2) or a rate instead of it (30%): of default a",
        "CDR of the whole pool, of early payment a CPR. No workspace."
      })
  static final class Stress implements Verb {

    private final Session session;

    @Mixin private DealQuestions.Asked asked = new DealQuestions.Asked();

    @Option(
        names = "--default",
        split = ",",
        paramLabel = "LEVEL",
        description = "Levels of default and other events (default: 0.5,1,2,3).",
        converter = Options.OfLevel.class)
    private List<Level> defaults =
        List.of(
            new Level.Times(500_000),
            Level.ASSUMED,
            new Level.Times(2_000_000),
            new Level.Times(3_000_000));

    @Option(
        names = "--recovery",
        split = ",",
        paramLabel = "LEVEL",
        description = "Levels of recovery (default: as assumed).",
        converter = Options.OfLevel.class)
    private List<Level> recoveries = List.of(Level.ASSUMED);

    @Option(
        names = "--prepay",
        split = ",",
        paramLabel = "LEVEL",
        description = "Levels of early payment (default: as assumed).",
        converter = Options.OfLevel.class)
    private List<Level> prepays = List.of(Level.ASSUMED);

    Stress(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Deal deal = asked.deal(session);
      Assumptions assumptions = asked.assumptions(session, deal);
      StressGrid grid =
          StressGrid.of(deal, assumptions, new StressGrid.Axes(defaults, recoveries, prepays));
      List<List<String>> rows = new ArrayList<>();
      for (StressGrid.Cell cell : grid.cells()) {
        for (StressGrid.Outcome outcome : cell.tranches()) {
          rows.add(
              List.of(
                  cell.defaults().toString(),
                  cell.recovery().toString(),
                  cell.prepay().toString(),
                  outcome.tranche(),
                  Boolean.toString(outcome.inFull()),
                  decimal(deal, outcome.loss()),
                  decimal(deal, outcome.unpaidInterest()),
                  number(outcome.lifeYears(), 4),
                  outcome.firstUnpaid().map(Object::toString).orElse(""),
                  decimal(deal, cell.defaulted()),
                  decimal(deal, cell.recovered()),
                  decimal(deal, cell.residual())));
        }
      }
      session
          .output()
          .sheet(
              new Sheet()
                  .text("deal", deal.name())
                  .text("assume", assumptions.name())
                  .number("runs", grid.cells().size())
                  .table(
                      "cells",
                      List.of(
                          Column.text("default"),
                          Column.text("recovery"),
                          Column.text("prepay"),
                          Column.text("tranche"),
                          Column.truth("inFull"),
                          Column.text("loss"),
                          Column.text("unpaidInterest"),
                          Column.number("lifeYears"),
                          Column.day("firstUnpaid"),
                          Column.text("poolDefault"),
                          Column.text("poolRecovery"),
                          Column.text("residual")),
                      rows));
      return ExitCode.DONE;
    }
  }

  /// Lays deals side by side.
  @Command(
      name = "compare",
      description = {
        "Lays structures side by side under the same assumptions: yields at par, lives, losses, the",
        "highest CDR each tranche bears, and what the money costs the originator. No workspace."
      })
  static final class Compare implements Verb {

    private final Session session;

    @Parameters(
        arity = "2..*",
        paramLabel = "DEAL",
        description = "Two to ten deals, YAML or JSON.")
    private List<Path> files = List.of();

    @Option(
        names = "--assume",
        paramLabel = "FILE",
        description = "What is supposed to happen (default: only what is scheduled).")
    private Optional<Path> assume = Optional.empty();

    Compare(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      if (files.size() > Structure.MOST) {
        throw new ProblemsException(
            Problem.of(
                "limit",
                "DEAL",
                Integer.toString(files.size()),
                "It is from 2 to " + Structure.MOST + "."));
      }
      List<List<String>> wholes = new ArrayList<>();
      List<List<String>> lines = new ArrayList<>();
      for (Path file : files) {
        Deal deal = DealVerbs.deal(session, file);
        Structure structure = Structure.of(deal, DealVerbs.assumptions(session, assume, deal));
        wholes.add(
            List.of(
                deal.name(),
                deal.currency().getCurrencyCode(),
                decimal(deal, structure.pool()),
                decimal(deal, structure.raised()),
                number(structure.cost(), 6),
                decimal(deal, structure.residual())));
        structure.tranches().forEach(line -> lines.add(row(deal, line)));
      }
      session
          .output()
          .sheet(
              new Sheet()
                  .number("structures", files.size())
                  .table(
                      "deals",
                      List.of(
                          Column.text("deal"),
                          Column.text("currency"),
                          Column.text("pool"),
                          Column.text("raised"),
                          Column.number("cost"),
                          Column.text("residual")),
                      wholes)
                  .table(
                      "tranches",
                      List.of(
                          Column.text("deal"),
                          Column.text("tranche"),
                          Column.truth("sold"),
                          Column.text("size"),
                          Column.number("yield"),
                          Column.number("lifeYears"),
                          Column.truth("inFull"),
                          Column.text("loss"),
                          Column.number("breakEven"),
                          Column.truth("bearsAll")),
                      lines));
      return ExitCode.DONE;
    }

    private static List<String> row(Deal deal, Structure.Line line) {
      return List.of(
          deal.name(),
          line.outcome().tranche(),
          Boolean.toString(line.sold()),
          decimal(deal, line.size()),
          number(line.yield(), 6),
          number(line.outcome().lifeYears(), 4),
          Boolean.toString(line.outcome().inFull()),
          decimal(deal, line.outcome().loss()),
          line.breakEven().map(BigDecimal::toPlainString).orElse(""),
          Boolean.toString(line.bearsAll()));
    }
  }

  private static String decimal(Deal deal, long minor) {
    return new Money(minor, deal.currency()).decimal();
  }

  private static String number(OptionalDouble number, int places) {
    return number.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%." + places + "f", number.getAsDouble());
  }
}
