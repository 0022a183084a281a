package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;

/// What a pledge is registered with.
///
/// @param deal what the right backs
/// @param recordNumber the office's number of the pledge, or the contract's as long as there is
///   none
/// @param pledgors who pledge; empty where all owners as recorded do
/// @param creditor 质权人
/// @param secured the sum of the debt, above zero
/// @param term the last day of the debt
/// @param on the day from which the pledge stands
/// @param extractDaysMax how old papers that speak for a day may be
public record PledgeTerms(
    DealName deal,
    String recordNumber,
    List<String> pledgors,
    String creditor,
    Money secured,
    LocalDate term,
    LocalDate on,
    int extractDaysMax) {

  /// Longest name of a party, longest number.
  static final int NAME_LENGTH_MAX = 200;

  /// Copies the list.
  public PledgeTerms {
    pledgors = List.copyOf(pledgors);
  }

  TitleQuestion question(LocalDate day) {
    return new TitleQuestion(pledgors, Optional.of(term), day, extractDaysMax);
  }

  /// All that is wrong with them, whatever the right.
  List<Problem> problems() {
    List<Problem> wrong = new ArrayList<>();
    named("creditor", creditor, wrong);
    named("number", recordNumber, wrong);
    pledgors.forEach(name -> named("pledgor", name, wrong));
    summed(secured, wrong);
    ended(term, on, wrong);
    return wrong;
  }

  static void named(String path, String name, List<Problem> wrong) {
    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
      wrong.add(
          Problem.of(
              "required",
              path,
              name.isBlank() ? "" : name.length() + " characters",
              "It is given in 1 to " + NAME_LENGTH_MAX + " characters."));
    }
  }

  static void summed(Money sum, List<Problem> wrong) {
    if (sum.minor() <= 0) {
      wrong.add(
          Problem.of(
              "pledge-amount", "secured", sum.toString(), "A debt is of more than nothing."));
    }
  }

  static void ended(LocalDate term, LocalDate on, List<Problem> wrong) {
    if (term.isBefore(on)) {
      wrong.add(
          Problem.of(
              "term-before-start",
              "term",
              term.toString(),
              "The last day must not lie before the first, " + on + "."));
    }
  }
}
