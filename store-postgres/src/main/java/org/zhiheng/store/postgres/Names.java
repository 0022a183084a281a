package org.zhiheng.store.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Bibliography.Role;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;

/// Whom the facts of a right name: all but its examiners, each name once, in the order first named.
final class Names {

  private final Map<String, Named> byKey = new LinkedHashMap<>();

  private Names() {}

  /// The names of these events, by [PartyKey].
  static Map<String, Named> of(List<Event> standing) {
    Names names = new Names();
    standing.forEach(event -> names.add(event.fact()));
    return names.byKey;
  }

  private void add(Fact fact) {
    switch (fact) {
      case Fact.Filed filed -> add(filed.bibliography());
      case Fact.Published published -> add(published.bibliography());
      case Fact.PreliminarilyApproved approved -> add(approved.bibliography());
      case Fact.Granted granted -> add(granted.bibliography());
      case Fact.Registered registered -> add(registered.bibliography());
      case Fact.Described described -> add(described.bibliography());
      case Fact.OwnersRecorded recorded -> recorded.owners().forEach(share -> add(share.name()));
      case Fact.Assigned assigned -> {
        add(assigned.from());
        assigned.to().forEach(share -> add(share.name()));
      }
      case Fact.Pledged pledged -> {
        add(pledged.pledgor());
        add(pledged.pledgee());
      }
      case Fact.Licensed licensed -> {
        add(licensed.licensor());
        add(licensed.licensee());
      }
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
          Fact.PledgeReleased _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _,
          Fact.Noted _,
          Fact.Attached _,
          Fact.Corrected _ -> {}
    }
  }

  private void add(Bibliography bibliography) {
    for (Named named : bibliography.named()) {
      if (named.role() != Role.EXAMINER) {
        add(named);
      }
    }
  }

  private void add(String name) {
    add(Named.of(Role.HOLDER, name));
  }

  private void add(Named named) {
    String key = PartyKey.of(named.name());
    if (!key.isEmpty()) {
      byKey.putIfAbsent(key, named);
    }
  }
}
