package org.zhiheng.valuation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Six patents, to be checked by hand.
///
/// 0 (G06F, H04L) filed 2010, granted after 1000 days, cited by 1, 2 and 3; 1 and 2 are of its
/// cohort, 3 cites it after five years and before seven, 4 is too young, 5 stands alone.
final class PatentQualityTest {

  private static final LocalDate FILED = LocalDate.of(2010, 3, 1);

  private final PatentQuality quality = PatentQuality.of(table(), LocalDate.of(2020, 1, 1));

  @Test
  void countsAreAsGiven() {
    assertThat(quality.raw(Measure.SCOPE, 0)).isEqualTo(2);
    assertThat(quality.raw(Measure.FAMILY, 0)).isEqualTo(4);
    assertThat(quality.raw(Measure.CLAIMS, 0)).isEqualTo(20);
    assertThat(quality.raw(Measure.LITERATURE, 0)).isEqualTo(3);
    assertThat(quality.raw(Measure.RENEWAL, 0)).isEqualTo(8);
    // two outside; patent 1 cites one outside and patent 0
    assertThat(quality.raw(Measure.BACKWARD, 0)).isEqualTo(2);
    assertThat(quality.raw(Measure.BACKWARD, 1)).isEqualTo(2);
    assertThat(quality.raw(Measure.CLAIMS_PER_BACKWARD, 0)).isEqualTo(10);
  }

  /// Published 2011-09-01: 1 and 2 within five years, 3 (2017-09-01) within seven.
  @Test
  void forwardCitationsWithinYears() {
    assertThat(quality.raw(Measure.FORWARD_5, 0)).isEqualTo(2);
    assertThat(quality.raw(Measure.FORWARD_7, 0)).isEqualTo(3);
    assertThat(quality.raw(Measure.FORWARD_5, 5)).isZero();
    // filed 2017: five years are not over in 2020
    assertThat(quality.raw(Measure.FORWARD_5, 4)).isNaN();
  }

  /// Citing: 1 (G06F), 2 (G06F, A61K), 3 (A61K): shares 1.5/3 and 1.5/3, so 1 - 2 * 0.25.
  @Test
  void generalityIsOverTheClassesOfCitingPatents() {
    assertThat(quality.raw(Measure.GENERALITY, 0)).isCloseTo(0.5, within(1e-15));
    assertThat(quality.raw(Measure.GENERALITY, 5)).isNaN();
  }

  /// 3 cites 0 (G06F, H04L) and 2 (G06F, A61K): shares 1/2, 1/4, 1/4, so 1 - 6/16.
  @Test
  void originalityIsOverTheClassesOfCitedPatents() {
    assertThat(quality.raw(Measure.ORIGINALITY, 3)).isCloseTo(10 / 16.0, within(1e-15));
  }

  /// 3 is of A61K: of G06F, H04L, G06F, A61K three are foreign. 1 is of G06F: of two, one.
  @Test
  void radicalnessIsTheShareOfForeignClasses() {
    assertThat(quality.raw(Measure.RADICALNESS, 3)).isEqualTo(0.75);
    assertThat(quality.raw(Measure.RADICALNESS, 1)).isEqualTo(0.5);
    assertThat(quality.raw(Measure.RADICALNESS, 0)).isNaN();
  }

  /// Lags of the cohort: 1000, 2000; 2 is not granted.
  @Test
  void grantLagIsTurnedRound() {
    assertThat(quality.raw(Measure.GRANT_LAG, 0)).isEqualTo(0.5);
    assertThat(quality.raw(Measure.GRANT_LAG, 1)).isZero();
    assertThat(quality.raw(Measure.GRANT_LAG, 2)).isNaN();
  }

  /// The cohort of 2010 has claims 20, 10, 5: its 98th percentile by rank is 20. Families 4, 1, 2;
  /// forward citations 2, 0, 0; backward 2, 2, 1.
  @Test
  void countsAreSetBesideTheCohort() {
    assertThat(quality.normal(Measure.CLAIMS, 0)).isEqualTo(1);
    assertThat(quality.normal(Measure.CLAIMS, 1)).isEqualTo(0.5);
    assertThat(quality.normal(Measure.FORWARD_5, 1)).isZero();
    // (1 + 1 + 1 + 0.5) / 4 and (1 + 1 + 1 + 0.5 + 1 + 0.5) / 6
    assertThat(quality.composite4(0)).isCloseTo(3.5 / 4, within(1e-15));
    assertThat(quality.composite6(0)).isCloseTo(5 / 6.0, within(1e-15));
    assertThat(quality.composite4(2)).isNaN();
  }

  @Test
  void theMostCitedOfACohortBreaksThrough() {
    assertThat(quality.raw(Measure.BREAKTHROUGH, 0)).isEqualTo(1);
    assertThat(quality.raw(Measure.BREAKTHROUGH, 1)).isZero();
    // cited most of its cohort, with nothing
    assertThat(quality.raw(Measure.BREAKTHROUGH, 5)).isZero();
  }

  @Test
  void nothingIsNothing() {
    assertThat(PatentQuality.of(new PatentTable.Builder().build(), FILED).count()).isZero();
  }

  @Test
  void refusesWhatIsNotThere() {
    PatentTable.Builder builder = new PatentTable.Builder();
    assertThatThrownBy(() -> builder.cite(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0, 0");
    assertThatThrownBy(() -> builder.add(patent(0, FILED, 1, 1, 0, 0, List.of("G6F"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("G6F");
  }

  private static PatentTable table() {
    PatentTable.Builder builder = new PatentTable.Builder();
    builder.add(
        new Patent(
            3,
            FILED,
            LocalDate.of(2011, 9, 1),
            Optional.of(FILED.plusDays(1_000)),
            4,
            20,
            2,
            3,
            List.of("G06F", "H04L", "G06F"),
            OptionalInt.of(8)));
    builder.add(
        new Patent(
            3,
            FILED,
            LocalDate.of(2012, 9, 1),
            Optional.of(FILED.plusDays(2_000)),
            1,
            10,
            1,
            0,
            List.of("G06F"),
            OptionalInt.empty()));
    builder.add(patent(3, FILED, 2, 5, 0, 0, List.of("G06F", "A61K")));
    builder.add(patent(3, LocalDate.of(2016, 3, 1), 1, 1, 0, 0, List.of("A61K")));
    builder.add(patent(3, LocalDate.of(2017, 3, 1), 1, 1, 0, 0, List.of("A61K")));
    builder.add(patent(4, FILED, 1, 1, 0, 0, List.of("A61K")));
    builder.cite(1, 0);
    builder.cite(2, 0);
    builder.cite(3, 0);
    builder.cite(3, 2);
    return builder.build();
  }

  /// Published eighteen months after the filing, not granted.
  private static Patent patent(
      int field,
      LocalDate filed,
      int family,
      int claims,
      int outside,
      int literature,
      List<String> subclasses) {
    return new Patent(
        field,
        filed,
        filed.plusMonths(18),
        Optional.empty(),
        family,
        claims,
        outside,
        literature,
        subclasses,
        OptionalInt.empty());
  }
}
