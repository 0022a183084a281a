package org.zhiheng.jobs.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Laws of dockets over seeded lives.
final class DocketingProperties {

  private static final List<RightKind> KINDS =
      List.of(
          RightKind.INVENTION_PATENT, RightKind.UTILITY_MODEL, RightKind.DESIGN, RightKind.MARK);

  private static RightKind kind(Seed seed) {
    return seed.oneOf(KINDS);
  }

  private static Life life(Seed seed, RightKind kind) {
    LocalDate filed = LocalDate.of(2012, 1, 1).plusDays(seed.between(0, 4_000));
    Life life = new Life(kind, filed.plusDays(3).toString()).filed(filed.toString());
    LocalDate on = filed;
    if (seed.chance(0.7)) {
      on = on.plusDays(seed.between(200, 900));
      if (kind == RightKind.MARK) {
        life.registered(on.toString());
      } else {
        life.granted(on.toString());
      }
    }
    int acts = seed.between(0, 12);
    for (int i = 0; i < acts; i++) {
      on = on.plusDays(seed.between(0, 200));
      Act act = seed.oneOf(List.of(Act.values()));
      if (seed.chance(0.5)) {
        life.act(on.toString(), act, seed.oneOf(List.of(ServiceWay.values())));
      } else {
        life.act(on.toString(), act);
      }
    }
    if (seed.chance(0.2)) {
      life.event(on.plusDays(30).toString(), new Fact.Ceased(""));
    }
    return life;
  }

  private static String day(Seed seed) {
    return LocalDate.of(2013, 1, 1).plusDays(seed.between(0, 4_900)).toString();
  }

  @Seeds
  void theOrderOfRecordingDoesNotMatter(Seed seed) {
    RightKind kind = kind(seed);
    Life life = life(seed, kind);
    String on = day(seed);
    List<Event> shuffled = new ArrayList<>(life.events());
    Collections.reverse(shuffled);
    assertThat(life.docket(shuffled, on, Map.of())).isEqualTo(life.on(on));
  }

  @Seeds
  void everyKeyStandsOnceAndEveryMissedOneNamesItsRemedy(Seed seed) {
    RightKind kind = kind(seed);
    Docket docket = life(seed, kind).on(day(seed));
    List<String> keys = Life.keys(docket);
    assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
    for (Deadline deadline : docket.deadlines()) {
      if (deadline.state() instanceof State.Missed missed) {
        assertThat(missed.opens()).hasSameSizeAs(deadline.answer().remedies());
      }
      deadline.parent().ifPresent(parent -> assertThat(keys).contains(parent));
    }
  }

  /// What ran yesterday stands today: running, done, missed, over, settled or ended, never gone.
  @Seeds
  void nothingIsEverDropped(Seed seed) {
    RightKind kind = kind(seed);
    Life life = life(seed, kind);
    LocalDate on = LocalDate.parse(day(seed));
    Set<String> before = new HashSet<>(Life.keys(life.on(on.toString())));
    Set<String> after = new HashSet<>(Life.keys(life.on(on.plusDays(400).toString())));
    assertThat(after).containsAll(before);
  }

  /// An act is taken for one deadline; only a missed one and the remedy it opens share it, and two
  /// terms for one fee.
  @Seeds
  void anActStopsOneClock(Seed seed) {
    RightKind kind = kind(seed);
    Docket docket = life(seed, kind).on(day(seed));
    Map<String, String> byAct = new TreeMap<>();
    for (Deadline deadline : docket.deadlines()) {
      if (deadline.state() instanceof State.Met met
          && deadline.answer().kind().toString().endsWith("deadline")) {
        String before = byAct.put(met.by().toString(), deadline.key());
        if (before != null) {
          assertThat(List.of(before, deadline.key()))
              .allMatch(key -> key.contains("filing-fee") || key.contains("restoration"));
        }
      }
    }
  }

  @Seeds
  void aClosingTouchesItsOwnDeadlineAlone(Seed seed) {
    RightKind kind = kind(seed);
    Life life = life(seed, kind);
    String on = day(seed);
    Docket open = life.on(on);
    List<String> running =
        open.deadlines().stream()
            .filter(one -> one.state() instanceof State.Running)
            .map(Deadline::key)
            .toList();
    if (running.isEmpty()) {
      return;
    }
    String closed = seed.oneOf(running);
    Closing closing = new Closing("x", "li", Instant.EPOCH);
    Docket with = life.on(on, Map.of(closed, closing));
    assertThat(with.deadlines()).hasSameSizeAs(open.deadlines());
    for (Deadline deadline : with.deadlines()) {
      if (deadline.key().equals(closed)) {
        assertThat(deadline.state()).isEqualTo(new State.Closed(closing));
      } else {
        assertThat(deadline).isEqualTo(Life.one(open, deadline.key()));
      }
    }
  }

  @Test
  void aRightOfAnotherOfficeHasNoDeadlinesHere() {
    Life life = new Life(RightKind.INVENTION_PATENT, "2026-01-10").filed("2024-03-01");
    assertThat(
            Life.docketing()
                .of(
                    RightKind.INVENTION_PATENT,
                    new org.zhiheng.register.number.Office("EP"),
                    life.events(),
                    Life.deadlines().knownOn(LocalDate.of(2026, 2, 1)),
                    Map.of(),
                    LocalDate.of(2026, 2, 1))
                .deadlines())
        .isEmpty();
  }
}
