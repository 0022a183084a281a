package org.zhiheng.server.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.figure.Box;
import org.zhiheng.similarity.figure.Movement;
import org.zhiheng.similarity.figure.Overlay;
import org.zhiheng.similarity.score.Score;

final class OverlayReadingTest {

  private final OverlayReading reading =
      new OverlayReading(Words.load(Language.ENGLISH, ZoneId.of("Asia/Shanghai")));

  private static Overlay overlay(Movement movement) {
    return new Overlay(
        new Score(0.9, List.of()),
        movement,
        new Box(-0.25, 0, 1.25, 1),
        new Box(0, -0.5, 1, 1.5),
        List.of(new Overlay.Place(0.1, 0.2), new Overlay.Place(0.3, 0.4)),
        List.of(new Overlay.Place(0.5, 0.5)),
        List.of());
  }

  @Test
  void drawsInThousandthsOfTheRightFiguresFrameWithRoomAround() {
    OverlayView view = reading.view(overlay(new Movement(1, 0, false, 0, 0)), "/l.png", "/r.png");

    // the right picture reaches from (0, -500) over 1000 x 2000; 20 of room on each side
    assertThat(view.box()).isEqualTo("-20 -520 1040 2040");
    assertThat(view.rightAt()).isEqualTo(new OverlayView.Placed("0", "-500", "1000", "2000"));
    assertThat(view.leftAt()).isEqualTo(new OverlayView.Placed("-250", "0", "1500", "1000"));
    assertThat(view.matched()).isEqualTo("M100 200h0M300 400h0");
    assertThat(view.rightOnly()).isEmpty();
  }

  @Test
  void turnsAPictureAsSvgDoes() {
    // a quarter turn takes (1, 0) to (0, 1): a = cos 90 = 0, b = sin 90 = 1; then 1 to the right
    OverlayView view = reading.view(overlay(new Movement(0, 1, false, 1, 0)), "/l", "/r");

    // SVG: x' = a x + c y + e and y' = b x + d y + f, told as matrix(a b c d e f)
    assertThat(view.transform()).isEqualTo("matrix(0.00000 1.00000 -1.00000 0.00000 1000.00 0.00)");
    assertThat(view.said()).isEqualTo("turned 90° clockwise");
  }

  @Test
  void mirrorsBeforeItTurns() {
    OverlayView view = reading.view(overlay(new Movement(2, 0, true, 2, 0)), "/l", "/r");

    // x' = 2 * -x + 2
    assertThat(view.transform())
        .isEqualTo("matrix(-2.00000 -0.00000 -0.00000 2.00000 2000.00 0.00)");
    assertThat(view.said()).isEqualTo("mirrored, scaled by 2.00");
  }

  @Test
  void countsWhatMatchesAndWhatDoesNot() {
    OverlayView view = reading.view(overlay(new Movement(1, 0, false, 0, 0)), "/l", "/r");

    assertThat(view.said()).isEqualTo("as it stands");
    assertThat(view.counts())
        .containsExactly(
            "2 of 3 points of the first lie on edges of the second",
            "1 point stands in the first alone",
            "0 points stand in the second alone");
  }
}
