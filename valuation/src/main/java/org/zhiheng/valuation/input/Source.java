package org.zhiheng.valuation.input;

import java.time.LocalDate;
import org.zhiheng.values.Confidence;

/// Where a figure comes from.
///
/// @param what a document, an event of the register, a person's estimate; not blank
/// @param asOf the day for which it holds
/// @param confidence how far it was checked
public record Source(String what, LocalDate asOf, Confidence confidence) {

  /// Longest text; a reference, not the document.
  public static final int LENGTH_MAX = 500;

  /// @throws IllegalArgumentException when what it is is blank or too long
  public Source {
    if (what.isBlank() || what.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a source is said in 1.." + LENGTH_MAX + " characters: " + what.length());
    }
  }
}
