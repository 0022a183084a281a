package org.zhiheng.valuation;

import java.util.List;
import java.util.Optional;
import org.zhiheng.valuation.chance.Distribution;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.method.Kind;
import org.zhiheng.valuation.method.Step;

/// What one method came to. Amounts in the currency's whole units, approximate.
///
/// @param title the method
/// @param kind its family
/// @param value for the figures that are reckoned with; an end before its time is not in it
/// @param low the range's lower end
/// @param high the range's upper end
/// @param basis what the range is made of
/// @param inputs each with range and source
/// @param steps how the value comes about
/// @param tornado the widest bar first
/// @param drawn the drawn cases, if any were
public record MethodResult(
    String title,
    Kind kind,
    double value,
    double low,
    double high,
    Basis basis,
    List<Input> inputs,
    List<Step> steps,
    List<Bar> tornado,
    Optional<Distribution> drawn) {

  /// What a range is made of.
  public enum Basis {
    /// One figure after the other taken to its ends; the swings added as if they were independent
    /// (the root of the sum of squares).
    SWINGS,
    /// The 5th and 95th percentile of drawn cases.
    DRAWN_5_95
  }

  /// @throws IllegalArgumentException when the range is upside down
  public MethodResult {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
    tornado = List.copyOf(tornado);
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must not exceed high: " + low + ", " + high);
    }
  }
}
