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
    "ACT/365F, 2008-01-01, 2009-01-01, 366"
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
