package org.zhiheng.cashflow.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.deal.JsonText;

/// What many paths came to. All numbers are approximate; amounts are in minor units.
public final class SimulationRun {

  private static final List<String> QUANTILES = List.of("50%", "75%", "90%", "95%", "99%", "99.9%");

  private final Plan plan;
  private final SimSums sums;
  private final long paths;
  private final long seed;

  SimulationRun(Plan plan, SimSums sums, long paths, long seed) {
    this.plan = plan;
    this.sums = sums;
    this.paths = paths;
    this.seed = seed;
  }

  /// The two-sided 95 % point of the normal distribution.
  private static final double TWO_SIDED = 1.959963984540054;

  /// Where a figure of the paths lies with a confidence of 95 %, by chance alone: the assumptions
  /// may be wrong by more.
  public record Interval(double low, double high) {}

  /// What a tranche came to.
  ///
  /// @param expectedLoss mean of the principal never paid, as a part of its size
  /// @param standardError of that mean
  /// @param lossProbability the part of paths on which more than half a minor unit is never paid
  /// @param lifeYears mean life of the principal that is paid, from closing, ACT/365F
  /// @param unpaidInterest mean of the interest never paid, in minor units
  public record TrancheResult(
      String name,
      double expectedLoss,
      double standardError,
      double lossProbability,
      double lifeYears,
      double unpaidInterest) {

    /// Of the expected loss: as many standard errors to both sides.
    public Interval expectedLossInterval() {
      return around(expectedLoss, standardError);
    }
  }

  private static Interval around(double mean, double error) {
    return new Interval(
        Math.max(0, mean - TWO_SIDED * error), Math.min(1, mean + TWO_SIDED * error));
  }

  /// Of the probability that a tranche loses principal, which is above 0 also where no path lost.
  ///
  /// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference
  /// (1927), recalled.
  public Interval lossProbabilityInterval(String name) {
    double part = tranche(name).lossProbability();
    double square = TWO_SIDED * TWO_SIDED / paths;
    double middle = (part + square / 2) / (1 + square);
    double reach =
        TWO_SIDED / (1 + square) * Math.sqrt(part * (1 - part) / paths + square / (4 * paths));
    return new Interval(Math.max(0, middle - reach), Math.min(1, middle + reach));
  }

  /// Of [#defaulted].
  public Interval defaultedInterval() {
    return around(defaulted(), defaultedError());
  }

  /// How many paths.
  public long paths() {
    return paths;
  }

  /// What a tranche came to.
  public TrancheResult tranche(String name) {
    int j = plan.layout.tranches.indexOf(name);
    if (j < 0) {
      throw new IllegalArgumentException("no such tranche: " + name);
    }
    double size = Math.max(1, plan.deal.tranches().get(j).size());
    double mean = sums.loss[j] / paths;
    return new TrancheResult(
        name,
        mean / size,
        error(sums.loss[j], sums.lossSquared[j]) / size,
        (double) sums.lossCount[j] / paths,
        lifeYears(j),
        sums.unpaidInterest[j] / paths);
  }

  private double lifeYears(int j) {
    double repaid = 0;
    double life = 0;
    for (int p = 0; p < sums.periods; p++) {
      long days = plan.payDay[p] - plan.deal.dates().closing().toEpochDay();
      repaid += sums.principal[j][p];
      life += sums.principal[j][p] * (days / 365.0);
    }
    return repaid > 0 ? life / repaid : 0;
  }

  /// Mean of what of the pool defaulted, as a part of its balance.
  public double defaulted() {
    return plan.poolBalance == 0 ? 0 : sums.defaulted / paths / plan.poolBalance;
  }

  /// Standard error of [#defaulted].
  public double defaultedError() {
    return plan.poolBalance == 0
        ? 0
        : error(sums.defaulted, sums.defaultedSquared) / plan.poolBalance;
  }

  /// A part of the pool such that this part of paths has no more default; to a ten-thousandth.
  public double defaultQuantile(double part) {
    return quantile(sums.defaultBins, part);
  }

  /// A step of a distribution.
  ///
  /// @param upTo what is lost at most, in hundredths; more than the step before it
  /// @param share of the paths
  public record LossStep(int upTo, double share) {}

  /// The paths by what of a tranche they lose, in steps of a hundredth; the first is nothing. Steps
  /// that no path fell into are left out.
  public List<LossStep> lossDistribution(String name) {
    int j = plan.layout.tranches.indexOf(name);
    if (j < 0) {
      throw new IllegalArgumentException("no such tranche: " + name);
    }
    return steps(sums.lossBins[j]);
  }

  /// The same of what of the pool defaults.
  public List<LossStep> defaultDistribution() {
    return steps(sums.defaultBins);
  }

  /// What a tranche loses at most on this part of the paths, as a part of its size; to a
  /// ten-thousandth.
  public double lossQuantile(String name, double part) {
    int j = plan.layout.tranches.indexOf(name);
    if (j < 0) {
      throw new IllegalArgumentException("no such tranche: " + name);
    }
    return quantile(sums.lossBins[j], part);
  }

  /// Mean principal and interest of a tranche by payment date, in minor units.
  public List<Simulation.PathRow> flows(String name) {
    int j = plan.layout.tranches.indexOf(name);
    List<Simulation.PathRow> rows = new ArrayList<>();
    for (int p = 0; p < sums.periods; p++) {
      LocalDate date = plan.pay(p);
      rows.add(
          new Simulation.PathRow(date, sums.interest[j][p] / paths, sums.principal[j][p] / paths));
    }
    return rows;
  }

  /// All of it as JSON; ratios as numbers, amounts as decimal texts.
  public String json() {
    StringBuilder out = new StringBuilder();
    out.append("{\"deal\":").append(JsonText.quoted(plan.deal.name()));
    out.append(",\"paths\":").append(paths).append(",\"seed\":").append(seed);
    out.append(",\"approximate\":true,\n\"pool\":{\"default\":").append(number(defaulted()));
    out.append(",\"standardError\":").append(number(defaultedError()));
    out.append(",\"recovery\":")
        .append(number(sums.defaulted > 0 ? sums.recovered / sums.defaulted : 0));
    interval("interval", defaultedInterval(), out);
    quantiles(sums.defaultBins, out);
    distribution(sums.defaultBins, out);
    out.append("},\n\"tranches\":{");
    for (int j = 0; j < plan.layout.tranches.size(); j++) {
      TrancheResult result = tranche(plan.layout.tranches.get(j));
      out.append(j == 0 ? "\n " : ",\n ").append(JsonText.quoted(result.name()));
      out.append(":{\"expectedLoss\":").append(number(result.expectedLoss()));
      out.append(",\"standardError\":").append(number(result.standardError()));
      interval("expectedLossInterval", result.expectedLossInterval(), out);
      out.append(",\"lossProbability\":").append(number(result.lossProbability()));
      interval("lossProbabilityInterval", lossProbabilityInterval(result.name()), out);
      out.append(",\"lifeYears\":").append(number(result.lifeYears()));
      out.append(",\"unpaidInterest\":").append(amount(result.unpaidInterest()));
      quantiles(sums.lossBins[j], out);
      distribution(sums.lossBins[j], out);
      out.append(",\"flows\":[");
      List<Simulation.PathRow> rows = flows(result.name());
      for (int p = 0; p < rows.size(); p++) {
        out.append(p == 0 ? "\n  " : ",\n  ").append("{\"date\":\"").append(rows.get(p).date());
        out.append("\",\"interest\":").append(amount(rows.get(p).interest()));
        out.append(",\"principal\":").append(amount(rows.get(p).principal())).append('}');
      }
      out.append("]}");
    }
    out.append("},\n\"support\":{");
    for (int s = 0; s < plan.layout.supports.size(); s++) {
      out.append(s == 0 ? "" : ",").append(JsonText.quoted(plan.layout.supports.get(s)));
      out.append(":{\"drawn\":").append(amount(sums.drawn[s] / paths)).append('}');
    }
    out.append('}');
    for (int h = 0; h < plan.layout.hedges.size(); h++) {
      out.append(h == 0 ? ",\n\"hedges\":{" : ",");
      out.append(JsonText.quoted(plan.layout.hedges.get(h))).append(":{\"received\":");
      out.append(amount(sums.hedgeReceived[h] / paths)).append(",\"paid\":");
      out.append(amount(sums.hedgePaid[h] / paths)).append('}');
      out.append(h == plan.layout.hedges.size() - 1 ? "}" : "");
    }
    return out.append('}').toString();
  }

  private static void quantiles(int[] bins, StringBuilder out) {
    out.append(",\"quantiles\":{");
    for (int q = 0; q < QUANTILES.size(); q++) {
      String name = QUANTILES.get(q);
      double part = Double.parseDouble(name.substring(0, name.length() - 1)) / 100;
      out.append(q == 0 ? "" : ",").append(JsonText.quoted(name)).append(':');
      out.append(number(quantile(bins, part)));
    }
    out.append('}');
  }

  private static void interval(String key, Interval interval, StringBuilder out) {
    out.append(",\"").append(key).append("\":[").append(number(interval.low()));
    out.append(',').append(number(interval.high())).append(']');
  }

  private static List<LossStep> steps(int[] bins) {
    int step = SimSums.BINS / 100;
    long all = 0;
    for (int count : bins) {
      all += count;
    }
    List<LossStep> steps = new ArrayList<>();
    for (int upTo = 0; upTo <= 100; upTo++) {
      long count = 0;
      for (int bin = Math.max(0, (upTo - 1) * step + 1); bin <= upTo * step; bin++) {
        count += bins[bin];
      }
      if (count > 0) {
        steps.add(new LossStep(upTo, (double) count / all));
      }
    }
    return steps;
  }

  private static void distribution(int[] bins, StringBuilder out) {
    out.append(",\"distribution\":[");
    String between = "";
    for (LossStep step : steps(bins)) {
      out.append(between).append("{\"upTo\":").append(number(step.upTo() / 100.0));
      out.append(",\"part\":").append(number(step.share())).append('}');
      between = ",";
    }
    out.append(']');
  }

  private static double quantile(int[] bins, double part) {
    long all = 0;
    for (int count : bins) {
      all += count;
    }
    double wanted = part * all;
    long below = 0;
    for (int bin = 0; bin < bins.length; bin++) {
      below += bins[bin];
      if (below >= wanted) {
        return (double) bin / SimSums.BINS;
      }
    }
    return 1;
  }

  private double error(double sum, double squares) {
    double mean = sum / paths;
    double variance = Math.max(0, squares / paths - mean * mean);
    return Math.sqrt(variance / paths);
  }

  /// A figure as text, rounded half to even at the eighth place.
  public static String text(double value) {
    return BigDecimal.valueOf(value).setScale(8, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String number(double value) {
    return new BigDecimal(value, new MathContext(10)).stripTrailingZeros().toPlainString();
  }

  private String amount(double minor) {
    int digits = plan.deal.currency().getDefaultFractionDigits();
    return JsonText.quoted(
        new BigDecimal(minor)
            .movePointLeft(digits)
            .setScale(digits, RoundingMode.HALF_UP)
            .toPlainString());
  }
}
