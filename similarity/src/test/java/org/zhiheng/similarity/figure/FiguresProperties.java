package org.zhiheng.similarity.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;

/// A figure is found among others after each transform, and what shows it names the transform.
final class FiguresProperties {

  private static final int COUNT = 60;
  private static final List<Shape> SHAPES = new ArrayList<>();
  private static final FigureShelf SHELF = new FigureShelf();

  @BeforeAll
  static void fillTheShelf() {
    for (int number = 0; number < COUNT; number++) {
      Shape shape = Sketch.figure(Seed.of(1000 + number).random());
      SHAPES.add(shape);
      SHELF.add("figure " + number, Sketch.read(Sketch.image(shape, 256)));
    }
  }

  @Seeds(8)
  void findsFigureOfAnotherSizeAndPlace(Seed seed) {
    double scale = 0.35 + 0.5 * seed.random().nextDouble();
    AffineTransform movement = AffineTransform.getTranslateInstance(0.1, 0.05);
    movement.scale(scale, scale);
    found(seed, image(seed, seed.between(96, 500), movement, Color.BLACK, Color.WHITE, 0));
  }

  @Seeds(8)
  void findsFigureThatWasTurned(Seed seed) {
    double degrees = seed.random().nextDouble() * 30 - 15 + 90 * seed.between(0, 4);
    AffineTransform movement = AffineTransform.getTranslateInstance(0.15, 0.15);
    movement.scale(0.7, 0.7);
    movement.rotate(Math.toRadians(degrees), 0.5, 0.5);
    found(seed, image(seed, 256, movement, Color.BLACK, Color.WHITE, 0));
  }

  @Seeds(8)
  void findsFigureThatWasMirrored(Seed seed) {
    found(
        seed,
        image(seed, 256, new AffineTransform(-1, 0, 0, 1, 1, 0), Color.BLACK, Color.WHITE, 0));
  }

  @Seeds(8)
  void findsFigureInOtherColours(Seed seed) {
    float hue = seed.random().nextFloat();
    Color ink = Color.getHSBColor(hue, 0.8f, 0.9f);
    Color ground = seed.chance(0.3) ? Color.BLACK : Color.getHSBColor(hue + 0.4f, 0.6f, 0.4f);
    found(seed, image(seed, 200, new AffineTransform(), ink, ground, 0));
  }

  @Seeds(6)
  void findsFigureOnNothing(Seed seed) {
    Color ink = seed.chance(0.5) ? Color.WHITE : Color.BLACK;
    found(seed, image(seed, 200, new AffineTransform(), ink, new Color(0, 0, 0, 0), 0));
  }

  @Seeds(8)
  void findsOutlineOfFilledFigure(Seed seed) {
    double stroke = 0.008 + 0.02 * seed.random().nextDouble();
    found(seed, image(seed, 256, new AffineTransform(), Color.BLACK, Color.WHITE, stroke));
  }

  @Seeds(8)
  void findsFigureUnderSpecks(Seed seed) {
    BufferedImage image = image(seed, 200, new AffineTransform(), Color.BLACK, Color.WHITE, 0);
    for (int speck = 0; speck < 2000; speck++) {
      image.setRGB(
          seed.between(0, 200), seed.between(0, 200), seed.chance(0.5) ? 0xFFFFFFFF : 0xFF000000);
    }
    found(seed, image);
  }

  @Seeds(8)
  void findsFigureThatWasCut(Seed seed) {
    // 80 % of the square that just holds the figure; what is left of rings and bars may fit those
    // of
    // another figure as well, so the second place is enough
    Shape shape = SHAPES.get((int) (seed.number() % COUNT));
    AffineTransform fill =
        AffineTransform.getScaleInstance(
            1 / shape.getBounds2D().getWidth(), 1 / shape.getBounds2D().getHeight());
    double side = Math.max(shape.getBounds2D().getWidth(), shape.getBounds2D().getHeight());
    fill.setToScale(1 / side, 1 / side);
    fill.translate(-shape.getBounds2D().getX(), -shape.getBounds2D().getY());
    BufferedImage whole = Sketch.image(shape, 250, fill, Color.BLACK, Color.WHITE, 0);
    int x = seed.between(0, 3) * 25;
    List<FigureHit> hits = SHELF.nearest(Sketch.read(whole.getSubimage(x, 25, 200, 200)), 2);
    assertThat(hits).extracting(FigureHit::key).contains("figure " + seed.number() % COUNT);
  }

  @Seeds(10)
  void comparesEitherWayAlike(Seed seed) {
    Figure left = Sketch.read(Sketch.image(Sketch.figure(seed.random()), 200));
    Figure right = Sketch.read(Sketch.image(Sketch.figure(seed.random()), 200));

    double there = Figures.compare(left, right).value();

    assertThat(Figures.compare(right, left).value()).isCloseTo(there, within(1e-6));
  }

  @Test
  void saysByWhichMovementAndWhatWasNotRead() {
    Shape shape = SHAPES.getFirst();
    Figure figure = Sketch.read(Sketch.image(shape, 256));
    AffineTransform movement = AffineTransform.getTranslateInstance(0.15, 0.15);
    movement.scale(0.7, 0.7);
    movement.rotate(Math.toRadians(12), 0.5, 0.5);
    Figure turned = Sketch.read(Sketch.image(shape, 256, movement, Color.BLACK, Color.WHITE, 0));

    Score score = Figures.compare(turned, figure);

    assertThat(score.value()).isGreaterThan(0.8);
    Evidence.MatchedPoints matched = (Evidence.MatchedPoints) score.evidence().getFirst();
    assertThat(matched.movement()).matches("rotate -1[123]°, scale \\d\\.\\d\\d");
    assertThat(matched.matched()).isGreaterThan(matched.compared() * 8 / 10);
    assertThat(matched.points()).hasSize(24);
    assertThat(score.evidence())
        .filteredOn(Evidence.Measure.class::isInstance)
        .extracting(measure -> ((Evidence.Measure) measure).name())
        .containsExactly("perceptual-hash", "shape-moments");
    assertThat(score.evidence()).contains(new Evidence.NotCompared("text-in-figure-unread"));
  }

  @Test
  void sameFigureIsWhollyAlikeAndAnotherIsNot() {
    Figure one = Sketch.read(Sketch.image(SHAPES.get(0), 256));
    Figure other = Sketch.read(Sketch.image(SHAPES.get(1), 256));

    assertThat(Figures.compare(one, one).value()).isGreaterThan(0.97);
    assertThat(Figures.compare(one, other).value()).isLessThan(0.6);
  }

  private static BufferedImage image(
      Seed seed, int size, AffineTransform movement, Color ink, Color ground, double stroke) {
    return Sketch.image(
        SHAPES.get((int) (seed.number() % COUNT)), size, movement, ink, ground, stroke);
  }

  private static void found(Seed seed, BufferedImage image) {
    List<FigureHit> hits = SHELF.nearest(Sketch.read(image), 3);
    assertThat(hits)
        .extracting(FigureHit::key)
        .first()
        .isEqualTo("figure " + seed.number() % COUNT);
  }
}
