package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;

/// What must be paid to keep a portfolio alive: the fees of all rights that are owing on the day of
/// payment or due by another, each as [Upkeep] reckons it. What nobody can say is told apart, never
/// left out.
///
/// Cost: one docket a right.
public final class PaymentList {

  private static final int BATCH = Part.MOST_MAX;

  private final DocketBoard board;
  private final Docketing docketing;
  private final Upkeep upkeep;

  PaymentList(DocketBoard board, Docketing docketing, Upkeep upkeep) {
    this.board = board;
    this.docketing = docketing;
    this.upkeep = upkeep;
  }

  /// Takes what is found, in the order of the rights' ids.
  public interface Taker {
    /// A fee to be paid.
    void fee(DocketBoard.Case right, FeeDue fee);

    /// A fee that is due and not known.
    void unknown(DocketBoard.Case right, Problem problem);

    /// A fee was missed for good: only restoration is left, and no fee of the right is listed.
    void ended(DocketBoard.Case right);
  }

  /// Goes through all rights of an organisation.
  ///
  /// @param law as it is known on the day of payment
  /// @param until fees that are due later are left for the next list
  void each(
      OrganisationId organisation, KnownLaw law, Upkeep.Terms terms, LocalDate until, Taker taker) {
    Optional<Part> part = Optional.of(new Part(0, BATCH));
    while (part.isPresent()) {
      part = part(organisation, law, terms, until, part.get(), taker);
    }
  }

  /// Goes through some rights of an organisation.
  ///
  /// @return the next ones; empty at the end
  Optional<Part> part(
      OrganisationId organisation,
      KnownLaw law,
      Upkeep.Terms terms,
      LocalDate until,
      Part part,
      Taker taker) {
    List<DocketBoard.Case> cases = board.cases(organisation, part.after(), part.most());
    cases.forEach(one -> one(one, law, terms, until, taker));
    return part.next(cases);
  }

  private void one(
      DocketBoard.Case one, KnownLaw law, Upkeep.Terms terms, LocalDate until, Taker taker) {
    Docket docket =
        docketing.of(one.kind(), one.office(), one.events(), law, one.closings(), terms.on());
    Right right = Right.fold(one.kind(), one.office(), one.events(), SameParty.BY_NAME).right();
    FeesDue due =
        upkeep.due(
            right, docket, law, FeeRelief.terms(FeeRelief.on(one.events(), terms.on()), terms));
    due.problems().forEach(problem -> taker.unknown(one, problem));
    if (due.ended()) {
      // what came due after it is owed by nobody unless the right is restored
      taker.ended(one);
    } else {
      due.fees().stream()
          .filter(fee -> !fee.due().isAfter(until))
          .forEach(fee -> taker.fee(one, fee));
    }
  }
}
