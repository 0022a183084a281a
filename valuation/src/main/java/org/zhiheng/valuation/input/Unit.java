package org.zhiheng.valuation.input;

/// What a figure counts.
public enum Unit {
  /// The valuation's currency, in whole units (yuan, not fen).
  MONEY,
  /// Of a whole: 0.05 is 5 %.
  SHARE,
  /// A share for each year.
  SHARE_PER_YEAR,
  /// Years.
  YEARS,
  /// Times another figure.
  MULTIPLE,
  /// Things.
  COUNT
}
