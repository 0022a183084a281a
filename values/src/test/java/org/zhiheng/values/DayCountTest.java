package org.zhiheng.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class DayCountTest {

  /// Thirty-day months: 360 * years + 30 * months + days, after moving a 31st.
  @ParameterizedTest
  @CsvSource({
    "30/360, 2007-01-15, 2007-01-30, 15",
    "30/360, 2007-01-15, 2007-01-31, 16", // 31 - 15: the first day is no 30th
    "30/360, 2007-01-31, 2007-02-28, 28", // 30 * 1 + 28 - 30
    "30/360, 2007-02-28, 2007-03-31, 33", // 30 * 1 + 31 - 28
    "30/360, 2007-12-31, 2008-12-31, 360",
    "30E/360, 2007-01-15, 2007-01-31, 15", // 30 - 15
    "30E/360, 2007-02-28, 2007-03-31, 32", // 30 * 1 + 30 - 28
    "ACT/360, 2007-02-28, 2007-03-31, 31",
    "ACT/365F, 2008-01-01, 2009-01-01, 366",
    "30/360 US, 2008-02-29, 2009-02-28, 360", // both ends of February: 30 and 30
    "30/360 US, 2007-02-28, 2007-03-31, 30", // 30 * 1 + 30 - 30
    "30E+/360, 2008-02-01, 2008-03-31, 60", // to 1 April
    "ACT/365NL, 2007-12-28, 2008-02-29, 62", // to the 28th
    "ACT/365NL, 2008-02-29, 2008-03-01, 1" // from the 28th
  })
  void countsDaysAsTheClauseSays(String code, LocalDate from, LocalDate to, long days) {
    assertThat(DayCount.parse(code).orThrow().days(from, to)).isEqualTo(days);
  }

  /// 2003-11-01 to 2004-05-01: 61 days of 2003 over 365 and 121 of 2004 over 366 (ISDA memo of
  /// 1998, EMU and market conventions, its first example; recalled).
  @Test
  void parts365And366InActualActual() {
    YearFraction time =
        DayCount.ACT_ACT_ISDA.yearFraction(LocalDate.of(2003, 11, 1), LocalDate.of(2004, 5, 1));

    assertThat(time).isEqualTo(new YearFraction(61 * 366 + 121 * 365, 365 * 366));
  }

  /// Facts of Hastructure's tests of day counts (c1fec9dc): days over the year's length.
  @ParameterizedTest
  @CsvSource({
    "2007-12-28, 2008-02-28, ACT/365F, 62, 365",
    "2007-12-28, 2008-02-28, ACT/360, 62, 360",
    "2007-12-28, 2008-02-28, ACT/365L, 62, 366",
    "2007-12-28, 2008-02-28, ACT/365NL, 62, 365",
    "2007-12-28, 2008-02-28, 30/360, 60, 360",
    "2007-12-28, 2008-02-28, 30/360 US, 60, 360",
    "2007-12-28, 2008-02-28, 30E/360, 60, 360",
    "2007-12-28, 2008-02-28, 30E/360 ISDA, 60, 360",
    "2007-12-28, 2008-02-28, 30E+/360, 60, 360",
    "2007-12-28, 2008-02-29, ACT/365F, 63, 365",
    "2007-12-28, 2008-02-29, ACT/365A, 63, 366",
    "2007-12-28, 2008-02-29, ACT/365L, 63, 366",
    "2007-12-28, 2008-02-29, ACT/365NL, 62, 365",
    "2007-12-28, 2008-02-29, 30/360, 61, 360",
    "2007-12-28, 2008-02-29, 30/360 US, 61, 360",
    "2007-12-28, 2008-02-29, 30E/360, 61, 360",
    "2007-12-28, 2008-02-29, 30E+/360, 61, 360",
    "2007-12-28, 2008-02-29, 30E/360 ISDA, 62, 360",
    "2007-10-31, 2008-11-30, ACT/365F, 396, 365",
    "2007-10-31, 2008-11-30, ACT/365A, 396, 366",
    "2007-10-31, 2008-11-30, ACT/365NL, 395, 365",
    "2007-10-31, 2008-11-30, 30/360, 390, 360",
    "2007-10-31, 2008-11-30, 30/360 US, 390, 360",
    "2007-10-31, 2008-11-30, 30E/360, 390, 360",
    "2007-10-31, 2008-11-30, 30E+/360, 390, 360",
    "2007-10-31, 2008-11-30, 30E/360 ISDA, 390, 360",
    "2008-02-01, 2009-05-31, ACT/365F, 485, 365",
    "2008-02-01, 2009-05-31, ACT/365A, 485, 366",
    "2008-02-01, 2009-05-31, ACT/365L, 485, 365",
    "2008-02-01, 2009-05-31, ACT/365NL, 484, 365",
    "2008-02-01, 2009-05-31, 30/360, 480, 360",
    "2008-02-01, 2009-05-31, 30/360 US, 480, 360",
    "2008-02-01, 2009-05-31, 30E/360, 479, 360",
    "2008-02-01, 2009-05-31, 30E+/360, 480, 360",
    "2008-02-01, 2009-05-31, 30E/360 ISDA, 479, 360"
  })
  void yearsAreAsAnotherEngineTestsThem(
      LocalDate from, LocalDate to, String code, long days, long year) {
    assertThat(DayCount.parse(code).orThrow().yearFraction(from, to))
        .isEqualTo(new YearFraction(days, year));
  }

  /// The same tests, in parts of a year: from, to, days of 365, days of 366.
  @ParameterizedTest
  @CsvSource({
    "2007-12-28, 2008-02-28, 4, 58",
    "2007-12-28, 2008-02-29, 4, 59",
    "2007-10-31, 2008-11-30, 62, 334",
    "2008-02-01, 2009-05-31, 150, 335"
  })
  void actualActualAsAnotherEngineTestsIt(LocalDate from, LocalDate to, long usual, long leap) {
    assertThat(DayCount.ACT_ACT_ISDA.yearFraction(from, to))
        .isEqualTo(new YearFraction(usual, 365).plus(new YearFraction(leap, 366)));
  }

  @Test
  void everyCodeReadsBack() {
    for (DayCount count : DayCount.values()) {
      assertThat(DayCount.parse(count.code()).orThrow()).isEqualTo(count);
    }
    assertThat(DayCount.parse("30/365").refusal().orElseThrow().reason()).contains("ACT/365NL");
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    assertThatThrownBy(
            () -> DayCount.ACT_360.days(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2020-01-02 .. 2020-01-01");
  }

  /// A day at a time, which is slow and obvious.
  @Seeds(100)
  void actualActualIsTheSumOfItsDays(Seed seed) {
    LocalDate from = LocalDate.of(1990, 1, 1).plusDays(seed.between(0, 15_000));
    LocalDate to = from.plusDays(seed.between(0, 2_000));
    YearFraction sum = YearFraction.ZERO;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      sum = sum.plus(new YearFraction(1, day.lengthOfYear()));
    }

    assertThat(DayCount.ACT_ACT_ISDA.yearFraction(from, to)).isEqualTo(sum);
  }

  @Seeds(100)
  void actualDaysAddUpOverAnyDayBetween(Seed seed) {
    LocalDate from = LocalDate.of(1990, 1, 1).plusDays(seed.between(0, 15_000));
    LocalDate between = from.plusDays(seed.between(0, 2_000));
    LocalDate to = between.plusDays(seed.between(0, 2_000));

    assertThat(
            DayCount.ACT_ACT_ISDA
                .yearFraction(from, between)
                .plus(DayCount.ACT_ACT_ISDA.yearFraction(between, to)))
        .isEqualTo(DayCount.ACT_ACT_ISDA.yearFraction(from, to));
  }
}
