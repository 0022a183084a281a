package org.zhiheng.jobs.administer.customs;

import java.time.LocalDate;
import org.zhiheng.values.Money;

/// A general guarantee: one for all applications until a day, in place of security for each.
///
/// @param number by which customs knows it
/// @param amount of it, as its paper says
/// @param until its last day
public record Guarantee(String number, Money amount, LocalDate until) {

  /// Whether it stands on a day.
  public boolean stands(LocalDate on) {
    return !on.isAfter(until);
  }
}
