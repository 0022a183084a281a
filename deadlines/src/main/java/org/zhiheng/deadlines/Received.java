package org.zhiheng.deadlines;

import java.time.LocalDate;

/// When a document counts as received.
///
/// @param day the safe day
/// @param latest the latest day that can be argued
record Received(LocalDate day, LocalDate latest) {

  static Received on(LocalDate day) {
    return new Received(day, day);
  }
}
