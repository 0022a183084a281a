package org.zhiheng.jobs.examine.pattern;

import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// Which parties an organisation is itself: the house says so, not whoever asks.
@FunctionalInterface
public interface OwnParties {

  /// Whether this party is the organisation itself or one of its group.
  boolean owns(OrganisationId organisation, PartyId party);
}
