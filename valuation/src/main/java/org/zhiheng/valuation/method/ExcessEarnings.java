package org.zhiheng.valuation.method;

import java.util.List;
import java.util.OptionalInt;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// 超额收益法: what is left of the profit when all other assets that help to earn it have had their
/// return (MPEEM).
///
/// @param revenue of the first year
/// @param growth of revenue, a year
/// @param margin operating profit as a share of revenue
/// @param charges returns on working capital, plant, people and other rights, as a share of revenue
/// @param tax on what is left
/// @param discount yearly
/// @param life years for which it brings something
/// @param timing when in a year
public record ExcessEarnings(
    Input revenue,
    Input growth,
    Input margin,
    Input charges,
    Input tax,
    Input discount,
    Input life,
    Timing timing)
    implements Method {

  /// @throws IllegalArgumentException when a figure has another unit or lies out of its range
  public ExcessEarnings {
    revenue.in(Unit.MONEY).within(0, 1e15);
    growth.in(Unit.SHARE_PER_YEAR).within(-1, 10);
    margin.in(Unit.SHARE).within(-1, 1);
    charges.in(Unit.SHARE).within(0, 1);
    tax.in(Unit.SHARE).within(0, 1);
    discount.in(Unit.SHARE_PER_YEAR).within(-0.5, 10);
    life.in(Unit.YEARS).within(0, Stream.YEARS_MAX);
  }

  @Override
  public String title() {
    return "超额收益法 excess earnings";
  }

  @Override
  public Kind kind() {
    return Kind.INCOME;
  }

  @Override
  public List<Input> inputs() {
    return List.of(revenue, growth, margin, charges, tax, discount, life);
  }

  @Override
  public OptionalInt lifeAt() {
    return OptionalInt.of(6);
  }

  /// A loss is not taxed, and it counts: a right that costs more than it brings has no value by
  /// this method, and the report shows by how much.
  @Override
  public double value(double[] figures) {
    return stream(figures).worth();
  }

  @Override
  public List<Step> steps() {
    return stream(figures()).steps();
  }

  private Stream stream(double[] figures) {
    double left = figures[0] * (figures[2] - figures[3]);
    return new Stream(
        left > 0 ? left * (1 - figures[4]) : left, 1 + figures[1], figures[6], figures[5], timing);
  }
}
