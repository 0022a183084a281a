package org.zhiheng.bench.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// How often the right answer stood among the first k: one task, one method.
///
/// @param task such as `disputed domain`
/// @param method `zhiheng` or a baseline's name
/// @param ranks of each question the rank of the right answer, from 1; 0 where it was not found
public record Recall(String task, String method, List<Integer> ranks) {

  /// Samples drawn for the interval.
  private static final int SAMPLES = 2_000;

  /// Copies the list.
  public Recall {
    ranks = List.copyOf(ranks);
  }

  /// The share of questions whose right answer stood among the first `k`.
  public double at(int k) {
    return ranks.isEmpty() ? 0 : (double) hits(k) / ranks.size();
  }

  /// The bootstrap 95 % interval of [#at]: percentiles 2.5 and 97.5 over questions drawn again with
  /// replacement, by a fixed seed.
  public Interval interval(int k) {
    int count = ranks.size();
    if (count == 0) {
      return new Interval(0, 0);
    }
    SplittableRandom random = new SplittableRandom(20261125);
    double[] shares = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      int hits = 0;
      for (int draw = 0; draw < count; draw++) {
        int rank = ranks.get(random.nextInt(count));
        hits += rank >= 1 && rank <= k ? 1 : 0;
      }
      shares[sample] = (double) hits / count;
    }
    Arrays.sort(shares);
    return new Interval(shares[(int) (SAMPLES * 0.025)], shares[(int) (SAMPLES * 0.975) - 1]);
  }

  /// One line: task, method, questions, and each recall with its interval.
  public String line(int... cuts) {
    List<String> parts = new ArrayList<>();
    for (int cut : cuts) {
      Interval interval = interval(cut);
      parts.add(
          String.format(
              Locale.ROOT, "@%d %.3f [%.3f, %.3f]", cut, at(cut), interval.from(), interval.to()));
    }
    return String.format(
        Locale.ROOT, "%-34s %-22s n=%-6d %s", task, method, ranks.size(), String.join("  ", parts));
  }

  private long hits(int k) {
    return ranks.stream().filter(rank -> rank >= 1 && rank <= k).count();
  }

  /// An interval of shares.
  ///
  /// @param from its lower end
  /// @param to its upper end
  public record Interval(double from, double to) {}
}
