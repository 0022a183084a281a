package org.zhiheng.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.run.Simulation;
import org.zhiheng.cashflow.run.SimulationRun;

/// Question: how long does a run to the fen take, and how many paths does one thread simulate in a
/// second; how do both grow with assets, periods and tranches?
///
/// Fixture: level loans under tranches of falling size, a fee, a reserve, a trigger; CDR 7 %, so
/// that some 10 % default over 36 months. Processor time of the thread and the clock's time, both
/// printed: on a machine that others use only the first tells something. The sums tell whether two
/// runs did the same.
///
/// At the end a pool in which no two assets have the same terms, and, if asked for, many paths on
/// all processors by the clock.
///
/// Run: `java … org.zhiheng.bench.DealBench [PATHS [PATHS-ON-ALL]]`.
final class DealBench {

  private static final int ROUNDS = 3;
  private static final int RUNS = 1_000;
  private static final long SEED = 7;

  /// Different rates of a pool, if not said otherwise.
  private static final int RATES = 4;

  private DealBench() {}

  /// Runs it.
  ///
  /// @param args how many paths (default: 200000); how many on all processors (default: none)
  public static void main(String[] args) {
    PrintStream out = System.out;
    long paths = args.length == 0 ? 200_000 : Long.parseLong(args[0]);
    for (int round = 0; round < ROUNDS; round++) {
      measure(100, 36, 3, paths, out);
    }
    for (int assets : new int[] {50, 200, 400}) {
      measure(assets, 36, 3, paths, out);
    }
    for (int periods : new int[] {12, 72, 144}) {
      measure(100, periods, 3, paths, out);
    }
    for (int tranches : new int[] {1, 6, 12}) {
      measure(100, 36, tranches, paths, out);
    }
    out.println("no two assets of the same terms:");
    measure(plan(100, 36, 3, 100), "100 assets   36 periods   3 tranches", paths, out);
    if (args.length > 1) {
      together(Long.parseLong(args[1]), out);
    }
  }

  private static void together(long paths, PrintStream out) {
    Simulation simulation = Simulation.of(plan(100, 36, 3, RATES));
    int threads = Runtime.getRuntime().availableProcessors();
    simulation.run(Math.min(paths, 1_000_000), SEED, threads);
    long clock = System.nanoTime();
    SimulationRun run = simulation.run(paths, SEED, threads);
    double seconds = (System.nanoTime() - clock) / 1e9;
    out.printf(
        Locale.ROOT,
        "%,d paths on %d threads: %.2f s by the clock; default %.6f%n",
        paths,
        threads,
        seconds,
        run.defaulted());
  }

  private static void measure(int assets, int periods, int tranches, long paths, PrintStream out) {
    String what =
        String.format(
            Locale.ROOT, "%4d assets %4d periods %3d tranches", assets, periods, tranches);
    measure(plan(assets, periods, tranches, RATES), what, paths, out);
  }

  private static void measure(Plan plan, String what, long paths, PrintStream out) {
    long sum = 0;
    long clock = System.nanoTime();
    long cpu = cpu();
    for (int i = 0; i < RUNS; i++) {
      LedgerRun run = Ledger.run(plan);
      sum += run.payments();
    }
    double ledgerMicros = (cpu() - cpu) / 1e3 / RUNS;
    double ledgerClock = (System.nanoTime() - clock) / 1e3 / RUNS;
    Simulation simulation = Simulation.of(plan);
    clock = System.nanoTime();
    cpu = cpu();
    SimulationRun run = simulation.run(paths, SEED, 1);
    double seconds = (cpu() - cpu) / 1e9;
    double secondsClock = (System.nanoTime() - clock) / 1e9;
    out.printf(
        Locale.ROOT,
        "%s: ledger %,8.1f us (clock %,.1f),"
            + " simulation %,10.0f paths/s (clock %,.0f); default %.6f, payments %d%n",
        what,
        ledgerMicros,
        ledgerClock,
        paths / seconds,
        paths / secondsClock,
        run.defaulted(),
        sum / RUNS);
  }

  /// 5, 6, 7 and 8 % first, then what lies between them.
  private static String rate(int number) {
    return 5 + number % RATES + (number < RATES ? "" : "." + (10 + number / RATES));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// @param rates how many different rates the assets have
  private static Plan plan(int assets, int periods, int tranches, int rates) {
    StringBuilder text = new StringBuilder();
    text.append("deal: bench\n");
    text.append(
        "dates: {cutoff: 2025-12-31, closing: 2025-12-31, pay: monthly on 15, legal: 2045-12-31}\n");
    text.append("pool:\n  assets:\n");
    long pool = 0;
    for (int i = 0; i < assets; i++) {
      long balance = 900_000 + 2_000L * i;
      pool += balance;
      text.append("    - {kind: level, balance: \"").append(balance);
      text.append(".00\", rate: ").append(rate(i % rates)).append("%, term: ").append(periods);
      text.append(", next: 2026-01-20}\n");
    }
    StringBuilder rules = new StringBuilder();
    StringBuilder principal = new StringBuilder();
    text.append("tranches:\n");
    for (int j = 0; j < tranches; j++) {
      text.append("  T").append(j).append(": {size: \"").append(pool / tranches);
      text.append(".00\", coupon: ").append(2 + j % 3).append("%}\n");
      rules.append("interest T").append(j).append(", ");
      principal.append("principal T").append(j).append(", ");
    }
    text.append("fees: {trustee: {rate: 0.2%, of: pool}}\n");
    text.append("accounts: {collect: {}, reserve: {target: 1% of T0}}\n");
    text.append("triggers: {t: {when: cum-default > 12%, do: status turbo}}\n");
    text.append("waterfall:\n  normal: [fees, ").append(rules).append("fill reserve, ");
    text.append(principal).append("residual T").append(tranches - 1).append("]\n");
    text.append("  turbo: [fees, ").append(rules).append(principal).append("residual T0]\n");
    Deal deal = DealReader.read("bench", text.toString(), DealReader.FileTexts.NONE);
    Assumptions assumptions =
        AssumptionsReader.read(
            "assume",
            """
            assume: bench
            pool: {default: {cdr: 7%}, prepay: {cpr: 5%}, recovery: {rate: 40%, lag: 6}}
            """,
            deal);
    return Plan.of(deal, assumptions);
  }
}
