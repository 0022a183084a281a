package org.zhiheng.bench.quality;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What is done to a logo before it is looked for; sizes, padding, colours and strengths are drawn.
enum LogoTransform {
  /// 64 to 1024 pixels, up to 30 % empty at each side.
  SCALE,
  /// Up to 15 degrees either way.
  ROTATE,
  /// A quarter turn either way.
  ROTATE_90,
  /// Left for right, or top for bottom.
  MIRROR,
  /// White on black, or white on nothing.
  INVERT,
  /// Another ink, another ground, or greys a little apart.
  RECOLOUR,
  /// A grain of 15 to 50 levels, grey or coloured.
  NOISE_GAUSSIAN,
  /// 1 to 10 % of all points white or black.
  NOISE_SALT_PEPPER,
  /// The middle 80 % of both sides.
  CROP_CENTRE,
  /// Any 80 % of both sides.
  CROP_CORNER,
  /// 80 % of one side.
  CROP_SIDE,
  /// The outline as a line of 0.2 to 1 of 24 parts.
  OUTLINE_STROKE,
  /// The edge of the filled logo, one to three points wide, dark or light.
  OUTLINE_EDGES;

  private static final int[] SIZES = {64, 96, 128, 200, 256, 512, 1024};
  private static final Color NOTHING = new Color(0, 0, 0, 0);

  BufferedImage apply(Logos.Logo logo, RandomGenerator random) {
    int size = SIZES[random.nextInt(1, SIZES.length)];
    double padding = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.15;
    Color ground = random.nextInt(4) == 0 ? NOTHING : Color.WHITE;
    return switch (this) {
      case SCALE ->
          Logos.draw(
              logo,
              drawing(SIZES[random.nextInt(SIZES.length)], random.nextDouble() * 0.3, ground));
      case ROTATE -> {
        double turn = Math.toRadians(random.nextDouble() * 30 - 15);
        yield moved(
            logo,
            drawing(size, 0.15 + random.nextDouble() * 0.1, ground),
            AffineTransform.getRotateInstance(turn, size / 2.0, size / 2.0));
      }
      case ROTATE_90 ->
          moved(
              logo,
              drawing(size, padding, ground),
              AffineTransform.getQuadrantRotateInstance(
                  1 + 2 * random.nextInt(2), size / 2.0, size / 2.0));
      case MIRROR ->
          moved(
              logo,
              drawing(size, padding, ground),
              random.nextInt(3) > 0
                  ? new AffineTransform(-1, 0, 0, 1, size, 0)
                  : new AffineTransform(1, 0, 0, -1, 0, size));
      case INVERT ->
          Logos.draw(
              logo,
              coloured(size, padding, Color.WHITE, random.nextInt(5) == 0 ? NOTHING : Color.BLACK));
      case RECOLOUR -> Logos.draw(logo, recoloured(size, padding, random));
      case NOISE_GAUSSIAN -> grain(Logos.draw(logo, drawing(size, padding, Color.WHITE)), random);
      case NOISE_SALT_PEPPER ->
          specks(Logos.draw(logo, drawing(size, padding, Color.WHITE)), random);
      case CROP_CENTRE -> {
        int kept = (int) (size * 0.8);
        int off = (size - kept) / 2;
        yield Logos.draw(logo, drawing(size, padding / 3, ground))
            .getSubimage(off, off, kept, kept);
      }
      case CROP_CORNER -> {
        int kept = (int) (size * 0.8);
        int right = random.nextInt(size - kept + 1);
        int down = random.nextInt(size - kept + 1);
        yield Logos.draw(logo, drawing(size, padding / 3, ground))
            .getSubimage(right, down, kept, kept);
      }
      case CROP_SIDE -> {
        int kept = (int) (size * 0.8);
        int off = random.nextBoolean() ? 0 : size - kept;
        BufferedImage whole = Logos.draw(logo, drawing(size, padding / 3, ground));
        yield random.nextBoolean()
            ? whole.getSubimage(off, 0, kept, size)
            : whole.getSubimage(0, off, size, kept);
      }
      case OUTLINE_STROKE ->
          Logos.draw(
              logo,
              new Logos.Drawing(
                  Math.max(size, 128),
                  Math.max(padding, 0.04),
                  Color.BLACK,
                  ground,
                  0.2 + random.nextDouble() * 0.8,
                  new AffineTransform()));
      case OUTLINE_EDGES -> {
        int drawn = Math.max(size, 128);
        int reach = 1 + (drawn >= 512 ? random.nextInt(3) : 0);
        yield edges(
            Logos.draw(logo, drawing(drawn, padding, Color.WHITE)), reach, random.nextBoolean());
      }
    };
  }

  /// The seeded numbers of this transform.
  SplittableRandom random() {
    return new SplittableRandom(name().hashCode());
  }

  private static Logos.Drawing drawing(int size, double padding, Color ground) {
    return coloured(size, padding, Color.BLACK, ground);
  }

  private static Logos.Drawing coloured(int size, double padding, Color ink, Color ground) {
    return new Logos.Drawing(size, padding, ink, ground, 0, new AffineTransform());
  }

  private static BufferedImage moved(
      Logos.Logo logo, Logos.Drawing drawing, AffineTransform movement) {
    return Logos.draw(
        logo,
        new Logos.Drawing(
            drawing.size(), drawing.padding(), drawing.ink(), drawing.ground(), 0, movement));
  }

  private static Logos.Drawing recoloured(int size, double padding, RandomGenerator random) {
    float hue = random.nextFloat();
    return switch (random.nextInt(3)) {
      case 0 ->
          coloured(
              size,
              padding,
              Color.getHSBColor(
                  hue, 0.5f + 0.5f * random.nextFloat(), 0.3f + 0.6f * random.nextFloat()),
              Color.WHITE);
      case 1 ->
          coloured(
              size,
              padding,
              Color.getHSBColor(hue, 0.8f, 0.9f),
              Color.getHSBColor(hue + 0.3f + 0.4f * random.nextFloat(), 0.6f, 0.5f));
      default -> {
        int dark = random.nextInt(100);
        Color light = new Color(dark + 60, dark + 60, dark + 60);
        Color other = new Color(dark, dark, dark + 40);
        yield random.nextBoolean()
            ? coloured(size, padding, light, other)
            : coloured(size, padding, other, light);
      }
    };
  }

  private static BufferedImage grain(BufferedImage image, RandomGenerator random) {
    double spread = 15 + random.nextDouble() * 35;
    boolean coloured = random.nextBoolean();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int colour = image.getRGB(x, y);
        double off = random.nextGaussian() * spread;
        int noisy = 255;
        for (int shift = 16; shift >= 0; shift -= 8) {
          off = coloured ? random.nextGaussian() * spread : off;
          noisy = noisy << 8 | Math.clamp(Math.round((colour >> shift & 0xFF) + off), 0, 255);
        }
        image.setRGB(x, y, noisy);
      }
    }
    return image;
  }

  private static BufferedImage specks(BufferedImage image, RandomGenerator random) {
    double share = 0.01 + random.nextDouble() * 0.09;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (random.nextDouble() < share) {
          image.setRGB(x, y, random.nextBoolean() ? 0xFFFFFFFF : 0xFF000000);
        }
      }
    }
    return image;
  }

  private static BufferedImage edges(BufferedImage image, int reach, boolean light) {
    int size = image.getWidth();
    BufferedImage lines = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean dark = false;
        boolean bright = false;
        for (int ny = Math.max(0, y - reach); ny <= Math.min(size - 1, y + reach); ny++) {
          for (int nx = Math.max(0, x - reach); nx <= Math.min(size - 1, x + reach); nx++) {
            boolean inked = (image.getRGB(nx, ny) & 0xFF) < 128;
            dark |= inked;
            bright |= !inked;
          }
        }
        lines.setRGB(x, y, (dark && bright) == light ? 0xFFFFFF : 0);
      }
    }
    return lines;
  }
}
