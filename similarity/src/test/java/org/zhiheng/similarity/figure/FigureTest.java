package org.zhiheng.similarity.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
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

  /// A ring of 120 of 200 pixels; a frame of one pixel around the picture is none of its edges.
  @Test
  void aFrameAroundThePictureIsNotOfTheFigure() {
    BufferedImage plain = Sketch.image(new Ellipse2D.Double(0.2, 0.2, 0.6, 0.6), 200);
    BufferedImage framed = Sketch.image(new Ellipse2D.Double(0.2, 0.2, 0.6, 0.6), 200);
    Graphics2D graphics = framed.createGraphics();
    graphics.setColor(Color.BLACK);
    graphics.drawRect(0, 0, 199, 199);
    graphics.dispose();

    assertThat(Figures.compare(Sketch.read(framed), Sketch.read(plain)).value())
        .isGreaterThan(0.97);
    assertThat(Sketch.read(framed).picture().left())
        .isCloseTo(Sketch.read(plain).picture().left(), within(0.02));
  }

  /// A line of one pixel has no specks, however it bends.
  @Test
  void aThinLineIsNotTakenForSpecks() {
    Area star = Sketch.figure(new Random(7));
    BufferedImage thin = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = thin.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 200, 200);
    graphics.setColor(Color.BLACK);
    graphics.draw(star.createTransformedArea(AffineTransform.getScaleInstance(200, 200)));
    graphics.dispose();

    assertThat(Noise.specked(Planes.of(Sketch.picture(thin)))).isFalse();
    Random random = new Random(8);
    for (int speck = 0; speck < 1_000; speck++) {
      thin.setRGB(random.nextInt(200), random.nextInt(200), 0xFF000000);
    }
    assertThat(Noise.specked(Planes.of(Sketch.picture(thin)))).isTrue();
  }

  /// Turned by 8 degrees inside its frame, the ground's corners black: the triangles go, the figure
  /// stays. A black diamond that reaches the middle of each side keeps its white corners.
  @Test
  void cornersLeftByATurnAreNotOfTheFigure() {
    Area figure = Sketch.figure(new Random(11));
    BufferedImage upright = Sketch.image(figure, 240);
    BufferedImage turned = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(Math.toRadians(8), 120, 120);
    graphics.drawImage(upright, 0, 0, null);
    graphics.dispose();

    assertThat(Figures.compare(Sketch.read(turned), Sketch.read(upright)).value())
        .isGreaterThan(0.85);

    Path2D diamond = new Path2D.Double();
    diamond.moveTo(0.5, 0);
    diamond.lineTo(1, 0.5);
    diamond.lineTo(0.5, 1);
    diamond.lineTo(0, 0.5);
    diamond.closePath();
    Planes planes = Planes.of(Sketch.picture(Sketch.image(diamond, 120)));
    assertThat(Wedges.filled(planes)).isSameAs(planes);
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
