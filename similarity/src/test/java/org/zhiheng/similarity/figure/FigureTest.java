package org.zhiheng.similarity.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Problem;

final class FigureTest {

  @Seeds(20)
  void bytesReadBackToTheSameFigure(Seed seed) {
    Figure figure = Sketch.read(Sketch.image(Sketch.figure(seed.random()), 200));

    byte[] bytes = figure.bytes();

    assertThat(Figure.parse(bytes).orThrow()).isEqualTo(figure);
    assertThat(bytes).hasSize(14 + 3 * figure.pointCount());
    assertThat(bytes).startsWith(0x5A, 0x46, 1, 0);
  }

  @Test
  void frameHoldsTheFigureWithItsLongerSideAsOne() {
    // 100 of 200 pixels wide from 50, 50 high from 75: the frame's unit is 100 pixels
    Figure figure = Sketch.read(Sketch.image(new Rectangle2D.Double(0.25, 0.375, 0.5, 0.25), 200));

    Box box = figure.contour().box();
    assertThat(box.left()).isCloseTo(0, within(0.01));
    assertThat(box.right()).isCloseTo(1, within(0.01));
    assertThat(box.top()).isCloseTo(0.25, within(0.02));
    assertThat(box.bottom()).isCloseTo(0.75, within(0.02));
    assertThat(figure.picture().left()).isCloseTo(-0.5, within(0.03));
    assertThat(figure.picture().bottom()).isCloseTo(1.5, within(0.03));
  }

  @Test
  void refusesBytesThatAreNoFigure() {
    byte[] good = Sketch.read(Sketch.image(new Ellipse2D.Double(0.2, 0.2, 0.6, 0.6), 100)).bytes();
    byte[] later = good.clone();
    later[2] = 2;
    byte[] cut = java.util.Arrays.copyOf(good, good.length - 1);

    assertThat(code(new byte[0])).isEqualTo("figure-bytes");
    assertThat(code(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}))
        .isEqualTo("figure-bytes");
    assertThat(code(later)).isEqualTo("figure-bytes");
    assertThat(code(cut)).isEqualTo("figure-bytes");
  }

  @Test
  void refusesPictureWithoutEdges() {
    Problem problem = Figures.read(Picture.of(50, 40, new int[50 * 40])).refusal().orElseThrow();

    assertThat(problem.code()).isEqualTo("picture-blank");
    assertThat(problem.given()).isEqualTo("50 x 40");
  }

  @Test
  void readsTheSmallestPicturesWithoutFailing() {
    for (int side = 1; side < 12; side++) {
      int[] colours = new int[side * side];
      colours[colours.length / 2] = 0xFFFFFFFF;
      assertThat(Figures.read(Picture.of(side, side, colours))).isNotNull();
    }
  }

  @Test
  void picturesKeepTheirOwnColours() {
    int[] colours = {1, 2};
    Picture picture = Picture.of(2, 1, colours);
    colours[0] = 9;

    assertThat(picture.argb(0, 0)).isEqualTo(1);
    assertThatThrownBy(() -> Picture.of(2, 2, colours))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("colours must be 4: 2");
    assertThatThrownBy(() -> Picture.of(0, 2, colours))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String code(byte[] bytes) {
    return Figure.parse(bytes).refusal().orElseThrow().code();
  }
}
