package org.zhiheng.values;

import java.time.LocalDate;
import java.util.Optional;

/// Where a rule or a figure stands, and how far that was checked.
///
/// @param instrument the law, standard or document by its name
/// @param article its part (`art. 42`, `§ 3.2`); may be empty
/// @param address where it can be read; may be empty
/// @param readOn the day it was read, if it was
/// @param confidence how far it was checked
public record Citation(
    String instrument,
    String article,
    String address,
    Optional<LocalDate> readOn,
    Confidence confidence) {

  /// @throws IllegalArgumentException when the instrument is blank, or a text was seen on no day
  public Citation {
    if (instrument.isBlank()) {
      throw new IllegalArgumentException("instrument must not be blank");
    }
    if (confidence == Confidence.SEEN && readOn.isEmpty()) {
      throw new IllegalArgumentException(
          "readOn must be given for a text that was seen: " + instrument);
    }
  }
}
