package org.zhiheng.jobs.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.deadlines.fee.Annuity;
import org.zhiheng.deadlines.fee.AnnuityQuestion;
import org.zhiheng.deadlines.fee.FeeBook;
import org.zhiheng.deadlines.fee.Ground;
import org.zhiheng.deadlines.fee.PatentKind;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// All annual fees of a patent from the year of its grant to its last, at the tariff that is known.
///
/// @param fees by year
/// @param problems years whose fee is not known
record YearFees(List<YearFee> fees, List<Problem> problems) {

  private static final int GRACE_MONTHS = 6;

  YearFees {
    fees = List.copyOf(fees);
    problems = List.copyOf(problems);
  }

  static YearFees of(RightKind kind, Term term, Upkeep.Relief relief, FeeBook book) {
    List<YearFee> fees = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int granted = term.patentYear(term.granted());
    for (int year = granted; year <= term.lastYear(); year++) {
      LocalDate begins = term.filed().plusYears(year - 1L);
      Parsed<Annuity> found =
          book.annuity(
              new AnnuityQuestion(
                  patentKind(kind),
                  year,
                  granted,
                  begins,
                  begins,
                  begins.plusMonths(GRACE_MONTHS),
                  begins,
                  grounds(relief)));
      switch (found) {
        case Parsed.Ok<Annuity>(Annuity.Payable fee) ->
            fees.add(
                new YearFee(
                    year,
                    begins,
                    fee.total(),
                    fee.citations().stream().map(Term::place).collect(Collectors.joining("; ")),
                    fee.confidence()));
        // paid on the day it is due it has not ended
        case Parsed.Ok<Annuity>(Annuity.Ended _) -> {}
        case Parsed.Refused<Annuity>(Problem problem) -> problems.add(problem.at("year " + year));
      }
    }
    return new YearFees(fees, problems);
  }

  /// Those of the years that begin after a day.
  List<YearFee> after(LocalDate day) {
    return fees.stream().filter(fee -> fee.begins().isAfter(day)).toList();
  }

  private static Set<Ground> grounds(Upkeep.Relief relief) {
    return switch (relief) {
      case NONE -> EnumSet.noneOf(Ground.class);
      case SOLE -> EnumSet.of(Ground.SOLE_RELIEF);
      case JOINT -> EnumSet.of(Ground.JOINT_RELIEF);
    };
  }

  private static PatentKind patentKind(RightKind kind) {
    return switch (kind) {
      case INVENTION_PATENT -> PatentKind.INVENTION_PATENT;
      case UTILITY_MODEL -> PatentKind.UTILITY_MODEL;
      case DESIGN -> PatentKind.DESIGN;
      case MARK,
          SOFTWARE_COPYRIGHT,
          WORK,
          GEOGRAPHICAL_INDICATION,
          LAYOUT_DESIGN,
          DATA_IP_REGISTRATION ->
          throw new IllegalArgumentException("annual fees are paid for patents: " + kind);
    };
  }
}
