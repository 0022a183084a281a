package org.zhiheng.valuation.method;

import org.zhiheng.valuation.input.Source;

/// What somebody paid for something like it.
///
/// @param name which deal
/// @param price what was paid, above 0
/// @param measure what the price is set against: revenue, claims, patents; above 0
/// @param adjustment factor for what makes it unlike (date, place, term left, exclusivity), above 0
/// @param reason why that factor
/// @param source where it was read
public record Deal(
    String name, double price, double measure, double adjustment, String reason, Source source) {

  /// @throws IllegalArgumentException when a number is not above 0 and finite, or a text is blank
  public Deal {
    if (!(price > 0 && measure > 0 && adjustment > 0)
        || !Double.isFinite(price * adjustment / measure)) {
      throw new IllegalArgumentException(
          "price, measure and adjustment must be above 0: "
              + price
              + ", "
              + measure
              + ", "
              + adjustment);
    }
    if (name.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a deal has a name and a reason for its adjustment");
    }
  }

  /// The price for one of the measure, made alike.
  public double multiple() {
    return price / measure * adjustment;
  }
}
