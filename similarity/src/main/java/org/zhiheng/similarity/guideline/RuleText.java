package org.zhiheng.similarity.guideline;

import java.util.List;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// A rule as the data have it.
///
/// @param id names the mechanism that decides it
/// @param number 1..13
/// @param citation where it stands and how far that was checked
/// @param exceptions may be none
public record RuleText(
    String id,
    int number,
    String titleZh,
    String titleEn,
    String conditionZh,
    String conditionEn,
    Citation citation,
    List<ExceptionText> exceptions) {

  /// Copies the list.
  public RuleText {
    exceptions = List.copyOf(exceptions);
  }

  /// An exception as the data have it.
  ///
  /// @param id names the mechanism that decides it
  /// @param confidence how far its wording was checked
  public record ExceptionText(String id, String zh, String en, Confidence confidence) {}
}
