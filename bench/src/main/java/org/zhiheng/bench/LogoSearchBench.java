package org.zhiheng.bench;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.zhiheng.bench.quality.Logos;
import org.zhiheng.similarity.figure.Figure;
import org.zhiheng.similarity.figure.FigureHit;
import org.zhiheng.similarity.figure.FigureShelf;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.figure.Picture;

/// Question: how long does it take one thread to find the nearest of 100,000 figures?
///
/// Fixture: the logos of simple-icons 16.2.0, and composite marks made of two of them, side by side
/// or one above the other, stretched and in proportions drawn by a seed. Looked for are logos
/// turned by up to 15 degrees, mirrored, or cut to 80 %. Correctness sum: how often the logo itself
/// was the first answer. Time on the processor stands beside time on the clock, for machines that
/// others use.
///
/// Run: `java -Xmx1g … org.zhiheng.bench.LogoSearchBench 100000 300`: figures, searches.
final class LogoSearchBench {

  private static final int TOP = 20;
  private static final int SIDE = 256;
  private static final int WARM_UP = 60;

  private LogoSearchBench() {}

  /// Runs it.
  ///
  /// @param args how many figures and how many searches
  /// @throws IOException when the logos are not on the class path
  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    int searches = Integer.parseInt(args[1]);
    PrintStream out = System.out;
    List<Logos.Logo> logos = Logos.all();
    FigureShelf shelf = new FigureShelf();
    List<Figure> figures = new ArrayList<>();
    for (Logos.Logo logo : logos) {
      Figure figure = Figures.read(picture(logo, Logos.Drawing.plain(SIDE), 0)).orThrow();
      figures.add(figure);
      shelf.add(logo.name(), figure);
    }
    SplittableRandom random = new SplittableRandom(100_000);
    long begun = System.nanoTime();
    while (shelf.count() < count) {
      Figure one = figures.get(random.nextInt(figures.size()));
      Figure other = figures.get(random.nextInt(figures.size()));
      shelf.add("composite " + shelf.count(), composite(one, other, random));
    }
    long built = System.nanoTime() - begun;
    System.gc();
    long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    out.printf(
        Locale.ROOT,
        "%d figures, composites put in %.1f s, heap used %d MB%n",
        shelf.count(),
        built / 1e9,
        used >> 20);
    long[] nanos = new long[searches];
    long[] processorNanos = new long[searches];
    int right = 0;
    java.lang.management.ThreadMXBean threads =
        java.lang.management.ManagementFactory.getThreadMXBean();
    for (int i = -WARM_UP; i < searches; i++) {
      Logos.Logo logo = logos.get(random.nextInt(logos.size()));
      Figure asked = Figures.read(asked(logo, random)).orThrow();
      long processor = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      List<FigureHit> hits = shelf.nearest(asked, TOP);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - clock;
        processorNanos[i] = threads.getCurrentThreadCpuTime() - processor;
        right += hits.getFirst().key().equals(logo.name()) ? 1 : 0;
      }
    }
    line(out, "clock", nanos);
    line(out, "processor", processorNanos);
    out.printf(Locale.ROOT, "correctness sum: %d of %d first%n", right, searches);
  }

  private static void line(PrintStream out, String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    out.printf(
        Locale.ROOT,
        "%-9s p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  private static Picture asked(Logos.Logo logo, SplittableRandom random) {
    double middle = SIDE / 2.0;
    Logos.Drawing plain = Logos.Drawing.plain(SIDE);
    return switch (random.nextInt(3)) {
      case 0 ->
          picture(
              logo,
              moved(
                  AffineTransform.getRotateInstance(
                      Math.toRadians(random.nextDouble() * 30 - 15), middle, middle),
                  0.15),
              0);
      case 1 -> picture(logo, moved(new AffineTransform(-1, 0, 0, 1, SIDE, 0), 0), 0);
      default -> picture(logo, plain, SIDE / 10);
    };
  }

  private static Logos.Drawing moved(AffineTransform movement, double padding) {
    Logos.Drawing plain = Logos.Drawing.plain(SIDE);
    return new Logos.Drawing(SIDE, padding, plain.ink(), plain.ground(), 0, movement);
  }

  /// The logo's picture, so much cut off at each side.
  private static Picture picture(Logos.Logo logo, Logos.Drawing drawing, int cut) {
    int side = SIDE - 2 * cut;
    return Picture.of(
        side,
        side,
        Logos.draw(logo, drawing).getRGB(cut, cut, side, side, new int[side * side], 0, side));
  }

  /// Two figures in one frame, by the stored form that [Figure] describes.
  private static Figure composite(Figure one, Figure other, SplittableRandom random) {
    double share = 0.35 + 0.3 * random.nextDouble();
    double squeeze = 0.6 + 0.4 * random.nextDouble();
    boolean across = random.nextBoolean();
    byte[] first = one.bytes();
    byte[] second = other.bytes();
    int firstCount = one.pointCount() / 2;
    int secondCount = Math.min(other.pointCount() / 2, Figure.POINTS_MAX - firstCount);
    int count = firstCount + secondCount;
    ByteBuffer out = ByteBuffer.allocate(14 + 3 * count);
    out.put(first, 0, 4);
    out.putShort((short) 0).putShort((short) 0);
    out.putShort((short) Figure.UNIT).putShort((short) Figure.UNIT);
    out.putShort((short) count);
    for (int part = 0; part < 3; part++) {
      for (int i = 0; i < count; i++) {
        boolean isFirst = i < firstCount;
        byte[] from = isFirst ? first : second;
        int points = (isFirst ? one : other).pointCount();
        int at = 2 * (isFirst ? i : i - firstCount);
        int value = from[14 + part * points + at] & 0xFF;
        if (part < 2) {
          boolean along = part == 0 == across;
          double place = (value - 8) / 240.0;
          double put =
              along
                  ? isFirst ? place * share : share + place * (1 - share)
                  : 0.5 + (place - 0.5) * squeeze;
          value = (int) Math.clamp(8 + 240 * put, 0, 255);
        }
        out.put((byte) value);
      }
    }
    return Figure.parse(out.array()).orThrow();
  }
}
