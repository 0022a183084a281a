package org.zhiheng.valuation.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is asked of a patent to reckon its indicators.
///
/// @param field its cohort's field, 0 to [#FIELDS_MAX] - 1: one of the 35 fields of the WIPO, or
///   any numbering
/// @param filed the filing day; its year is the cohort's
/// @param published the first publication, not before it was filed
/// @param granted the grant, if it was
/// @param familyOffices offices in the family, its own among them, from 1
/// @param claims number of claims, from 0
/// @param outsideCitations patents cited that are not among those given, from 0
/// @param literatureCitations citations that are no patents, from 0
/// @param subclasses IPC subclasses: `G06F`; each counts once
/// @param yearsKept years for which it was renewed, if known
public record Patent(
    int field,
    LocalDate filed,
    LocalDate published,
    Optional<LocalDate> granted,
    int familyOffices,
    int claims,
    int outsideCitations,
    int literatureCitations,
    List<String> subclasses,
    OptionalInt yearsKept) {

  /// More fields than any concordance has.
  public static final int FIELDS_MAX = 1_000;

  /// More subclasses than the IPC gives to any patent.
  public static final int SUBCLASSES_MAX = 500;

  /// @throws IllegalArgumentException when a part is out of its range
  public Patent {
    subclasses = List.copyOf(subclasses);
    if (field < 0 || field >= FIELDS_MAX || subclasses.size() > SUBCLASSES_MAX) {
      throw new IllegalArgumentException(
          "field must be below "
              + FIELDS_MAX
              + " and subclasses at most "
              + SUBCLASSES_MAX
              + ": "
              + field
              + ", "
              + subclasses.size());
    }
    if (published.isBefore(filed) || granted.filter(filed::isAfter).isPresent()) {
      throw new IllegalArgumentException(
          "publication and grant must not be before the filing: "
              + filed
              + ", "
              + published
              + ", "
              + granted);
    }
    if (familyOffices < 1
        || Math.min(Math.min(claims, outsideCitations), literatureCitations) < 0
        || yearsKept.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "counts must not be negative, a family has 1 or more offices: "
              + familyOffices
              + ", "
              + claims
              + ", "
              + outsideCitations
              + ", "
              + literatureCitations
              + ", "
              + yearsKept);
    }
  }
}
