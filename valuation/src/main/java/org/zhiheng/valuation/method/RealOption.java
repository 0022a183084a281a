package org.zhiheng.valuation.method;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// 实物期权法: the right to put the technology on the market when that pays, kept alive by paying each
/// year's fee, dropped when that no longer pays.
///
/// A binomial tree of the market's worth. At the beginning of each year the fee is the price of
/// another year; at every step the holder may pay the launch and take the worth. At the term's end
/// what was not launched is lost.
///
/// Source: Cox, Ross and Rubinstein (1979) for the tree; Pakes (1986) for fees as prices of
/// options; recalled. Without fees, and with the launch at the end only, it tends to
/// Black-Scholes-Merton.
///
/// @param market what the launched product would be worth today, above 0
/// @param launch what the launch costs
/// @param volatility of the logarithm of the market's worth, a year, above 0
/// @param riskless continuous rate, a year
/// @param leak what waiting loses of the market's worth, a year, continuous; 1 / years left is
///   usual
/// @param life years until the right ends, without a range: the fees are set by it
/// @param fees of each year from now, beginning of year; as many as whole years are left, rounded
///   up
/// @param stepsPerYear how fine the tree is
/// @param when the launch may be
public record RealOption(
    Input market,
    Input launch,
    Input volatility,
    Input riskless,
    Input leak,
    Input life,
    List<Input> fees,
    int stepsPerYear,
    Launch when)
    implements Method {

  /// Steps of the whole tree; its cost grows with their square.
  public static final int STEPS_MAX = 20_000;

  /// Where the fees begin among the figures.
  private static final int FEES_AT = 6;

  /// When the launch may be.
  public enum Launch {
    /// At every step.
    ANY_TIME,
    /// On the last day only; what a closed formula can be held against.
    AT_THE_END
  }

  /// @throws IllegalArgumentException when a figure has another unit or lies out of its range, or
  ///   the fees do not fit the years
  public RealOption {
    market.in(Unit.MONEY).within(Double.MIN_NORMAL, 1e15);
    launch.in(Unit.MONEY).within(0, 1e15);
    volatility.in(Unit.SHARE_PER_YEAR).within(0.001, 5);
    riskless.in(Unit.SHARE_PER_YEAR).within(-0.5, 1);
    leak.in(Unit.SHARE_PER_YEAR).within(0, 5);
    fees = List.copyOf(fees);
    life.in(Unit.YEARS).within(Double.MIN_NORMAL, Stream.YEARS_MAX);
    if (life.low() != life.high() || fees.size() != (int) Math.ceil(life.value())) {
      throw new IllegalArgumentException(
          "fees must be one for each of the years, which have no range: "
              + fees.size()
              + " for "
              + life.low()
              + ".."
              + life.high());
    }
    if (stepsPerYear < 1 || stepsPerYear > STEPS_MAX / fees.size()) {
      throw new IllegalArgumentException(
          "steps must be 1.." + STEPS_MAX + " in all: " + stepsPerYear + " a year");
    }
    double length = life.value() / fees.size() / stepsPerYear;
    double drift = Math.max(riskless.high() - leak.low(), leak.high() - riskless.low());
    if (drift * Math.sqrt(length) >= volatility.low()) {
      throw new IllegalArgumentException(
          "steps are too long for a drift of "
              + drift
              + " at a volatility of "
              + volatility.low()
              + ": "
              + stepsPerYear
              + " a year");
    }
    fees.forEach(fee -> fee.in(Unit.MONEY).within(0, 1e15));
  }

  @Override
  public String title() {
    return "实物期权法 real option";
  }

  @Override
  public Kind kind() {
    return Kind.INCOME;
  }

  @Override
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>(List.of(market, launch, volatility, riskless, leak, life));
    inputs.addAll(fees);
    return List.copyOf(inputs);
  }

  @Override
  public double value(double[] figures) {
    int years = fees.size();
    int steps = years * stepsPerYear;
    double length = figures[5] / steps;
    double up = Math.exp(figures[2] * Math.sqrt(length));
    double discount = Math.exp(-figures[3] * length);
    double rises = (Math.exp((figures[3] - figures[4]) * length) - 1 / up) / (up - 1 / up);
    double[] worth = new double[steps + 1];
    for (int at = 0; at <= steps; at++) {
      worth[at] = Math.max(0, figures[0] * Math.pow(up, 2 * at - steps) - figures[1]);
    }
    double square = up * up;
    for (int step = steps - 1; step >= 0; step--) {
      // a year has stepsPerYear steps of equal length; a life that is no whole number of years
      // has its years shortened alike
      double fee = step % stepsPerYear == 0 ? figures[FEES_AT + step / stepsPerYear] : 0;
      double market = figures[0] * Math.pow(up, -step);
      for (int at = 0; at <= step; at++) {
        double kept = discount * (rises * worth[at + 1] + (1 - rises) * worth[at]) - fee;
        double launched = when == Launch.ANY_TIME ? market - figures[1] : 0;
        worth[at] = Math.max(0, Math.max(kept, launched));
        market *= square;
      }
    }
    return worth[0];
  }

  /// A tree's places.
  @Override
  public long work() {
    long steps = (long) fees.size() * stepsPerYear;
    return steps * steps / 2 + steps;
  }

  @Override
  public List<Step> steps() {
    double[] figures = figures();
    double now = Math.max(0, market.value() - launch.value());
    double fee = fees.stream().mapToDouble(Input::value).sum();
    double worth = value(figures);
    return List.of(
        new Step("launched today", now, Unit.MONEY),
        new Step("fees to the end of the term, undiscounted", fee, Unit.MONEY),
        new Step("worth of being able to wait", worth - now, Unit.MONEY));
  }
}
