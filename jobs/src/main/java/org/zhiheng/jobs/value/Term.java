package org.zhiheng.jobs.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.register.right.Right;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.values.Citation;

/// The term of a patent in force, seen from a day.
///
/// @param filed the filing date, from which it runs
/// @param granted the day of the grant
/// @param last its last day; compensation of the term is not in it
/// @param on the day
/// @param source the rule that counts it
record Term(LocalDate filed, LocalDate granted, LocalDate last, LocalDate on, Source source) {

  private static final String RULE = "cn.patent.term";

  /// The term, if the right is granted and in force and the rules of its office are known.
  static Optional<Term> of(Right right, Docket docket, LocalDate on) {
    Optional<LocalDate> filed = right.dates().filedOn();
    Optional<LocalDate> granted = right.dates().grantedOn();
    if (!right.life().inForce() || filed.isEmpty() || granted.isEmpty()) {
      return Optional.empty();
    }
    return docket.deadlines().stream()
        .filter(one -> one.question().rule().equals(RULE))
        .filter(one -> one.answer().due().filter(last -> !last.isBefore(on)).isPresent())
        .findFirst()
        .map(one ->
            new Term(
                filed.get(), granted.get(), one.answer().due().orElseThrow(), on, source(one, on)));
  }

  private static Source source(Deadline term, LocalDate on) {
    String law =
        term.answer().citations().reversed().stream()
            .findFirst()
            .map(Term::place)
            .orElse(term.question().rule());
    return new Source("register: filing date; " + law, on, term.answer().confidence());
  }

  /// `专利法 第四十二条`
  static String place(Citation citation) {
    return citation.article().isEmpty()
        ? citation.instrument()
        : citation.instrument() + " " + citation.article();
  }

  /// Years until it ends: whole ones, and days of the year that begins then over its length.
  double yearsLeft() {
    LocalDate after = last.plusDays(1);
    long whole = ChronoUnit.YEARS.between(on, after);
    LocalDate birthday = on.plusYears(whole);
    long rest = ChronoUnit.DAYS.between(birthday, after);
    return whole + (double) rest / ChronoUnit.DAYS.between(birthday, on.plusYears(whole + 1));
  }

  /// The patent year of a day, from 1.
  int patentYear(LocalDate day) {
    int year = 1;
    while (!filed.plusYears(year).isAfter(day)) {
      year++;
    }
    return year;
  }

  /// The last patent year.
  int lastYear() {
    return patentYear(last);
  }
}
