package org.zhiheng.valuation.method;

import java.util.List;
import java.util.OptionalInt;
import org.zhiheng.valuation.input.Input;

/// A way to reckon what a right is worth.
///
/// Pure: the same figures give the same value.
public sealed interface Method
    permits Cost,
        DecisionTree,
        ExcessEarnings,
        MarketMultiples,
        RealOption,
        ReliefFromRoyalty,
        Renewal {

  /// What the report calls it, in Chinese and English.
  String title();

  /// Its family.
  Kind kind();

  /// The figures it takes, always in the same order.
  List<Input> inputs();

  /// Where among [#inputs] the years stand for which it brings something, if such a figure is
  /// there: what an end before its time cuts short.
  default OptionalInt lifeAt() {
    return OptionalInt.empty();
  }

  /// The value for other figures than those that are reckoned with.
  ///
  /// @param figures as many as [#inputs], in that order
  /// @return in the currency's whole units
  double value(double[] figures);

  /// How much one value costs, in some nanoseconds: what many drawn cases are refused by.
  default long work() {
    return 100;
  }

  /// How the value that is reckoned with comes about, line by line.
  List<Step> steps();

  /// The value that is reckoned with.
  default double value() {
    return value(figures());
  }

  /// The figures that are reckoned with, in the order of [#inputs].
  default double[] figures() {
    return inputs().stream().mapToDouble(Input::value).toArray();
  }
}
