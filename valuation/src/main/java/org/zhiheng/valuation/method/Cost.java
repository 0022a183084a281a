package org.zhiheng.valuation.method;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// 成本法: what making it anew would cost today, with a return on that money, less what it has lost.
///
/// @param items what would be spent, at today's prices: people, materials, offices' fees, agents
/// @param profit return on what is spent, as a share of it
/// @param obsolescence what it has lost through age, better technology and the market, as a share
public record Cost(List<Input> items, Input profit, Input obsolescence) implements Method {

  /// More items than a cost account has.
  public static final int ITEMS_MAX = 1_000;

  /// @throws IllegalArgumentException when there are no items or too many, or a figure has another
  ///   unit or lies out of its range
  public Cost {
    items = List.copyOf(items);
    if (items.isEmpty() || items.size() > ITEMS_MAX) {
      throw new IllegalArgumentException("items must be 1.." + ITEMS_MAX + ": " + items.size());
    }
    items.forEach(item -> item.in(Unit.MONEY).within(0, 1e15));
    profit.in(Unit.SHARE).within(0, 10);
    obsolescence.in(Unit.SHARE).within(0, 1);
  }

  @Override
  public String title() {
    return "成本法 reproduction cost";
  }

  @Override
  public Kind kind() {
    return Kind.COST;
  }

  @Override
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>(items);
    inputs.add(profit);
    inputs.add(obsolescence);
    return List.copyOf(inputs);
  }

  @Override
  public double value(double[] figures) {
    double spent = 0;
    for (int item = 0; item < items.size(); item++) {
      spent += figures[item];
    }
    return spent * (1 + figures[items.size()]) * (1 - figures[items.size() + 1]);
  }

  @Override
  public List<Step> steps() {
    double spent = items.stream().mapToDouble(Input::value).sum();
    double withProfit = spent * (1 + profit.value());
    return List.of(
        new Step("spent", spent, Unit.MONEY),
        new Step("with a return on it", withProfit, Unit.MONEY),
        new Step("lost", withProfit * obsolescence.value(), Unit.MONEY));
  }
}
