package org.zhiheng.cashflow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Figures of the uniform practices, recomputed; "HS" and "AB" are facts of the tests of
/// Hastructure (c1fec9dc) and AbsBox.
final class SpeedCurveTest {

  /// 1 - (1 - CPR)^(1/12).
  @ParameterizedTest
  @CsvSource({
    "0.06, 0.005143013",
    "0.002, 0.000166820", // 100 PSA, month 1
    "0.01, 0.000837177", // 100 PSA, month 5
    "0.024, 0.002022343" // 80 PSA, month 15
  })
  void monthOfAYear(double annual, double monthly) {
    assertThat(SpeedCurve.monthly(annual)).isCloseTo(monthly, within(5e-10));
    assertThat(SpeedCurve.annualOf(SpeedCurve.monthly(annual))).isCloseTo(annual, within(1e-15));
  }

  /// Months 1, 5, 30 and 31 of 100 PSA; month 15 of 80 PSA (0.8 * 3 %); the 21st step where 60 of
  /// 80 months are left (AB).
  @Test
  void psa() {
    SpeedCurve hundred = new SpeedCurve.Psa(1);

    assertThat(hundred.annual(1, 360)).isCloseTo(0.002, within(1e-15));
    assertThat(hundred.annual(5, 360)).isCloseTo(0.01, within(1e-15));
    assertThat(hundred.annual(30, 360)).isCloseTo(0.06, within(1e-15));
    assertThat(hundred.annual(31, 360)).isCloseTo(0.06, within(1e-15));
    assertThat(new SpeedCurve.Psa(0.8).annual(15, 360)).isCloseTo(0.024, within(1e-15));
    assertThat(hundred.annual(80 - 60 + 1, 80)).isCloseTo(0.042, within(1e-15));
    assertThat(hundred.annual(80 - 10 + 1, 80)).isCloseTo(0.06, within(1e-15));
  }

  /// 0.6 % - 0.0095 % * 30 in month 90; 0.6 % - 0.0095 % * 60 = 0.03 % in month 120.
  @ParameterizedTest
  @CsvSource({
    "1, 0.0002",
    "29, 0.0058",
    "30, 0.006",
    "60, 0.006",
    "61, 0.005905",
    "90, 0.00315",
    "119, 0.000395",
    "120, 0.0003",
    "360, 0.0003"
  })
  void sda(int age, double annual) {
    assertThat(new SpeedCurve.Sda(1).annual(age, 360)).isCloseTo(annual, within(1e-15));
  }

  /// HS: of an 18-month loan with 12 left, nine shares of 1 % and nine of 2 %: 1, 1, 1, 2, 2 …
  @Test
  void sharesByTermDropWhatHasElapsed() {
    List<Double> shares =
        Stream.concat(Stream.generate(() -> 0.01).limit(9), Stream.generate(() -> 0.02).limit(9))
            .toList();
    SpeedCurve curve = new SpeedCurve.ByTerm(Map.of(18, shares));

    assertThat(IntStream.rangeClosed(18 - 12 + 1, 18).mapToObj(age -> curve.annual(age, 18)))
        .startsWith(0.01, 0.01, 0.01, 0.02, 0.02)
        .hasSize(12);
    assertThatThrownBy(() -> curve.annual(1, 24))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[18]: 24");
  }

  /// What survives 10 % a year: 0.9^(90/365) after 90 days, 0.9 after 365.
  @Test
  void shareOfDays() {
    assertThat(1 - SpeedCurve.forDays(0.1, 90)).isCloseTo(0.9743552535, within(5e-11));
    assertThat(1 - SpeedCurve.forDays(0.1, 365)).isCloseTo(0.9, within(1e-15));
    assertThat(SpeedCurve.forDays(1, 0)).isZero();
    assertThat(SpeedCurve.forDays(1, 1)).isEqualTo(1);
  }

  @Test
  void refusesSharesThatAreNone() {
    assertThatThrownBy(() -> new SpeedCurve.Flat(1.01))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.01");
    assertThatThrownBy(() -> new SpeedCurve.Flat(0.1).annual(0, 12))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SpeedCurve.Psa(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Twelve months one after the other leave what the year leaves.
  @Seeds(100)
  void twelveMonthsAreAYear(Seed seed) {
    double annual = seed.random().nextDouble();
    double left = 1;
    for (int month = 0; month < 12; month++) {
      left *= 1 - SpeedCurve.monthly(annual);
    }

    assertThat(left).isCloseTo(1 - annual, within(1e-14));
  }
}
