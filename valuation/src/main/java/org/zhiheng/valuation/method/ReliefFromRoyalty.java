package org.zhiheng.valuation.method;

import java.util.List;
import java.util.OptionalInt;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// 许可费节省法: what the owner would pay for a licence if it did not own the right.
///
/// Each year: revenue times royalty, less tax, discounted. The first year has the revenue and the
/// royalty that are given; later ones grow and decay from them.
///
/// @param revenue of the first year, from what the right protects
/// @param growth of revenue, a year
/// @param royalty of the first year, as a share of revenue
/// @param decay by which the royalty falls, a year: technology ages
/// @param tax on the royalty that is saved
/// @param discount yearly, above -1
/// @param life years for which it brings something, at most what is left of the term
/// @param timing when in a year
public record ReliefFromRoyalty(
    Input revenue,
    Input growth,
    Input royalty,
    Input decay,
    Input tax,
    Input discount,
    Input life,
    Timing timing)
    implements Method {

  /// @throws IllegalArgumentException when a figure has another unit or lies out of its range
  public ReliefFromRoyalty {
    revenue.in(Unit.MONEY).within(0, 1e15);
    growth.in(Unit.SHARE_PER_YEAR).within(-1, 10);
    royalty.in(Unit.SHARE).within(0, 1);
    decay.in(Unit.SHARE_PER_YEAR).within(0, 1);
    tax.in(Unit.SHARE).within(0, 1);
    discount.in(Unit.SHARE_PER_YEAR).within(-0.5, 10);
    life.in(Unit.YEARS).within(0, Stream.YEARS_MAX);
  }

  @Override
  public String title() {
    return "许可费节省法 relief from royalty";
  }

  @Override
  public Kind kind() {
    return Kind.INCOME;
  }

  @Override
  public List<Input> inputs() {
    return List.of(revenue, growth, royalty, decay, tax, discount, life);
  }

  @Override
  public OptionalInt lifeAt() {
    return OptionalInt.of(6);
  }

  @Override
  public double value(double[] figures) {
    return stream(figures).worth();
  }

  @Override
  public List<Step> steps() {
    return stream(figures()).steps();
  }

  private Stream stream(double[] figures) {
    return new Stream(
        figures[0] * figures[2] * (1 - figures[4]),
        (1 + figures[1]) * (1 - figures[3]),
        figures[6],
        figures[5],
        timing);
  }
}
