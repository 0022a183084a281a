package org.zhiheng.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Currency JPY = Currency.getInstance("JPY");

  @ParameterizedTest
  @CsvSource({
    "CNY 1234.50, 123450",
    "cny 1234.5, 123450",
    "'CNY 1,234.5', 123450",
    "CNY -0.01, -1",
    "JPY 1234, 1234",
    "KWD 1.234, 1234"
  })
  void readsAmountsInTheirCurrency(String typed, long minor) {
    assertThat(Money.parse(typed).orThrow().minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({
    "CNY 1.234, money",
    "JPY 1.0, money",
    "CNY 1e3, money",
    "'CNY 12,34', money",
    "CNY 1234567890123456, money",
    "QQQ 1, currency",
    "XAU 1, currency",
    "1, currency"
  })
  void refusesWhatIsNoAmount(String typed, String code) {
    assertThat(Money.parse(typed).refusal().map(Problem::code)).contains(code);
  }

  /// 100 / 3 = 33 and a third each: the odd fen goes to the first of equals.
  @Test
  void givesTheOddFenToTheEarlierOfEquals() {
    assertThat(minors(new Money(100, CNY).split(List.of(1L, 1L, 1L))))
        .containsExactly(34L, 33L, 33L);
    assertThat(minors(new Money(-100, CNY).split(List.of(1L, 1L, 1L))))
        .containsExactly(-34L, -33L, -33L);
  }

  /// 10 * 1/6 = 1 rest 4/6, 10 * 2/6 = 3 rest 2/6, 10 * 3/6 = 5: the first lost most.
  @Test
  void givesTheOddFenToThePartThatLostMost() {
    assertThat(minors(new Money(10, CNY).split(List.of(1L, 2L, 3L)))).containsExactly(2L, 3L, 5L);
  }

  /// 1,000,000.00 * 2.15 % * 90 / 365 = 5,301.369863…
  @Test
  void roundsInterestOnceAtTheEnd() {
    Money principal = Money.parse(CNY, "1000000").orThrow();

    Money interest =
        principal.times(
            Rate.PerYear.parse("2.15%").orThrow(), new YearFraction(90, 365), RoundingMode.HALF_UP);

    assertThat(interest.decimal()).isEqualTo("5301.37");
  }

  /// 5,000 yuan late by 10 days at 0.05 % a day: 5000 * 0.0005 * 10 = 25.
  @Test
  void countsLateFeesByTheDay() {
    Money fee =
        Money.parse(CNY, "5000")
            .orThrow()
            .times(Rate.PerDay.parse("0.05%").orThrow(), 10, RoundingMode.UNNECESSARY);

    assertThat(fee.decimal()).isEqualTo("25.00");
  }

  @Test
  void neverMixesCurrencies() {
    assertThatThrownBy(() -> new Money(1, CNY).plus(new Money(1, JPY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CNY 0.01, JPY 1");
  }

  @ParameterizedTest
  @CsvSource({
    "2.15%, 21500000, 2.15%",
    "0.0215, 21500000, 2.15%",
    "-1%, -10000000, -1%",
    "0, 0, 0%"
  })
  void readsRates(String typed, long billionths, String printed) {
    Rate.PerYear rate = Rate.PerYear.parse(typed).orThrow();

    assertThat(rate.billionths()).isEqualTo(billionths);
    assertThat(rate.percent()).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"0.00000000001", "x", "1e-3", "%", "99999999"})
  void refusesWhatIsNoRate(String typed) {
    assertThat(Rate.PerYear.parse(typed).refusal().map(Problem::code)).contains("rate");
  }

  private static List<Long> minors(List<Money> parts) {
    return parts.stream().map(Money::minor).toList();
  }
}
