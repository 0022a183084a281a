package org.zhiheng.jobs.records;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.party.Parties;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// Names are one party's when they read alike or the register has merged them.
///
/// The register is asked once for all the names of the facts, and only when some names do not read
/// alike. For one thread, and for as long as one right is weighed.
final class KnownParties implements SameParty {

  private final Parties parties;
  private final OrganisationId organisation;
  private final Collection<Fact> facts;
  private @Nullable Map<String, PartyId> named;

  /// Of these facts' names.
  KnownParties(Parties parties, OrganisationId organisation, List<Fact> facts) {
    this.parties = parties;
    this.organisation = organisation;
    this.facts = List.copyOf(facts);
  }

  @Override
  public boolean test(String one, String other) {
    if (SameParty.BY_NAME.test(one, other)) {
      return true;
    }
    Map<String, PartyId> known = known();
    return known.containsKey(one) && Objects.equals(known.get(one), known.get(other));
  }

  private Map<String, PartyId> known() {
    if (named == null) {
      Set<String> names = new LinkedHashSet<>();
      facts.stream()
          .flatMap(KnownParties::names)
          .filter(name -> !name.isBlank())
          .forEach(names::add);
      named = parties.named(organisation, names);
    }
    return named;
  }

  /// Whom a fact names.
  private static Stream<String> names(Fact fact) {
    return switch (fact) {
      case Fact.Filed filed -> names(filed.bibliography());
      case Fact.Published published -> names(published.bibliography());
      case Fact.PreliminarilyApproved approved -> names(approved.bibliography());
      case Fact.Granted granted -> names(granted.bibliography());
      case Fact.Registered registered -> names(registered.bibliography());
      case Fact.Described described -> names(described.bibliography());
      case Fact.OwnersRecorded owners -> shares(owners.owners());
      case Fact.Assigned assigned ->
          Stream.concat(Stream.of(assigned.from()), shares(assigned.to()));
      case Fact.Pledged pledged -> Stream.of(pledged.pledgor(), pledged.pledgee());
      case Fact.Licensed licensed -> Stream.of(licensed.licensor(), licensed.licensee());
      case Fact.Corrected corrected ->
          corrected.replacement().stream().flatMap(KnownParties::names);
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
          Fact.Acted _,
          Fact.Noted _,
          Fact.Attached _ ->
          Stream.empty();
    };
  }

  private static Stream<String> names(Bibliography bibliography) {
    return bibliography.named().stream().map(Bibliography.Named::name);
  }

  private static Stream<String> shares(List<Fact.Share> shares) {
    return shares.stream().map(Fact.Share::name);
  }
}
