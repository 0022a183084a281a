package org.zhiheng.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.values.OrganisationId;

/// What every audit trail must do.
public abstract class AuditTrailContract {

  /// The back end's ports.
  protected abstract RegisterStores stores();

  /// An organisation that has no records yet.
  protected abstract OrganisationId newOrganisation();

  private static AuditTrail.Entry entry(OrganisationId organisation, int second) {
    return new AuditTrail.Entry(
        Instant.parse("2026-01-02T03:04:05Z").plusSeconds(second),
        organisation,
        "li",
        "export",
        "R" + second,
        "五行");
  }

  @Test
  void givesBackEntriesNewestFirstPageByPage() {
    AuditTrail trail = stores().trail();
    OrganisationId organisation = newOrganisation();
    for (int second = 0; second < 5; second++) {
      trail.keep(entry(organisation, second));
    }
    java.util.List<AuditTrail.Kept> first = trail.page(organisation, Optional.empty(), 3);
    assertThat(first)
        .extracting(AuditTrail.Kept::entry)
        .containsExactly(entry(organisation, 4), entry(organisation, 3), entry(organisation, 2));
    assertThat(trail.page(organisation, Optional.of(first.getLast().number()), 3))
        .extracting(AuditTrail.Kept::entry)
        .containsExactly(entry(organisation, 1), entry(organisation, 0));
  }

  @Test
  void keepsOrganisationsApart() {
    AuditTrail trail = stores().trail();
    trail.keep(entry(newOrganisation(), 1));
    assertThat(trail.page(newOrganisation(), Optional.empty(), 10)).isEmpty();
  }
}
