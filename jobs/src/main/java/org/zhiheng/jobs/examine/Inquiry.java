package org.zhiheng.jobs.examine;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.Digest;

/// What is asked about a new mark.
///
/// @param name its words; empty of a figure alone
/// @param figure digest of its picture, if it has one
/// @param classes Nice classes as two digits; any when empty
/// @param groups similar groups, four digits; any when empty
/// @param lawDate the law of this day is applied; also the filing date, unless one is given
/// @param filedOn its filing or priority date, if it is filed
/// @param applicant who files; empty when nobody is named: nothing is left out as one's own then
/// @param top how many marks are listed, 1..[#TOP_MAX]
public record Inquiry(
    String name,
    Optional<Digest> figure,
    Set<String> classes,
    Set<String> groups,
    LocalDate lawDate,
    Optional<LocalDate> filedOn,
    String applicant,
    int top) {

  /// A longer list is read by nobody.
  public static final int TOP_MAX = 200;

  /// Copies the sets.
  ///
  /// @throws IllegalArgumentException when `top` lies outside 1..[#TOP_MAX]
  public Inquiry {
    if (top < 1 || top > TOP_MAX) {
      throw new IllegalArgumentException("top must be in 1.." + TOP_MAX + ": " + top);
    }
    classes = Set.copyOf(classes);
    groups = Set.copyOf(groups);
  }

  /// The day by which what is earlier is told from what is later.
  public LocalDate day() {
    return filedOn.orElse(lawDate);
  }
}
