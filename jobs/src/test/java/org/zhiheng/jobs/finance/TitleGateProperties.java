package org.zhiheng.jobs.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Laws of the gate over seeded records.
final class TitleGateProperties {

  private static final List<RightKind> KINDS =
      List.of(RightKind.INVENTION_PATENT, RightKind.UTILITY_MODEL, RightKind.DESIGN);

  private static String day(Seed seed) {
    return LocalDate.of(2026, 6, 1).plusDays(seed.between(0, 170)).toString();
  }

  private static Told told(Seed seed) {
    Told told = new Told(seed.oneOf(KINDS));
    if (seed.chance(0.9)) {
      told.filed(LocalDate.of(2021, 1, 1).plusDays(seed.between(0, 1_700)).toString());
    }
    if (seed.chance(0.8)) {
      told.granted("2026-05-0" + seed.between(1, 10));
    }
    told.recorded = seed.oneOf(List.of("2024-01-05", "2026-06-01", "2026-11-21"));
    int papers = seed.between(0, 9);
    for (int i = 0; i < papers; i++) {
      told.paper(day(seed), seed.oneOf(List.of(TitlePaper.values())));
    }
    int more = seed.between(0, 5);
    for (int i = 0; i < more; i++) {
      told.event(day(seed), any(seed));
    }
    return told;
  }

  private static Fact any(Seed seed) {
    return switch (seed.between(0, 8)) {
      case 0 -> new Fact.PledgeReleased("Y2026-1");
      case 1 -> new Fact.PreservationLifted("B-1");
      case 2 -> new Fact.Resumed();
      case 3 ->
          new Fact.Acted(
              Act.ANNUITY_PAID, Optional.empty(), Optional.empty(), "" + seed.between(3, 8), "");
      case 4 ->
          new Fact.Acted(Act.INVALIDATION_DECISION, Optional.empty(), Optional.empty(), "", "");
      case 5 -> new Fact.OwnersRecorded(List.of(new Fact.Share(Told.OWNER, 1)));
      case 6 -> new Fact.LicenceEnded("X-OPEN");
      default -> blocking(seed);
    };
  }

  private static Fact blocking(Seed seed) {
    return switch (seed.between(0, 8)) {
      case 0 -> new Fact.Ceased("");
      case 1 -> new Fact.Invalidated(List.of());
      case 2 -> new Fact.Suspended("");
      case 3 -> new Fact.Preserved("示例法院", "B-1", Optional.empty());
      case 4 -> new Fact.Pledged(Told.OWNER, "乙银行", "Y2026-1", Optional.empty(), "");
      case 5 ->
          new Fact.Acted(Act.INVALIDATION_REQUESTED, Optional.empty(), Optional.empty(), "", "");
      case 6 ->
          new Fact.Licensed(
              seed.oneOf(List.of(Fact.LicenceKind.values())),
              Told.OWNER,
              "丁示例公司",
              "X-OPEN",
              Optional.empty());
      default ->
          new Fact.OwnersRecorded(
              List.of(new Fact.Share(Told.OWNER, 1), new Fact.Share(Told.PARTNER, 1)));
    };
  }

  private static List<String> statuses(TitleCheck check) {
    return check.findings().stream()
        .map(one ->
            one.ground().code()
                + " "
                + one.status()
                + " "
                + one.code()
                + " "
                + one.acknowledgement().isPresent())
        .toList();
  }

  /// What is clear rests on an entry of the record; without a word of the extract and the papers,
  /// only what events show by themselves is.
  @Seeds(300)
  void absenceIsNeverClear(Seed seed) {
    Told told = told(seed);
    assertThat(told.check().findings())
        .filteredOn(one -> one.status() == Finding.Status.CLEAR)
        .allSatisfy(one -> assertThat(one.entries()).isNotEmpty());
    assertThat(told.check().of(PledgeGround.OTHER).status()).isNotEqualTo(Finding.Status.CLEAR);

    for (TitlePaper paper : TitlePaper.values()) {
      told.without(paper);
    }
    assertThat(told.check().verdict()).isNotEqualTo(TitleCheck.Verdict.CONFIRMED);
    assertThat(told.check().findings())
        .filteredOn(one -> one.status() == Finding.Status.CLEAR)
        .extracting(Finding::ground)
        .isSubsetOf(
            PledgeGround.NOT_GRANTED,
            PledgeGround.ANNUITY_UNPAID,
            PledgeGround.TERM_BEYOND_PATENT,
            PledgeGround.UTILITY_TWIN); // of designs

    told.facts.clear();
    assertThat(told.check().findings())
        .allSatisfy(one -> assertThat(one.status()).isEqualTo(Finding.Status.NO_SOURCE));
  }

  @Seeds(300)
  void takingAPaperAwayMakesNothingClearer(Seed seed) {
    Told told = seed.chance(0.5) ? Told.clean() : told(seed);
    TitleCheck before = told.check();
    told.without(seed.oneOf(List.of(TitlePaper.values())));
    TitleCheck after = told.check();
    assertThat(after.verdict().compareTo(before.verdict())).isGreaterThanOrEqualTo(0);
    for (PledgeGround ground : PledgeGround.values()) {
      if (before.of(ground).status() != Finding.Status.CLEAR) {
        assertThat(after.of(ground).status())
            .as(seed + " " + ground)
            .isNotEqualTo(Finding.Status.CLEAR);
      }
    }
  }

  /// A fact that stands in the way makes the verdict no better.
  @Seeds(300)
  void aBlockingFactMakesNothingClearer(Seed seed) {
    Told told = seed.chance(0.5) ? Told.clean() : told(seed);
    TitleCheck before = told.check();
    Fact fact = blocking(seed);
    told.event("2026-11-22", fact);
    TitleCheck after = told.check();
    assertThat(after.verdict().compareTo(before.verdict()))
        .as("seed %s: %s then %s after %s", seed, before.open(), after.open(), fact)
        .isGreaterThanOrEqualTo(0);
  }

  @Seeds(300)
  void theOrderOfRecordingDoesNotMatter(Seed seed) {
    Told told = told(seed);
    assertThat(statuses(told.shuffled(seed.number())))
        .as("seed %s: %s", seed, told.facts.stream().map(DatedFact::toString).toList())
        .isEqualTo(statuses(told.check()));
  }
}
