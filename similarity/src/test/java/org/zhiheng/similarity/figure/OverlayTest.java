package org.zhiheng.similarity.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

/// One figure laid upon another for a drawing.
final class OverlayTest {

  /// An L of two bars within a square of side 1: no turn and no mirror takes it to itself.
  private static Area ell() {
    Area ell = new Area(new Rectangle2D.Double(0.3, 0.2, 0.15, 0.6));
    ell.add(new Area(new Rectangle2D.Double(0.3, 0.65, 0.4, 0.15)));
    return ell;
  }

  private static Figure figure(Area area) {
    return Sketch.read(Sketch.image(area, 200));
  }

  @Test
  void laysAFigureUponItselfWithoutMovingIt() {
    Overlay overlay = Figures.overlay(figure(ell()), figure(ell()));

    assertThat(overlay.movement().mirrored()).isFalse();
    assertThat(overlay.movement().turn()).isCloseTo(0, within(0.02));
    assertThat(overlay.movement().scale()).isCloseTo(1, within(0.02));
    assertThat(overlay.matched()).isNotEmpty();
    assertThat(overlay.leftOnly()).isEmpty();
    assertThat(overlay.rightOnly()).isEmpty();
  }

  @Test
  void tellsTheTurnThatBringsTheLeftFigureUponTheRightOne() {
    Area turned = ell();
    // y grows downwards, so a turn above 0 is clockwise as one sees it
    turned.transform(AffineTransform.getRotateInstance(Math.toRadians(90), 0.5, 0.5));

    Overlay overlay = Figures.overlay(figure(ell()), figure(turned));

    assertThat(overlay.movement().mirrored()).isFalse();
    assertThat(Math.toDegrees(overlay.movement().turn())).isCloseTo(90, within(3.0));
  }

  @Test
  void showsWhatOnlyOneOfThemHas() {
    Area more = ell();
    more.add(new Area(new Rectangle2D.Double(0.62, 0.25, 0.16, 0.16)));

    Overlay overlay = Figures.overlay(figure(more), figure(ell()));

    assertThat(overlay.leftOnly()).isNotEmpty();
    assertThat(overlay.matched()).hasSizeGreaterThan(overlay.leftOnly().size());
  }

  @Test
  void hasTheScoreOfTheComparison() {
    Area turned = ell();
    turned.transform(AffineTransform.getRotateInstance(Math.toRadians(30), 0.5, 0.5));

    assertThat(Figures.overlay(figure(ell()), figure(turned)).score())
        .isEqualTo(Figures.compare(figure(ell()), figure(turned)));
  }
}
