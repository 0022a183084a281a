package org.zhiheng.similarity.guideline;

import java.util.List;
import org.zhiheng.values.Citation;

/// What one rule says of two marks.
///
/// @param number 1..13, as the rules are numbered here
/// @param id of the rule
/// @param titleZh what it is about
/// @param titleEn what it is about, in English
/// @param outcome whether it applies
/// @param reasons why; at least one
/// @param exceptions its exceptions; only when its condition is met
/// @param notes what is said beside it where scripts differ; most often none
/// @param citation where the rule stands and how far that was checked
public record RuleFinding(
    int number,
    String id,
    String titleZh,
    String titleEn,
    Outcome outcome,
    List<RuleReason> reasons,
    List<ExceptionFinding> exceptions,
    List<RuleNote> notes,
    Citation citation) {

  /// Copies the lists.
  public RuleFinding {
    reasons = List.copyOf(reasons);
    exceptions = List.copyOf(exceptions);
    notes = List.copyOf(notes);
  }

  /// Whether a rule applies.
  public enum Outcome {
    /// Its condition is met, and no exception is known to hold.
    APPLIES,
    /// Its condition is not met, or an exception holds.
    DOES_NOT_APPLY,
    /// 需人工判断: a machine cannot tell whether its condition is met.
    UNDECIDED
  }

  /// In Chinese: 规则2适用：…；其除外情形（…）不成立：….
  public String sentenceZh() {
    StringBuilder line =
        new StringBuilder("规则" + number + "（" + titleZh + "）")
            .append(
                switch (outcome) {
                  case APPLIES -> "适用：";
                  case DOES_NOT_APPLY -> "不适用：";
                  case UNDECIDED -> "需人工判断：";
                });
    line.append(String.join("；", reasons.stream().map(RuleReason::zh).toList()));
    for (ExceptionFinding exception : exceptions) {
      line.append("；除外情形（").append(exception.zh()).append("）");
      line.append(
          switch (exception.outcome()) {
            case HOLDS -> "成立：";
            case DOES_NOT_HOLD -> "不成立：";
            case UNDECIDED -> "需人工判断：";
          });
      line.append(String.join("；", exception.reasons().stream().map(RuleReason::zh).toList()));
    }
    notes.forEach(note -> line.append("。").append(note.zh()));
    return line.append("。").toString();
  }

  /// In English: rule 2 applies because …; its exception (…) does not, because ….
  public String sentenceEn() {
    StringBuilder line =
        new StringBuilder("Rule " + number + " (" + titleEn + ") ")
            .append(
                switch (outcome) {
                  case APPLIES -> "applies because ";
                  case DOES_NOT_APPLY -> "does not apply because ";
                  case UNDECIDED -> "is for a person to decide because ";
                });
    line.append(String.join(", and ", reasons.stream().map(RuleReason::en).toList()));
    for (ExceptionFinding exception : exceptions) {
      line.append("; its exception (").append(exception.en()).append(") ");
      line.append(
          switch (exception.outcome()) {
            case HOLDS -> "holds because ";
            case DOES_NOT_HOLD -> "does not hold because ";
            case UNDECIDED -> "is for a person to decide because ";
          });
      line.append(String.join(", and ", exception.reasons().stream().map(RuleReason::en).toList()));
    }
    notes.forEach(note -> line.append(". ").append(note.en()));
    return line.append(".").toString();
  }
}
