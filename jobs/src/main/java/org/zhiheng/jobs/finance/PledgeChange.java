package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;

/// What changes of a pledge; what is empty stays.
///
/// @param creditor 质权人
/// @param secured the sum of the debt
/// @param term the last day of the debt
/// @param on the day from which the change holds
public record PledgeChange(
    Optional<String> creditor, Optional<Money> secured, Optional<LocalDate> term, LocalDate on) {

  /// All that is wrong with it for a pledge that stands.
  List<Problem> problems(Interest.Pledge pledge) {
    List<Problem> wrong = new ArrayList<>();
    creditor.ifPresent(name -> PledgeTerms.named("creditor", name, wrong));
    secured.ifPresent(sum -> PledgeTerms.summed(sum, wrong));
    term.ifPresent(day -> PledgeTerms.ended(day, on, wrong));
    if (on.isBefore(pledge.from())) {
      wrong.add(
          Problem.of(
              "pledge-change-before",
              "on",
              on.toString(),
              "A change is of no earlier day than the pledge and its last change, "
                  + pledge.from()
                  + "."));
    }
    return wrong;
  }

  /// The pledge stated anew.
  DatedFact of(Interest.Pledge pledge) {
    return new DatedFact(
        on,
        new Fact.Pledged(
            pledge.pledgor(),
            creditor.map(String::strip).orElse(pledge.pledgee()),
            pledge.recordNumber(),
            term.or(pledge::until),
            secured.map(Money::toString).orElse(pledge.amount())));
  }
}
