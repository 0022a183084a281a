package org.zhiheng.jobs.administer.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;
import org.zhiheng.values.RightId;

final class FindingsTest {

  private static final RightId RIGHT = new RightId(3);
  private static final LocalDate DAY = LocalDate.of(2026, 9, 24);
  private static final Money SUM = Money.parse("CNY 1000").orThrow();

  private static Notice notice(String shipper) {
    return new Notice(RIGHT, DAY, "宁波海关", "玩具", shipper, "", Optional.empty());
  }

  private static Recordal recordal(
      String number, LocalDate first, LocalDate last, Optional<LocalDate> guaranteed) {
    return new Recordal(
        number,
        RIGHT,
        first,
        last,
        "",
        List.of("卖家 " + number),
        guaranteed.map(until -> new Guarantee("总 " + number, SUM, until)));
  }

  @Test
  void neverKnowsTheAmountOfSecurity() {
    Finding security = Findings.of(notice("甲"), List.of(), List.of(), DAY).get(2);
    assertThat(security.outcome()).isEqualTo(Finding.Outcome.MISSING);
    assertThat(security.citations()).extracting(Citation::confidence).contains(Confidence.UNKNOWN);
  }

  @Test
  void doesNotPassAShipperThatNothingIsComparedWith() {
    assertThat(Findings.of(notice("甲"), List.of(), List.of(), DAY).get(1).outcome())
        .isEqualTo(Finding.Outcome.NO_SOURCE);
  }

  private static List<Recordal> some(Seed seed) {
    List<Recordal> some = new ArrayList<>();
    int count = seed.random().nextInt(6);
    for (int number = 0; number < count; number++) {
      LocalDate first = DAY.plusDays(seed.random().nextInt(4_000) - 3_800);
      some.add(
          recordal(
              "P" + number,
              first,
              first.plusDays(seed.random().nextInt(3_653)),
              seed.chance(.5)
                  ? Optional.of(DAY.plusDays(seed.random().nextInt(20) - 10))
                  : Optional.empty()));
    }
    return some;
  }

  /// The order in which recordals are written down changes nothing; a recordal in force that day is
  /// found where there is one; a seller is found whatever became of the recordal.
  @ParameterizedTest
  @Seeds(200)
  void looksAtEveryRecordal(Seed seed) {
    List<Recordal> some = some(seed);
    List<Recordal> turned = new ArrayList<>(some);
    Collections.reverse(turned);
    assertThat(Findings.of(notice("甲"), turned, List.of(), DAY))
        .as(seed.toString())
        .isEqualTo(Findings.of(notice("甲"), some, List.of(), DAY));
    assertThat(Findings.counting(some, DAY).filter(one -> one.stands(DAY)).isPresent())
        .as(seed.toString())
        .isEqualTo(some.stream().anyMatch(one -> one.stands(DAY)));
    for (Recordal one : some) {
      assertThat(Findings.authorised(notice("卖家  " + one.number()), some))
          .as(seed.toString())
          .contains(one);
    }
  }

  /// More security given never makes it missing.
  @ParameterizedTest
  @Seeds(100)
  void moreSecurityIsNeverLess(Seed seed) {
    List<Recordal> some = some(seed);
    Finding.Outcome without = Findings.of(notice("甲"), some, List.of(), DAY).get(2).outcome();
    Finding.Outcome with = Findings.of(notice("甲"), some, List.of(SUM), DAY).get(2).outcome();
    assertThat(with).as(seed.toString()).isLessThanOrEqualTo(without);
    assertThat(with).as(seed.toString()).isEqualTo(Finding.Outcome.CLEAR);
  }
}
