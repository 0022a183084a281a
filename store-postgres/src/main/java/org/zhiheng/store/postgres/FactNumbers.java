package org.zhiheng.store.postgres;

import java.util.List;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.number.RightNumber;

/// The numbers that a fact brings: they become numbers of its right.
final class FactNumbers {

  private FactNumbers() {}

  static List<RightNumber> of(Fact fact) {
    return switch (fact) {
      case Fact.Filed filed -> filed.numbers();
      case Fact.Published published -> List.of(published.number());
      case Fact.PreliminarilyApproved approved -> approved.numbers();
      case Fact.Granted granted -> List.of(granted.number());
      case Fact.Registered registered -> registered.numbers();
      case Fact.Described described -> described.numbers();
      case Fact.Corrected corrected ->
          corrected.replacement().map(FactNumbers::of).orElse(List.of());
      case Fact.ExaminationBegun _,
          Fact.Refused _,
          Fact.Withdrawn _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _,
          Fact.Renewed _,
          Fact.Restored _,
          Fact.Invalidated _,
          Fact.Cancelled _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Assigned _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _,
          Fact.Acted _,
          Fact.Noted _,
          Fact.Attached _ ->
          List.of();
    };
  }
}
