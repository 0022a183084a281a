package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// An organisation is the party that bears its own name, with all that was merged into it; others
/// of its group are not known. Safe for many threads.
public final class OwnByName implements OwnParties {

  private final Accounts accounts;
  private final Parties parties;

  /// Over these stores.
  public OwnByName(Accounts accounts, Parties parties) {
    this.accounts = accounts;
    this.parties = parties;
  }

  @Override
  public boolean owns(OrganisationId organisation, PartyId party) {
    Optional<PartyId> self =
        accounts
            .organisation(organisation)
            .map(Organisation::name)
            .flatMap(
                name -> parties.named(organisation, List.of(name)).values().stream().findFirst())
            .flatMap(id -> parties.find(organisation, id))
            .map(Party::id);
    return self.isPresent() && parties.find(organisation, party).map(Party::id).equals(self);
  }
}
