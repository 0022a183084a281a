package org.zhiheng.similarity.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// Draws figures for the tests: a few polygons and rings, put together by chance within a square of
/// side 1.
final class Sketch {

  private Sketch() {}

  /// A figure of three to five parts.
  static Area figure(RandomGenerator random) {
    Area figure = new Area();
    int parts = random.nextInt(3, 6);
    for (int part = 0; part < parts; part++) {
      double x = 0.2 + 0.6 * random.nextDouble();
      double y = 0.2 + 0.6 * random.nextDouble();
      double size = 0.1 + 0.2 * random.nextDouble();
      Area next =
          switch (random.nextInt(3)) {
            case 0 -> new Area(polygon(random, x, y, size));
            case 1 -> ring(x, y, size);
            default -> new Area(new Rectangle2D.Double(x - size, y - size / 3, 2 * size, size));
          };
      figure.exclusiveOr(next);
    }
    return figure;
  }

  private static Shape polygon(RandomGenerator random, double x, double y, double size) {
    int corners = random.nextInt(3, 7);
    double turn = random.nextDouble() * 6;
    Path2D path = new Path2D.Double();
    for (int corner = 0; corner < corners; corner++) {
      double angle = turn + 2 * Math.PI * corner / corners;
      double far = size * (0.7 + 0.6 * random.nextDouble());
      if (corner == 0) {
        path.moveTo(x + far * Math.cos(angle), y + far * Math.sin(angle));
      } else {
        path.lineTo(x + far * Math.cos(angle), y + far * Math.sin(angle));
      }
    }
    path.closePath();
    return path;
  }

  private static Area ring(double x, double y, double size) {
    Area ring = new Area(new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size));
    double hole = size * 0.6;
    ring.subtract(new Area(new Ellipse2D.Double(x - hole, y - hole, 2 * hole, 2 * hole)));
    return ring;
  }

  /// Black on white, filled.
  static BufferedImage image(Shape figure, int size) {
    return image(figure, size, new AffineTransform(), Color.BLACK, Color.WHITE, 0);
  }

  /// Drawn after the movement of the unit square, filled or, with a stroke above 0, as a line.
  static BufferedImage image(
      Shape figure, int size, AffineTransform movement, Color ink, Color ground, double stroke) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(ground);
    graphics.fillRect(0, 0, size, size);
    graphics.scale(size, size);
    graphics.transform(movement);
    graphics.setColor(ink);
    if (stroke > 0) {
      graphics.setStroke(new BasicStroke((float) stroke));
      graphics.draw(figure);
    } else {
      graphics.fill(figure);
    }
    graphics.dispose();
    return image;
  }

  static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return Picture.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  static Figure read(BufferedImage image) {
    return Figures.read(picture(image)).orThrow();
  }
}
