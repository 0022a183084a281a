package org.zhiheng.register.party;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;

/// The parties that an organisation's records name, kept apart by organisation.
///
/// A name seen for the first time is a party of its own. Merging is an event and so is undoing it:
/// nothing is lost by either. Durable when a call returns; all or nothing; safe for many threads.
public interface Parties {

  /// One party, if the viewer has it. A merged one is found as what it was merged into.
  Optional<Party> find(OrganisationId viewer, PartyId id);

  /// Parties whose names contain the term (any case and width), most rights first, then by id.
  List<Party> search(OrganisationId viewer, String term, int limit);

  /// One page of all parties by id, after this one.
  List<Party> page(OrganisationId viewer, Optional<PartyId> after, int limit);

  /// The party of each of these names, for those the organisation knows.
  Map<String, PartyId> named(OrganisationId viewer, Collection<String> names);

  /// Adds a name to a party; a name that another party has is refused (merge the two).
  Changed addName(OrganisationId owner, PartyId id, Party.Name name, String recordedBy);

  /// Records the unified social credit code (checked by the caller).
  Changed identify(OrganisationId owner, PartyId id, String creditCode, String recordedBy);

  /// From now on `absorbed` is `into`.
  Changed merge(
      OrganisationId owner, PartyId into, PartyId absorbed, String reason, String recordedBy);

  /// Undoes the merge of `absorbed`.
  Changed unmerge(OrganisationId owner, PartyId absorbed, String reason, String recordedBy);

  /// What a change came to.
  sealed interface Changed {
    /// It stands now.
    record Done() implements Changed {}

    /// It was refused.
    record Refused(Problem problem) implements Changed {}
  }
}
