package org.zhiheng.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhiheng.seeds.Seed;
import org.zhiheng.valuation.quality.Measure;
import org.zhiheng.valuation.quality.Patent;
import org.zhiheng.valuation.quality.PatentQuality;
import org.zhiheng.valuation.quality.PatentTable;

/// Question: how long do the quality indicators of a million patents with ten million citations
/// take, and in how much memory?
///
/// Fixture: seeded patents of 35 fields and 20 years, one to four of 640 subclasses; who is cited
/// is older, and some are cited far more than others. Sums tell whether two runs reckoned the same.
///
/// Run: `java -Xmx4g … org.zhiheng.bench.PatentQualityBench [PATENTS] [CITATIONS] [ROUNDS]`.
final class PatentQualityBench {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2022, 1, 1);

  private PatentQualityBench() {}

  /// Runs it.
  ///
  /// @param args how many patents, citations and rounds; a million, ten million, 3 if absent
  public static void main(String[] args) {
    PrintStream out = System.out;
    int patents = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int citations = args.length > 1 ? Integer.parseInt(args[1]) : 10_000_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    for (int round = 1; round <= rounds; round++) {
      long from = System.nanoTime();
      PatentTable table = table(patents, citations);
      long read = System.nanoTime();
      PatentQuality quality = PatentQuality.of(table, UNTIL);
      long reckoned = System.nanoTime();
      Runtime machine = Runtime.getRuntime();
      out.printf(
          Locale.ROOT,
          "round %d: taken in %.1f s, reckoned in %.1f s, heap in use %,d MB of %,d MB%n",
          round,
          (read - from) / 1e9,
          (reckoned - read) / 1e9,
          (machine.totalMemory() - machine.freeMemory()) >> 20,
          machine.maxMemory() >> 20);
      for (Measure measure : List.of(Measure.FORWARD_5, Measure.GENERALITY, Measure.GRANT_LAG)) {
        double sum = 0;
        int known = 0;
        for (int patent = 0; patent < quality.count(); patent++) {
          double figure = quality.normal(measure, patent);
          if (!Double.isNaN(figure)) {
            sum += figure;
            known++;
          }
        }
        out.printf(Locale.ROOT, "  %s: known of %,d, sum %.6f%n", measure, known, sum);
      }
    }
  }

  private static PatentTable table(int patents, int citations) {
    Seed seed = Seed.of(1);
    List<String> subclasses = subclasses();
    PatentTable.Builder builder = new PatentTable.Builder();
    for (int at = 0; at < patents; at++) {
      // numbers rise with the filing day, so that what is cited can be older
      LocalDate filed = FIRST.plusDays((long) at * 7_300 / patents);
      List<String> own = new ArrayList<>();
      for (int count = seed.between(1, 5); count > 0; count--) {
        own.add(seed.oneOf(subclasses));
      }
      builder.add(
          new Patent(
              seed.between(0, 35),
              filed,
              filed.plusDays(seed.between(180, 550)),
              seed.chance(0.6)
                  ? Optional.of(filed.plusDays(seed.between(600, 2_500)))
                  : Optional.empty(),
              seed.between(1, 10),
              seed.between(1, 40),
              seed.between(0, 8),
              seed.between(0, 6),
              own,
              OptionalInt.of(seed.between(0, 21))));
    }
    for (int at = 0; at < citations; at++) {
      int citing = seed.between(1, patents);
      double near = seed.random().nextDouble();
      // the square draws towards the recent, the rounding makes some far more cited
      int cited = (int) (citing * (1 - near * near));
      builder.cite(citing, Math.min(citing - 1, seed.chance(0.2) ? cited / 100 * 100 : cited));
    }
    return builder.build();
  }

  private static List<String> subclasses() {
    List<String> subclasses = new ArrayList<>();
    for (char section = 'A'; section <= 'H'; section++) {
      for (int group = 1; group <= 8; group++) {
        for (char letter = 'B'; letter <= 'K'; letter++) {
          subclasses.add(section + "0" + group + letter);
        }
      }
    }
    return subclasses;
  }
}
