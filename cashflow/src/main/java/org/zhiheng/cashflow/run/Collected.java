package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.cashflow.deal.CsvRows;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What the pool really paid, until one payment date: instead of what was assumed, so that a report
/// tells what happened. Amounts in minor units, a row for each entry of the servicer's list.
///
/// A row belongs to the collection period that its day lies in. Nothing is made up: a period
/// without a row collected nothing.
public final class Collected {

  /// Rows of one list.
  public static final int ROWS_MAX = 100_000;

  private static final List<String> AMOUNTS =
      List.of("interest", "principal", "prepay", "default", "recovery", "penalty");

  private static final String ROW = "collected-row";

  private final Plan plan;
  private final int pay;
  private final int periods;
  private final Flows flows;
  private final List<Row> rows;

  private Collected(Plan plan, int pay, int periods, Flows flows, List<Row> rows) {
    this.plan = plan;
    this.pay = pay;
    this.periods = periods;
    this.flows = flows;
    this.rows = List.copyOf(rows);
  }

  /// An entry.
  ///
  /// @param date on which it was received, or became a default
  /// @param asset which paid; empty where the list does not say
  /// @param amounts by column, those that are not zero
  public record Row(LocalDate date, String asset, Map<String, Long> amounts) {

    /// Holds the map unchangeable.
    public Row {
      amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }
  }

  /// Reads a list: CSV with a column `date`, any of `interest`, `principal`, `prepay`, `default`,
  /// `recovery`, `penalty`, and `asset` where it is known.
  ///
  /// @param until the payment date that is reported on; all collections before it are listed
  /// @throws ProblemsException with `collected-file` for what is no such table; `collected-date`
  ///   for a payment date that the deal has not; `collected-row` for a row that does not fit; all
  ///   in one pass
  public static Collected read(Plan plan, LocalDate until, String csv) {
    List<Problem> problems = new ArrayList<>();
    int pay = pay(plan, until);
    CsvRows table = CsvRows.read(csv);
    table.problem().ifPresent(why -> problems.add(Problem.of("collected-file", "", "", why)));
    for (String column : table.header()) {
      if (!column.equals("date") && !column.equals("asset") && !AMOUNTS.contains(column)) {
        problems.add(
            Problem.of(
                "collected-file",
                Problem.shown(column),
                column,
                "Columns are date, asset, " + String.join(", ", AMOUNTS) + "."));
      }
    }
    if (problems.isEmpty() && !table.header().contains("date")) {
      problems.add(Problem.of("collected-file", "date", "", "The column date is missing."));
    }
    if (table.rows().size() > ROWS_MAX) {
      problems.add(
          Problem.of(
              "collected-file",
              "",
              table.rows().size() + " rows",
              "A list has at most " + ROWS_MAX + " rows."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new Reading(plan, pay, table, problems).collected();
  }

  private static int pay(Plan plan, LocalDate until) {
    for (int p = 0; p < plan.payDay.length; p++) {
      if (plan.payDay[p] == until.toEpochDay()) {
        return p;
      }
    }
    LocalDate next = plan.pay(plan.payDay.length - 1);
    for (int p = plan.payDay.length - 1; p >= 0 && plan.payDay[p] >= until.toEpochDay(); p--) {
      next = plan.pay(p);
    }
    throw new ProblemsException(
        Problem.of(
            "collected-date",
            "until",
            until.toString(),
            "It is no payment date of the deal; the next is " + next + "."));
  }

  private static final class Reading {
    private final Plan plan;
    private final int pay;
    private final CsvRows table;
    private final List<Problem> problems;
    private final Flows flows;
    private final int periods;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> assets;

    private Reading(Plan plan, int pay, CsvRows table, List<Problem> problems) {
      this.plan = plan;
      this.pay = pay;
      this.table = table;
      this.problems = problems;
      flows = new Flows(plan.collectDay.length);
      int before = 0;
      while (before < plan.collectDay.length && plan.collectPay[before] <= pay) {
        before++;
      }
      periods = before;
      assets = plan.deal.pool().assets().stream().map(one -> one.id()).toList();
    }

    private Collected collected() {
      for (int r = 0; r < table.rows().size(); r++) {
        row(r + 1, table.rows().get(r));
      }
      if (problems.isEmpty()) {
        balances();
      }
      if (!problems.isEmpty()) {
        throw new ProblemsException(problems);
      }
      return new Collected(plan, pay, periods, flows, rows);
    }

    private void row(int number, List<String> cells) {
      String at = "row " + number;
      Map<String, Long> amounts = new LinkedHashMap<>();
      String day = "";
      String asset = "";
      for (int i = 0; i < cells.size(); i++) {
        String column = table.header().get(i);
        String cell = cells.get(i);
        if (column.equals("date")) {
          day = cell;
        } else if (column.equals("asset")) {
          asset = cell;
        } else if (!cell.isEmpty()) {
          amount(at, column, cell, amounts);
        }
      }
      if (!asset.isEmpty() && !assets.contains(asset)) {
        problems.add(Problem.of(ROW, at + " asset", asset, "The pool has no such asset."));
      }
      int period = period(at, day);
      if (period >= 0) {
        rows.add(new Row(LocalDate.parse(day), asset, amounts));
        amounts.forEach((column, amount) -> {
          long[] flow = flow(column);
          flow[period] = Math.addExact(flow[period], amount);
        });
      }
    }

    private void amount(String at, String column, String cell, Map<String, Long> amounts) {
      switch (Money.parse(plan.deal.currency(), cell)) {
        case Parsed.Ok<Money> ok -> {
          if (ok.value().minor() < 0) {
            problems.add(
                Problem.of(
                    ROW, at + " " + column, cell, "It is an amount of 0 or more, no correction."));
          } else if (ok.value().minor() > 0) {
            amounts.merge(column, ok.value().minor(), Math::addExact);
          }
        }
        case Parsed.Refused<Money> refused ->
            problems.add(Problem.of(ROW, at + " " + column, cell, refused.problem().reason()));
      }
    }

    /// The collection period that a day lies in, or -1.
    private int period(String at, String day) {
      LocalDate date;
      try {
        date = LocalDate.parse(day);
      } catch (java.time.format.DateTimeParseException none) {
        problems.add(Problem.of(ROW, at + " date", day, "A day is written 2026-01-31."));
        return -1;
      }
      if (!date.isAfter(plan.deal.dates().cutoff())) {
        problems.add(
            Problem.of(
                ROW,
                at + " date",
                day,
                "What came before the cut-off, "
                    + plan.deal.dates().cutoff()
                    + ", is not the deal's."));
        return -1;
      }
      for (int c = 0; c < periods; c++) {
        if (date.toEpochDay() <= plan.collectDay[c]) {
          return c;
        }
      }
      problems.add(
          Problem.of(
              ROW,
              at + " date",
              day,
              periods == 0
                  ? "Nothing is collected before that payment date."
                  : "It is collected after "
                      + LocalDate.ofEpochDay(plan.collectDay[periods - 1])
                      + ", for a later payment date."));
      return -1;
    }

    private void balances() {
      long left = plan.poolBalance;
      for (int c = 0; c < periods; c++) {
        left = left - flows.principal[c] - flows.prepay[c] - flows.defaulted[c];
        if (left < 0 && !buys()) {
          problems.add(
              Problem.of(
                  ROW,
                  LocalDate.ofEpochDay(plan.collectDay[c]).toString(),
                  new Money(-left, plan.deal.currency()).decimal(),
                  "So much more was repaid or defaulted than the pool owed."));
          return;
        }
      }
    }

    private boolean buys() {
      for (Op[] ops : plan.ops) {
        for (Op op : ops) {
          if (op.what == Op.BUY) {
            return true;
          }
        }
      }
      return false;
    }

    private long[] flow(String column) {
      return switch (column) {
        case "interest" -> flows.interest;
        case "principal" -> flows.principal;
        case "prepay" -> flows.prepay;
        case "default" -> flows.defaulted;
        case "recovery" -> flows.recovery;
        case "penalty" -> flows.penalty;
        default -> throw new IllegalStateException("no such column: " + column);
      };
    }
  }

  /// The plan that it was read for.
  public Plan plan() {
    return plan;
  }

  /// The payment date until which all is known.
  public LocalDate until() {
    return plan.pay(pay);
  }

  /// The number of that payment, from 1.
  public int period() {
    return pay + 1;
  }

  /// The entries, as listed.
  public List<Row> rows() {
    return rows;
  }

  /// The place of the payment date.
  int pay() {
    return pay;
  }

  /// How many collection periods are known.
  int periods() {
    return periods;
  }

  Flows flows() {
    return flows;
  }
}
