package org.zhiheng.cashflow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class RootSearchTest {

  @Test
  void findsTheRootOfTwo() {
    assertThat(RootSearch.FINE.between(x -> x * x - 2, 0, 2).found().orElseThrow())
        .isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void saysThatBothEndsHaveOneSign() {
    assertThat(RootSearch.FINE.between(x -> x * x + 1, -1, 1))
        .isEqualTo(
            new Solution.None(
                Solution.Why.NO_CHANGE_OF_SIGN, "The value is 2.0 at -1.0 and 2.0 at 1.0."));
  }

  @Test
  void saysThatStepsRanOut() {
    assertThat(new RootSearch(1e-12, 3).between(x -> x * x * x - 2, -100, 100))
        .isInstanceOfSatisfying(
            Solution.None.class,
            none -> assertThat(none.why()).isEqualTo(Solution.Why.TOO_MANY_STEPS));
  }

  @Test
  void saysThatItIsNoNumber() {
    assertThat(RootSearch.FINE.between(x -> x < 0 ? -1 : Double.NaN, -1, 1))
        .isInstanceOfSatisfying(
            Solution.None.class,
            none -> assertThat(none.why()).isEqualTo(Solution.Why.NOT_A_NUMBER));
  }

  /// A jump from -1 to 1 at a third: the place is enclosed, the residual tells that it jumps.
  @Test
  void aJumpIsFoundAndShown() {
    assertThat(RootSearch.FINE.between(x -> x < 1 / 3.0 ? -1 : 1, 0, 1))
        .isInstanceOfSatisfying(
            Solution.Found.class,
            found -> {
              assertThat(found.low()).isLessThanOrEqualTo(1 / 3.0);
              assertThat(found.high()).isBetween(1 / 3.0, 1 / 3.0 + 2e-12);
              assertThat(Math.abs(found.residual())).isEqualTo(1);
            });
  }

  @Test
  void widensUntilItFinds() {
    assertThat(RootSearch.FINE.around(x -> x - 1_000, 0, 1, -1e6, 1e6).found().orElseThrow())
        .isCloseTo(1_000, within(1e-9));
    assertThat(RootSearch.FINE.around(x -> x - 1_000, 0, 1, -10, 10))
        .isInstanceOf(Solution.None.class);
  }

  @Test
  void breakEvenIsTheLastLevelThatHolds() {
    assertThat(RootSearch.FINE.breakEven(stress -> 100 * stress <= 37, 0, 1))
        .isInstanceOfSatisfying(
            Solution.Found.class,
            found -> {
              assertThat(100 * found.value()).isLessThanOrEqualTo(37);
              assertThat(100 * found.high()).isGreaterThan(37);
              assertThat(found.high() - found.low()).isLessThanOrEqualTo(1e-12);
            });
    assertThat(RootSearch.FINE.breakEven(_ -> true, 0, 1))
        .isEqualTo(new Solution.None(Solution.Why.NO_CHANGE_OF_SIGN, "It still holds at 1.0."));
  }

  @Test
  void refusesAnEmptyRange() {
    assertThatThrownBy(() -> RootSearch.FINE.between(x -> x, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.0, 1.0");
    assertThatThrownBy(() -> new RootSearch(0, 10)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Products of three factors that change sign once in the range.
  @Seeds(300)
  void whatIsEnclosedIsFound(Seed seed) {
    double root = -5 + 10 * seed.random().nextDouble();
    double steep = Math.exp(-5 + 10 * seed.random().nextDouble());
    Solution solution =
        RootSearch.FINE.between(
            x -> steep * (x - root) * (1 + x * x) * Math.exp(x / 3), -6 - steep / 1e3, 7);

    assertThat(solution.found().orElseThrow()).isCloseTo(root, within(1e-11));
  }

  /// All roots that lie a cell apart at least.
  @Seeds(100)
  void scanFindsAllThatLieApart(Seed seed) {
    double first = seed.random().nextDouble();
    double second = 2 + seed.random().nextDouble();
    double third = 4 + seed.random().nextDouble();

    assertThat(RootSearch.FINE.scan(x -> (x - first) * (x - second) * (x - third), -0.5, 5.5, 100))
        .isInstanceOfSatisfying(
            Solution.Several.class,
            several -> {
              assertThat(several.values()).hasSize(3);
              assertThat(several.values().get(0)).isCloseTo(first, within(1e-11));
              assertThat(several.values().get(1)).isCloseTo(second, within(1e-11));
              assertThat(several.values().get(2)).isCloseTo(third, within(1e-11));
            });
  }
}
