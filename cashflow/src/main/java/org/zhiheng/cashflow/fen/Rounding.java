package org.zhiheng.cashflow.fen;

/// How a product becomes whole minor units.
public enum Rounding {
  /// To the nearest, a half up.
  HALF_UP,
  /// Cut down after every product; a rate for a month is cut to six places. So Hastructure reckons.
  FLOOR_EACH_PRODUCT
}
