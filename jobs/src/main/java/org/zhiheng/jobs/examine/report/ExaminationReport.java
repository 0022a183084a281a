package org.zhiheng.jobs.examine.report;

import java.util.List;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.values.Digest;

/// A kept examination in words: all that its report says, in one language, in its order.
///
/// @param tongue the language
/// @param id of the record
/// @param list digest of the list as it was kept
/// @param sign what was examined, as it is called in the title
/// @param asked what was asked, by whom, when
/// @param result what came of it, in sentences
/// @param lines the list, a line a mark; may be empty
/// @param details the reasons, mark by mark, in the order of the list
/// @param grounds what the screen found against the sign itself; may be empty
/// @param basis what the list rests on
/// @param check how it can be checked
/// @param open what was not looked at
public record ExaminationReport(
    Tongue tongue,
    ExaminationId id,
    Digest list,
    String sign,
    List<Fact> asked,
    List<String> result,
    List<Line> lines,
    List<Detail> details,
    List<Ground> grounds,
    List<Fact> basis,
    List<String> check,
    List<String> open) {

  /// Copies the lists.
  public ExaminationReport {
    asked = List.copyOf(asked);
    result = List.copyOf(result);
    lines = List.copyOf(lines);
    details = List.copyOf(details);
    grounds = List.copyOf(grounds);
    basis = List.copyOf(basis);
    check = List.copyOf(check);
    open = List.copyOf(open);
  }

  /// A label and what it tells.
  public record Fact(String label, String text) {}

  /// A mark in the list.
  ///
  /// @param rank from 1
  /// @param mark its words
  /// @param number best known by
  /// @param holder may be empty
  /// @param day when it was registered or filed, in words; may be empty
  /// @param goods how near the goods stand; may be empty
  /// @param scores sound, shape, meaning, figure, with two places; a dash where not compared
  /// @param standing whether it can be cited, in a few words
  public record Line(
      int rank,
      String mark,
      String number,
      String holder,
      String day,
      String goods,
      List<String> scores,
      String standing) {
    /// Copies the list.
    public Line {
      scores = List.copyOf(scores);
    }
  }

  /// The reasons of one mark.
  ///
  /// @param rank from 1
  /// @param mark its words
  /// @param number best known by
  /// @param facts scores with their evidence, goods, standing
  /// @param rules of the guideline that apply or that a person decides
  public record Detail(int rank, String mark, String number, List<Fact> facts, List<Rule> rules) {
    /// Copies the lists.
    public Detail {
      facts = List.copyOf(facts);
      rules = List.copyOf(rules);
    }
  }

  /// A rule of the guideline.
  ///
  /// @param heading its number, what it is about, whether it applies
  /// @param reasons why
  /// @param exceptions each with its outcome, its reasons and how far its wording was checked
  /// @param source where it stands and how far that was checked
  public record Rule(String heading, String reasons, List<String> exceptions, String source) {
    /// Copies the list.
    public Rule {
      exceptions = List.copyOf(exceptions);
    }
  }

  /// Something against the sign itself.
  ///
  /// @param part of the sign
  /// @param text why
  /// @param source where it stands and how far that was checked
  public record Ground(String part, String text, String source) {}
}
