package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;

/// A fee that keeps a right alive, as it is asked on a day.
///
/// @param key the deadline it belongs to
/// @param fee `annuity`, `renewal` or `renewal-late`
/// @param patentYear of an annual fee
/// @param due the safe date to pay without surcharge
/// @param graceDue the last day with surcharge
/// @param full without reduction; for a mark, of all its classes
/// @param reduced what is taken off
/// @param ground why
/// @param surcharge of the full fee
/// @param total what is paid
/// @param units how many classes the amount counts; 1 for a patent
/// @param payer who pays
/// @param confidence of the least sure source
/// @param citations the sources
public record FeeDue(
    String key,
    String fee,
    Optional<Integer> patentYear,
    LocalDate due,
    LocalDate graceDue,
    Money full,
    Money reduced,
    Optional<String> ground,
    Money surcharge,
    Money total,
    int units,
    String payer,
    Confidence confidence,
    List<Citation> citations) {

  /// Copies the list.
  public FeeDue {
    citations = List.copyOf(citations);
  }
}
