package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// What every implementation of [Examinations] keeps to.
public abstract class ExaminationsContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");
  private static final int LONG_REPEATS = 50_000;

  /// The examinations under test, of the same store in one test.
  protected abstract Examinations examinations();

  /// An organisation without examinations.
  protected abstract OrganisationId newOrganisation();

  private static Examinations.Fresh fresh(OrganisationId owner, String name) {
    return new Examinations.Fresh(
        owner,
        AT,
        "li",
        name,
        "{\"name\":\"" + name + "\",  \"classes\":[30]}",
        "{\"index\":\"1:2\"}",
        Digest.of(name.getBytes(StandardCharsets.UTF_8)),
        "[\n {\"说明\":\"\\u0041 'x' 𠮷\"}]");
  }

  private List<Examinations.Kept> kept(OrganisationId owner, int count) {
    List<Examinations.Kept> all = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      all.add(examinations().keep(fresh(owner, "春香" + number)));
    }
    return all;
  }

  @Test
  protected void givesBackWhatWasKept() {
    OrganisationId owner = newOrganisation();
    Examinations.Fresh fresh = fresh(owner, "春香禾福");
    Examinations.Kept kept = examinations().keep(fresh);
    assertThat(kept.content()).isEqualTo(fresh);
    assertThat(examinations().find(owner, kept.id())).contains(kept);
    assertThat(examinations().find(owner, new ExaminationId(kept.id().number() + 99_999)))
        .isEmpty();
  }

  // the digests in it hold for the very text
  @Test
  protected void keepsTextToTheLetter() {
    OrganisationId owner = newOrganisation();
    Examinations.Fresh fresh = fresh(owner, "x");
    Examinations.Fresh large =
        new Examinations.Fresh(
            owner,
            AT,
            "li",
            "x",
            " {\"b\":1, \"a\":2, \"b\":1.50}\n",
            fresh.basis(),
            fresh.list(),
            "[" + "\"很长\",".repeat(LONG_REPEATS) + "0]");
    Examinations.Kept kept = examinations().keep(large);
    assertThat(examinations().find(owner, kept.id()).orElseThrow().content()).isEqualTo(large);
  }

  @Test
  protected void keepsTheSameTwiceUnderTwoIds() {
    OrganisationId owner = newOrganisation();
    Examinations.Kept first = examinations().keep(fresh(owner, "甲"));
    Examinations.Kept second = examinations().keep(fresh(owner, "甲"));
    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(second.content()).isEqualTo(first.content());
    assertThat(examinations().page(owner, Optional.empty(), 10)).containsExactly(second, first);
  }

  @Test
  protected void pagesNewestFirst() {
    OrganisationId owner = newOrganisation();
    List<Examinations.Kept> all = kept(owner, 5);
    examinations().keep(fresh(newOrganisation(), "别的"));

    List<Examinations.Kept> first = examinations().page(owner, Optional.empty(), 2);
    assertThat(first).containsExactly(all.get(4), all.get(3));
    List<Examinations.Kept> second =
        examinations().page(owner, Optional.of(first.getLast().id()), 2);
    assertThat(second).containsExactly(all.get(2), all.get(1));
    List<Examinations.Kept> third =
        examinations().page(owner, Optional.of(second.getLast().id()), 2);
    assertThat(third).containsExactly(all.get(0));
    assertThat(examinations().page(owner, Optional.of(third.getLast().id()), 2)).isEmpty();
  }

  @Test
  protected void keepsOrganisationsApart() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    Examinations.Kept kept = examinations().keep(fresh(owner, "甲"));
    assertThat(examinations().find(other, kept.id())).isEmpty();
    assertThat(examinations().page(other, Optional.empty(), 10)).isEmpty();
    assertThat(
            examinations().page(other, Optional.of(new ExaminationId(kept.id().number() + 1)), 10))
        .isEmpty();
  }
}
