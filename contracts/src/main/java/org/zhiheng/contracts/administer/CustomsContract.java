package org.zhiheng.contracts.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.values.Money;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What every keeper of the customs duty desk must do.
public abstract class CustomsContract {

  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Money SUM = Money.parse("CNY 200000.50").orThrow();

  /// The back end.
  protected abstract Customs customs();

  /// An organisation that keeps nothing yet.
  protected abstract OrganisationId newOrganisation();

  private static Recordal recordal(String number, long right, Optional<Guarantee> guarantee) {
    return new Recordal(
        number,
        new RightId(right),
        LocalDate.of(2020, 1, 2),
        LocalDate.of(2030, 1, 1),
        "搪胶玩具",
        List.of("甲公司", "Beta B.V."),
        guarantee);
  }

  private static Notice notice(Optional<Money> worth) {
    return new Notice(new RightId(3), DAY, "宁波海关", "玩具 2,000 件", "丙公司", "2,000 件", worth);
  }

  private Customs.Id keep(OrganisationId organisation) {
    return customs().keep(organisation, notice(Optional.empty()), "li", NOW).id();
  }

  @Test
  void countsTheNewestOfANumber() {
    OrganisationId organisation = newOrganisation();
    Customs.Recorded first =
        customs().record(organisation, recordal("T2020-2", 3, Optional.empty()), "li", NOW);
    Customs.Recorded other =
        customs().record(organisation, recordal("T2020-1", 4, Optional.empty()), "li", NOW);
    assertThat(customs().recordal(organisation, "T2020-2")).contains(first);
    Customs.Recorded changed =
        customs()
            .record(
                organisation,
                recordal(
                    "T2020-2", 3, Optional.of(new Guarantee("总 7", SUM, LocalDate.of(2027, 1, 1)))),
                "wang",
                NOW);
    assertThat(customs().recordal(organisation, "T2020-2")).contains(changed);
    assertThat(customs().recordals(organisation, new RightId(3))).containsExactly(changed);
    assertThat(customs().recordals(organisation, 10)).containsExactly(other, changed);
    assertThat(customs().recordals(organisation, 1)).containsExactly(other);
    assertThat(customs().recordals(newOrganisation(), 10)).isEmpty();
  }

  @Test
  void givesBackNoticesAndTheirSteps() {
    OrganisationId organisation = newOrganisation();
    Customs.Kept kept = customs().keep(organisation, notice(Optional.of(SUM)), "li", NOW);
    assertThat(customs().find(organisation, kept.id())).contains(kept);
    assertThat(customs().find(newOrganisation(), kept.id())).isEmpty();
    List<Step> steps =
        List.of(
            new Step.Propose(DAY, "仿品"),
            new Step.Secure(DAY, SUM),
            new Step.Secure(DAY, SUM),
            new Step.Sign(DAY, ""),
            new Step.Detained(DAY));
    for (Step step : steps) {
      assertThat(customs().step(organisation, kept.id(), step, "wang", NOW)).isTrue();
    }
    assertThat(customs().find(organisation, kept.id()).orElseThrow().steps())
        .containsExactlyElementsOf(
            steps.stream().map(step -> new Customs.Taken(step, "wang", NOW)).toList());
  }

  @Test
  void takesEachStepOnceAndOneEnd() {
    OrganisationId organisation = newOrganisation();
    Customs.Id id = keep(organisation);
    Step propose = new Step.Propose(DAY, "");
    Step decline = new Step.Decline(DAY, "授权商");
    assertThat(customs().step(newOrganisation(), id, propose, "x", NOW)).isFalse();
    assertThat(customs().step(organisation, id, propose, "li", NOW)).isTrue();
    assertThat(customs().step(organisation, id, propose, "wang", NOW)).isFalse();
    assertThat(customs().step(organisation, id, decline, "wang", NOW)).isTrue();
    assertThat(customs().step(organisation, id, new Step.Sign(DAY, ""), "zhao", NOW)).isFalse();
    assertThat(customs().step(organisation, id, decline, "zhao", NOW)).isFalse();
    assertThat(customs().find(organisation, id).orElseThrow().steps())
        .containsExactly(
            new Customs.Taken(propose, "li", NOW), new Customs.Taken(decline, "wang", NOW));
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    OrganisationId organisation = newOrganisation();
    Customs.Id first = keep(organisation);
    Customs.Id second = keep(organisation);
    Customs.Id third = keep(organisation);
    keep(newOrganisation());
    customs().step(organisation, second, new Step.Propose(DAY, ""), "li", NOW);
    assertThat(customs().page(organisation, Optional.empty(), 10))
        .extracting(Customs.Kept::id)
        .containsExactly(third, second, first);
    assertThat(customs().page(organisation, Optional.of(third), 1))
        .extracting(kept -> kept.steps().size())
        .containsExactly(1);
  }
}
