package org.zhiheng.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;
import org.zhiheng.valuation.chance.Distribution;
import org.zhiheng.valuation.chance.Draw;
import org.zhiheng.valuation.chance.MonteCarlo;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.valuation.method.ReliefFromRoyalty;
import org.zhiheng.valuation.method.Timing;
import org.zhiheng.values.Confidence;

/// Question: how many cases of a valuation are drawn in a second, and do threads help?
///
/// Fixture: relief from royalty over some 12 years, six figures with ranges, an early end by
/// chance. All rounds must print the same mean, bit by bit.
///
/// Run: `java … org.zhiheng.bench.ValuationBench [CASES] [ROUNDS]`.
final class ValuationBench {

  private ValuationBench() {}

  /// Runs it.
  ///
  /// @param args how many cases and rounds; two million and 5 if absent
  public static void main(String[] args) {
    PrintStream out = System.out;
    int paths = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    ReliefFromRoyalty method =
        new ReliefFromRoyalty(
            range(Unit.MONEY, 8e6, 10e6, 15e6),
            range(Unit.SHARE_PER_YEAR, -0.05, 0, 0.1),
            range(Unit.SHARE, 0.02, 0.05, 0.06),
            range(Unit.SHARE_PER_YEAR, 0, 0.1, 0.2),
            range(Unit.SHARE, 0.15, 0.15, 0.25),
            range(Unit.SHARE_PER_YEAR, 0.1, 0.12, 0.2),
            range(Unit.YEARS, 8, 12, 16),
            Timing.MID_YEAR);
    Draw draw = new Draw(range(Unit.SHARE_PER_YEAR, 0.01, 0.03, 0.08), paths, 7);
    for (int round = 1; round <= rounds; round++) {
      for (int threads = 1; threads <= 2; threads++) {
        long from = System.nanoTime();
        Distribution drawn = MonteCarlo.run(method, draw, threads);
        double seconds = (System.nanoTime() - from) / 1e9;
        out.printf(
            Locale.ROOT,
            "round %d, threads %d: %,.0f cases a second, mean %s%n",
            round,
            threads,
            paths / seconds,
            Double.toHexString(drawn.mean()));
      }
    }
  }

  private static Input range(Unit unit, double low, double value, double high) {
    Source source = new Source("a benchmark", LocalDate.of(2026, 1, 1), Confidence.UNKNOWN);
    return new Input("figure", unit, low, value, high, source);
  }
}
