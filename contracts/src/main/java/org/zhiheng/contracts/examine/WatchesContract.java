package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What every implementation of [Watches] keeps to.
public abstract class WatchesContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");
  private static final int ALL = 100;

  /// The watches under test, of the same store in one test.
  protected abstract Watches watches();

  /// An organisation without watches.
  protected abstract OrganisationId newOrganisation();

  private static Watches.Fresh fresh(OrganisationId owner, String name) {
    return new Watches.Fresh(owner, "li", AT, name, Set.of("28", "35"), Set.of("2802"), 70);
  }

  private WatchId started(OrganisationId owner) {
    return watches().start(fresh(owner, "春香")).id();
  }

  private static Watches.Hit open(WatchId watch, long right, Instant at) {
    return new Watches.Hit(
        watch, new RightId(right), at, "{\"音\": 90}", Watches.State.OPEN, "", "", Optional.empty());
  }

  private boolean hit(WatchId watch, long right, Instant at) {
    return watches().hit(watch, new RightId(right), at, "{\"音\": 90}");
  }

  private List<Watches.Hit> hits(OrganisationId owner) {
    return watches().hits(owner, Optional.empty(), ALL);
  }

  @Test
  protected void givesBackWhatWasStarted() {
    OrganisationId owner = newOrganisation();
    Watches.Watch one = watches().start(fresh(owner, "春香禾福"));
    Watches.Watch any =
        watches().start(new Watches.Fresh(owner, "li", AT, "'𠮷'", Set.of(), Set.of(), 1));
    assertThat(one).isEqualTo(new Watches.Watch(one.id(), fresh(owner, "春香禾福"), Optional.empty()));
    assertThat(watches().all(owner)).containsExactly(any, one);
    assertThat(watches().running()).containsSubsequence(one, any);
  }

  @Test
  protected void endsOnce() {
    OrganisationId owner = newOrganisation();
    WatchId id = started(owner);
    Instant end = AT.plusSeconds(60);
    assertThat(watches().end(owner, id, end)).isTrue();
    assertThat(watches().end(owner, id, end.plusSeconds(1))).isFalse();
    assertThat(watches().all(owner))
        .containsExactly(new Watches.Watch(id, fresh(owner, "春香"), Optional.of(end)));
    assertThat(watches().running()).extracting(Watches.Watch::id).doesNotContain(id);
  }

  @Test
  protected void notesAHitOnce() {
    OrganisationId owner = newOrganisation();
    WatchId watch = started(owner);
    assertThat(hit(watch, 5, AT)).isTrue();
    assertThat(watches().hit(watch, new RightId(5), AT.plusSeconds(60), "again")).isFalse();
    assertThat(hits(owner)).containsExactly(open(watch, 5, AT));
  }

  @Test
  protected void keepsADecisionWhenTheMarkComesUpAgain() {
    OrganisationId owner = newOrganisation();
    WatchId watch = started(owner);
    hit(watch, 5, AT);
    Instant decided = AT.plusSeconds(60);
    RightId right = new RightId(5);
    assertThat(
            watches().decide(owner, watch, right, Watches.State.DISMISSED, "不近似", "wang", decided))
        .isTrue();
    assertThat(hit(watch, 5, AT.plusSeconds(120))).isFalse();
    assertThat(hits(owner))
        .containsExactly(
            new Watches.Hit(
                watch,
                right,
                AT,
                "{\"音\": 90}",
                Watches.State.DISMISSED,
                "不近似",
                "wang",
                Optional.of(decided)));
  }

  @Test
  protected void notesTheSameMarkUnderEachWatch() {
    OrganisationId owner = newOrganisation();
    WatchId first = started(owner);
    WatchId second = started(owner);
    assertThat(hit(first, 5, AT)).isTrue();
    assertThat(hit(second, 5, AT)).isTrue();
    watches()
        .decide(owner, first, new RightId(5), Watches.State.TAKEN, "", "li", AT.plusSeconds(1));
    assertThat(watches().hits(owner, Optional.of(Watches.State.OPEN), ALL))
        .containsExactly(open(second, 5, AT));
  }

  @Test
  protected void givesHitsNewestFirstByStateAndNotMoreThanAsked() {
    OrganisationId owner = newOrganisation();
    WatchId watch = started(owner);
    hit(watch, 7, AT);
    hit(watch, 6, AT.plusSeconds(2));
    hit(watch, 5, AT.plusSeconds(1));
    hit(watch, 8, AT);
    assertThat(hits(owner)).extracting(hit -> hit.right().number()).containsExactly(6L, 5L, 8L, 7L);
    assertThat(watches().hits(owner, Optional.empty(), 2))
        .extracting(hit -> hit.right().number())
        .containsExactly(6L, 5L);

    Instant decided = AT.plusSeconds(9);
    watches().decide(owner, watch, new RightId(5), Watches.State.TAKEN, "", "li", decided);
    assertThat(watches().hits(owner, Optional.of(Watches.State.TAKEN), ALL))
        .extracting(hit -> hit.right().number())
        .containsExactly(5L);
    assertThat(watches().hits(owner, Optional.of(Watches.State.OPEN), ALL))
        .extracting(hit -> hit.right().number())
        .containsExactly(6L, 8L, 7L);
    assertThat(watches().hits(owner, Optional.of(Watches.State.DISMISSED), ALL)).isEmpty();
  }

  @Test
  protected void showsHitsOfWatchesThatEnded() {
    OrganisationId owner = newOrganisation();
    WatchId watch = started(owner);
    hit(watch, 5, AT);
    watches().end(owner, watch, AT.plusSeconds(1));
    assertThat(hits(owner)).containsExactly(open(watch, 5, AT));
  }

  @Test
  protected void decidesNothingThatIsNotThere() {
    OrganisationId owner = newOrganisation();
    WatchId watch = started(owner);
    RightId right = new RightId(5);
    assertThat(watches().decide(owner, watch, right, Watches.State.TAKEN, "", "li", AT)).isFalse();
    assertThat(hits(owner)).isEmpty();
  }

  @Test
  protected void refusesHitsOfNoWatch() {
    OrganisationId owner = newOrganisation();
    WatchId none = new WatchId(started(owner).number() + 99_999);
    assertThatThrownBy(() -> hit(none, 5, AT)).isInstanceOf(RuntimeException.class);
    assertThat(hits(owner)).isEmpty();
  }

  @Test
  protected void keepsOrganisationsApart() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    WatchId watch = started(owner);
    hit(watch, 5, AT);
    RightId right = new RightId(5);

    assertThat(watches().all(other)).isEmpty();
    assertThat(watches().end(other, watch, AT)).isFalse();
    assertThat(hits(other)).isEmpty();
    assertThat(watches().decide(other, watch, right, Watches.State.TAKEN, "", "eve", AT)).isFalse();
    assertThat(hits(owner)).containsExactly(open(watch, 5, AT));
    assertThat(watches().all(owner))
        .containsExactly(new Watches.Watch(watch, fresh(owner, "春香"), Optional.empty()));
  }
}
