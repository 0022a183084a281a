package org.zhiheng.server.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Where things lie in charts.
final class RulerTest {

  @Test
  void readsInThousandths() {
    Ruler ruler = new Ruler(-50, 150);
    assertThat(ruler.at(-50)).isZero();
    // (0 + 50) / 200
    assertThat(ruler.at(0)).isEqualTo(250);
    assertThat(ruler.at(150)).isEqualTo(1_000);
    assertThat(ruler.at(1e9)).isEqualTo(1_000);
    assertThat(ruler.at(-1e9)).isZero();
  }

  @Test
  void ticksAreRoundAndFew() {
    assertThat(new Ruler(0, 2_413).ticks())
        .isEqualTo(List.of(0.0, 500.0, 1_000.0, 1_500.0, 2_000.0));
    assertThat(new Ruler(0, 0.37).ticks()).hasSizeBetween(3, 7);
    assertThat(new Ruler(-12, 30).ticks()).contains(-10.0, 0.0, 30.0);
    for (double most = 1e-6; most < 1e12; most *= 3.7) {
      assertThat(new Ruler(0, most).ticks()).as("to " + most).hasSizeBetween(2, 7);
    }
  }

  @Test
  void nothingButNothingHasARuler() {
    assertThat(Ruler.fromNothing(0, 0)).isEqualTo(new Ruler(0, 1));
    assertThat(Ruler.fromNothing(3, -2)).isEqualTo(new Ruler(-2, 3));
    assertThat(Ruler.around(100).at(100)).isEqualTo(500);
  }

  @Test
  void refusesWhatRunsFromMoreToLess() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ruler(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Ruler(0, Double.NaN));
  }
}
