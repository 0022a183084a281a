package org.zhiheng.jobs.administer.expedite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.jobs.administer.expedite.Eligibility.Outcome;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class EligibilityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 9, 28);
  private static final KnownLaw LAW = Deadlines.load().knownOn(LocalDate.of(2026, 11, 22));

  private static Eligibility of(Route route, Map<Condition, Boolean> said) {
    return Eligibility.of(route, Optional.empty(), said, LAW, DAY);
  }

  /// Seven working days from 28 September 2026, over the holidays of October: see the example of
  /// the rule.
  @Test
  void whatIsPromisedIsCountedByItsRule() {
    assertThat(of(Route.PRE_EXAMINATION, Map.of()).promises())
        .containsExactly(
            new Eligibility.Promise(
                "cn.patent.preexam-result", Optional.of(LocalDate.of(2026, 10, 13)), "certain"));
  }

  @Test
  void whatNobodySaysIsNoPass() {
    for (Route route : Route.values()) {
      assertThat(of(route, Map.of()).verdict()).isEqualTo("unknown");
      assertThat(of(route, Map.of()).findings())
          .isNotEmpty()
          .allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.NO_SOURCE);
            assertThat(finding.condition().citation().instrument()).isNotBlank();
          });
    }
  }

  /// Open when all hold, closed when one does not, and never open while one is unsaid.
  @Seeds(200)
  void theVerdictFollowsFromTheFindings(Seed seed) {
    Route route = seed.oneOf(java.util.List.of(Route.values()));
    Map<Condition, Boolean> said = new EnumMap<>(Condition.class);
    boolean unsaid = false;
    boolean failing = false;
    for (Condition condition : Condition.of(route)) {
      if (seed.chance(.2)) {
        unsaid = true;
      } else {
        boolean holds = seed.chance(.8);
        failing |= !holds;
        said.put(condition, holds);
      }
    }
    assertThat(of(route, said).verdict())
        .isEqualTo(failing ? "not-eligible" : unsaid ? "unknown" : "eligible");
  }
}
