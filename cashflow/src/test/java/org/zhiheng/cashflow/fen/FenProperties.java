package org.zhiheng.cashflow.fen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class FenProperties {

  @Seeds(200)
  void agreesWithExactDecimals(Seed seed) {
    for (int i = 0; i < 200; i++) {
      long amount = seed.random().nextLong(1L << seed.between(1, 50));
      long numerator = seed.random().nextLong(1L << seed.between(1, 52));
      long denominator = 1 + seed.random().nextLong(1L << seed.between(1, 60));
      BigDecimal exact =
          BigDecimal.valueOf(amount)
              .multiply(BigDecimal.valueOf(numerator))
              .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.DOWN);
      if (exact.precision() > 18) {
        continue;
      }
      assertThat(Fen.floor(amount, numerator, denominator)).isEqualTo(exact.longValueExact());
      BigDecimal nearest =
          BigDecimal.valueOf(amount)
              .multiply(BigDecimal.valueOf(numerator))
              .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP);
      assertThat(Fen.halfUp(amount, numerator, denominator)).isEqualTo(nearest.longValueExact());
    }
  }

  /// What is not divided comes to what is.
  @Seeds(200)
  void sharesAndBillionthsAreParts(Seed seed) {
    for (int i = 0; i < 200; i++) {
      long amount = seed.random().nextLong(1L << seed.between(1, 50));
      long part = seed.random().nextLong(1L << seed.between(1, 50));
      for (Rounding rounding : Rounding.values()) {
        assertThat(Fen.share(amount, part, rounding))
            .isEqualTo(Fen.part(amount, part, Fen.SHARE, rounding));
        long rate = part >>> 22;
        assertThat(Fen.billionths(amount, rate, rounding))
            .isEqualTo(Fen.part(amount, rate, Fen.BILLION, rounding));
      }
    }
  }

  @Test
  void roundsAHalfUp() {
    assertThat(Fen.halfUp(1, 1, 2)).isEqualTo(1);
    assertThat(Fen.floor(1, 1, 2)).isZero();
    // 29 % of 1.00: in doubles 0.29 * 100 is 28.999…
    assertThat(Fen.floor(100, 29, 100)).isEqualTo(29);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Fen.floor(Long.MAX_VALUE, Long.MAX_VALUE, 1))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Fen.floor(-1, 1, 1)).isInstanceOf(ArithmeticException.class);
  }
}
