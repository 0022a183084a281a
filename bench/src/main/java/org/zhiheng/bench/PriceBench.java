package org.zhiheng.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.zhiheng.cashflow.price.CashFlows;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.price.Flow;
import org.zhiheng.cashflow.price.Yield;
import org.zhiheng.cashflow.price.ZeroCurve;
import org.zhiheng.values.DayCount;

/// Question: how long does one core take to price a bond of 20 flows, and to find its yield and its
/// spread?
///
/// Fixture: 5 years at 4 %, quarterly, principal in equal parts, ACT/365F; every call has another
/// yield or price, so that nothing is asked for twice in a row. The sum tells whether two runs
/// computed the same.
///
/// Run: `java … org.zhiheng.bench.PriceBench [ROUNDS]`.
final class PriceBench {

  private static final int CALLS = 500_000;
  private static final int DIFFERENT = 1_000;

  private PriceBench() {}

  /// Runs it.
  ///
  /// @param args how many rounds; 7 if absent
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 7;
    LocalDate day = LocalDate.of(2025, 5, 15);
    List<Flow> bond = bond(day);
    CashFlows flows = CashFlows.after(day, DayCount.ACT_365F, bond);
    ZeroCurve curve =
        ZeroCurve.of(
            day,
            List.of(
                new ZeroCurve.Point(day.plusYears(1), 0.015),
                new ZeroCurve.Point(day.plusYears(3), 0.018),
                new ZeroCurve.Point(day.plusYears(5), 0.02)));
    Yield[] yields = new Yield[DIFFERENT];
    double[] prices = new double[DIFFERENT];
    for (int at = 0; at < DIFFERENT; at++) {
      yields[at] = Yield.yearly(0.0001 * at);
      prices[at] = flows.presentValue(yields[at]);
    }
    measure("present value", rounds, at -> flows.presentValue(yields[at]));
    measure("value, durations, convexity", rounds, at -> flows.measures(yields[at]).convexity());
    measure(
        "yield", rounds, at -> flows.yieldAt(prices[at], Compounding.YEARLY).found().orElseThrow());
    measure(
        "spread over a curve", rounds, at -> curve.spread(flows, prices[at]).found().orElseThrow());
    measure(
        "dates to times, then present value",
        rounds,
        at -> CashFlows.after(day, DayCount.ACT_365F, bond).presentValue(yields[at]));
  }

  private static void measure(String what, int rounds, IntToDoubleFunction call) {
    PrintStream out = System.out;
    double[] nanos = new double[rounds];
    double sum = 0;
    for (int round = 0; round < rounds; round++) {
      sum = 0;
      long from = System.nanoTime();
      for (int at = 0; at < CALLS; at++) {
        sum += call.applyAsDouble(at % DIFFERENT);
      }
      nanos[round] = (double) (System.nanoTime() - from) / CALLS;
    }
    double first = nanos[0];
    Arrays.sort(nanos);
    out.printf(
        Locale.ROOT,
        "%-36s ns a call: median %.0f, best %.0f, worst %.0f, first round %.0f (sum %.6f)%n",
        what,
        nanos[rounds / 2],
        nanos[0],
        nanos[rounds - 1],
        first,
        sum);
  }

  private static List<Flow> bond(LocalDate day) {
    List<Flow> flows = new ArrayList<>();
    double owed = 100;
    LocalDate before = day;
    for (int at = 1; at <= 20; at++) {
      LocalDate on = day.plusMonths(3L * at);
      flows.add(new Flow(on, 5 + owed * 0.04 * (on.toEpochDay() - before.toEpochDay()) / 365));
      owed -= 5;
      before = on;
    }
    return flows;
  }
}
