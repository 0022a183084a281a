package org.zhiheng.similarity.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class MovementProperties {

  @Seeds(100)
  void inverseTakesEveryPlaceBack(Seed seed) {
    Movement movement = any(seed);
    double x = seed.random().nextDouble();
    double y = seed.random().nextDouble();

    Movement back = movement.inverse();

    double movedX = movement.x(x, y);
    double movedY = movement.y(x, y);
    assertThat(back.x(movedX, movedY)).isCloseTo(x, within(1e-9));
    assertThat(back.y(movedX, movedY)).isCloseTo(y, within(1e-9));
    assertThat(Math.cos(2 * (back.angle(movement.angle(0.7)) - 0.7))).isCloseTo(1, within(1e-9));
  }

  @Seeds(100)
  void nudgeTurnsAboutItsPlace(Seed seed) {
    Movement movement = any(seed);
    double x = movement.x(0.5, 0.5);
    double y = movement.y(0.5, 0.5);

    Movement nudged = movement.nudged(0.3, 1.2, 0.1, -0.2, x, y);

    assertThat(nudged.x(0.5, 0.5)).isCloseTo(x + 0.1, within(1e-9));
    assertThat(nudged.y(0.5, 0.5)).isCloseTo(y - 0.2, within(1e-9));
    assertThat(nudged.scale()).isCloseTo(1.2 * movement.scale(), within(1e-9));
  }

  @Test
  void turnsAboutTheMiddleOfTheFrame() {
    // a quarter turn takes the right end of the middle row to the lower end of the middle column
    Movement quarter = Movement.turn(90, false);

    assertThat(quarter.x(1, 0.5)).isCloseTo(0.5, within(1e-9));
    assertThat(quarter.y(1, 0.5)).isCloseTo(1, within(1e-9));
    assertThat(Movement.turn(0, true).x(0.2, 0.3)).isCloseTo(0.8, within(1e-9));
    assertThat(quarter.words()).isEqualTo("rotate 90°, scale 1.00");
  }

  private static Movement any(Seed seed) {
    return Movement.turn(seed.random().nextDouble() * 360, seed.chance(0.5))
        .then(0.5 + seed.random().nextDouble(), seed.random().nextDouble(), -0.3);
  }
}
