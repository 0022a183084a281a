package org.zhiheng.intake.st36;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.intake.field.Dates;
import org.zhiheng.intake.xml.Element;

/// A `document-id`: which document, by office, number and kind.
///
/// @param country ST.3 code as printed; may be empty
/// @param number as printed; may be empty
/// @param kind kind code; may be empty
/// @param date as printed; may be empty, and its day may be `00`
public record DocumentId(String country, String number, String kind, String date) {

  /// Reads the element.
  public static DocumentId of(Element element) {
    return new DocumentId(
        element.textOf("country"),
        element.textOf("doc-number"),
        element.textOf("kind"),
        element.textOf("date"));
  }

  /// Country, number and kind in one.
  public String joined() {
    return country + number + kind;
  }

  /// The date, when it names a day that exists: cited documents often have but a month.
  public Optional<LocalDate> day() {
    return date.isEmpty() ? Optional.empty() : Dates.parse(date).found();
  }
}
