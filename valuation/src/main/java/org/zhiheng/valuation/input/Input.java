package org.zhiheng.valuation.input;

/// A figure with the range in which it is held to lie.
///
/// @param name as the report shows it; not blank
/// @param unit what it counts
/// @param low the least it is held to be
/// @param value what is reckoned with
/// @param high the most it is held to be
/// @param source where all three come from
public record Input(String name, Unit unit, double low, double value, double high, Source source) {

  /// Longest name.
  public static final int NAME_MAX = 120;

  /// @throws IllegalArgumentException when the name is blank or too long, a number is not finite or
  ///   `low <= value <= high` does not hold
  public Input {
    if (name.isBlank() || name.length() > NAME_MAX) {
      throw new IllegalArgumentException("a name has 1.." + NAME_MAX + " characters: " + name);
    }
    if (!(low <= value && value <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "low <= value <= high must hold for " + name + ": " + low + ", " + value + ", " + high);
    }
  }

  /// A figure that is known.
  public static Input known(String name, Unit unit, double value, Source source) {
    return new Input(name, unit, value, value, value, source);
  }

  /// The same figure, if all of it lies in a range.
  ///
  /// @throws IllegalArgumentException when it does not
  public Input within(double least, double most) {
    if (low < least || high > most) {
      throw new IllegalArgumentException(
          name + " must be in " + least + ".." + most + ": " + low + ".." + high);
    }
    return this;
  }

  /// The same figure, if it has this unit.
  ///
  /// @throws IllegalArgumentException when it has another
  public Input in(Unit expected) {
    if (unit != expected) {
      throw new IllegalArgumentException(name + " must be in " + expected + ": " + unit);
    }
    return this;
  }
}
