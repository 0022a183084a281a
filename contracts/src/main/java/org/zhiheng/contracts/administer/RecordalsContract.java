package org.zhiheng.contracts.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.administer.recordal.Gate;
import org.zhiheng.jobs.administer.recordal.RecordalKind;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What every keeper of requests must do.
public abstract class RecordalsContract {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00.123456Z");

  /// The back end.
  protected abstract Recordals recordals();

  /// An organisation that asked for nothing yet.
  protected abstract OrganisationId newOrganisation();

  private static Request request(Optional<Request.Export> export) {
    return new Request(
        RecordalKind.ASSIGNMENT,
        List.of(new RightId(3), new RightId(1)),
        LocalDate.of(2026, 11, 20),
        "甲公司",
        "Beta B.V.",
        "CN",
        "NL",
        List.of("甲公司", "Beta B.V."),
        List.of("乙大学"),
        true,
        export);
  }

  private Recordals.Kept keep(OrganisationId organisation, Optional<Recordals.Id> replaces) {
    return recordals()
        .keep(
            organisation,
            request(Optional.empty()),
            Gate.Outcome.STOPPED,
            "[{\"gate\":\"title\"}]",
            replaces,
            "li",
            NOW);
  }

  @Test
  void givesBackWhatWasKept() {
    OrganisationId organisation = newOrganisation();
    Recordals.Kept plain = keep(organisation, Optional.empty());
    Recordals.Kept leaving =
        recordals()
            .keep(
                organisation,
                request(Optional.of(new Request.Export(Request.Technology.LIMITED, "许可 7"))),
                Gate.Outcome.NO_SOURCE,
                "[]",
                Optional.of(plain.id()),
                "wang",
                NOW);
    assertThat(recordals().find(organisation, plain.id())).contains(plain);
    assertThat(recordals().find(organisation, leaving.id())).contains(leaving);
    assertThat(recordals().find(newOrganisation(), plain.id())).isEmpty();
  }

  @Test
  void startsOnce() {
    OrganisationId organisation = newOrganisation();
    Recordals.Id id = keep(organisation, Optional.empty()).id();
    assertThat(recordals().start(newOrganisation(), id, "others", "x", NOW)).isFalse();
    assertThat(recordals().start(organisation, id, "核对过合同", "wang", NOW)).isTrue();
    assertThat(recordals().start(organisation, id, "again", "zhao", NOW)).isFalse();
    assertThat(recordals().find(organisation, id).orElseThrow().started())
        .contains(new Recordals.Started("核对过合同", "wang", NOW));
  }

  @Test
  void listsWhatNothingReplacedPageByPage() {
    OrganisationId organisation = newOrganisation();
    Recordals.Id first = keep(organisation, Optional.empty()).id();
    Recordals.Id second = keep(organisation, Optional.of(first)).id();
    Recordals.Id third = keep(organisation, Optional.empty()).id();
    keep(newOrganisation(), Optional.empty());
    assertThat(recordals().page(organisation, Optional.empty(), 10))
        .extracting(Recordals.Kept::id)
        .containsExactly(third, second);
    assertThat(recordals().page(organisation, Optional.of(third), 1))
        .extracting(Recordals.Kept::id)
        .containsExactly(second);
  }
}
