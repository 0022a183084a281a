package org.zhiheng.index.lucene;

import java.util.HexFormat;

/// A sum of digests, 64 and 64 bits, each modulo 2^64: the same whatever the order, and what was
/// added can be taken away again.
///
/// It tells states of an index apart; it is no proof against somebody who makes up entries.
record Sum(long high, long low) {

  static final Sum ZERO = new Sum(0, 0);

  Sum plus(Sum other) {
    return new Sum(high + other.high, low + other.low);
  }

  Sum minus(Sum other) {
    return new Sum(high - other.high, low - other.low);
  }

  String hex() {
    HexFormat digits = HexFormat.of();
    return digits.toHexDigits(high) + digits.toHexDigits(low);
  }
}
