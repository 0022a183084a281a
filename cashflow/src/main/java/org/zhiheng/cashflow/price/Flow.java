package org.zhiheng.cashflow.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.zhiheng.values.Money;

/// An amount that comes in on a day; what goes out is negative.
///
/// @param on the day
/// @param amount in the currency's whole units (yuan, not fen), finite
public record Flow(LocalDate on, double amount) {

  /// @throws IllegalArgumentException when the amount is not finite
  public Flow {
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException("amount must be a finite number: " + amount);
    }
  }

  /// This amount on that day.
  public static Flow of(LocalDate on, Money amount) {
    int places = amount.currency().getDefaultFractionDigits();
    return new Flow(on, BigDecimal.valueOf(amount.minor(), places).doubleValue());
  }
}
