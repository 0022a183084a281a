package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a title is asked for.
///
/// @param pledgors who would pledge; empty where all owners as recorded would
/// @param term the last day of the debt, if it is known
/// @param on the day that is asked from
/// @param extractDaysMax how old papers that speak for a day may be
public record TitleQuestion(
    List<String> pledgors, Optional<LocalDate> term, LocalDate on, int extractDaysMax) {

  /// A month: long enough to decide a loan on it, short against what may be entered meanwhile. No
  /// rule prescribes a number; this one is ours.
  public static final int EXTRACT_DAYS = 30;

  /// Ten years: nobody means more.
  public static final int EXTRACT_DAYS_MAX = 3_660;

  /// @throws IllegalArgumentException when the days are out of range
  public TitleQuestion {
    pledgors = List.copyOf(pledgors);
    if (extractDaysMax < 0 || extractDaysMax > EXTRACT_DAYS_MAX) {
      throw new IllegalArgumentException(
          "extractDaysMax must be in 0.." + EXTRACT_DAYS_MAX + ": " + extractDaysMax);
    }
  }

  /// Of this day, with nothing else known.
  public static TitleQuestion of(LocalDate on) {
    return new TitleQuestion(List.of(), Optional.empty(), on, EXTRACT_DAYS);
  }
}
