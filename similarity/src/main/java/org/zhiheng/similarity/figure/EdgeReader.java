package org.zhiheng.similarity.figure;

import java.util.Arrays;
import java.util.Optional;

/// Finds the edges of a picture: J. Canny's way (1986), over all channels, with thresholds that
/// follow the strength of the figure's own edges.
final class EdgeReader {

  /// The longer side that edges are looked for at: enough for the detail that is kept.
  private static final int SIDE = 256;

  /// Smaller pictures are enlarged at most this often.
  private static final double ENLARGED_MAX = 3;

  /// A figure that fills less of its picture is looked at again by itself.
  private static final double FILLED = 0.72;

  private static final double BLUR = 1.0;

  /// The strength that others are told in: of the edge at this place when ordered.
  private static final int STRONG_RANK = 160;

  /// An edge begins at this share of the strong ones ...
  private static final double BEGIN = 0.36;

  /// ... and goes on down to this share.
  private static final double GO_ON = 0.18;

  /// A slope of less, in levels a pixel, is none.
  private static final double SLOPE_MIN = 1.2;

  /// Runs of fewer edge points are specks.
  private static final int RUN_MIN = 6;

  /// The same where the picture had specks, of which some are left.
  private static final int RUN_MIN_SPECKED = 18;

  private EdgeReader() {}

  /// The edges and the picture's own box, in the frame; nothing when there are no edges.
  static Optional<Figure> read(Picture picture) {
    Planes given = Wedges.filled(Frame.taken(Planes.of(picture)));
    boolean specked = Noise.specked(given);
    Planes planes = specked ? Noise.mended(given) : given;
    int runMin = specked ? RUN_MIN_SPECKED : RUN_MIN;
    double grain = Noise.grain(planes);
    Box whole = new Box(0, 0, picture.width(), picture.height());
    Contour found = edges(planes, whole, grain, runMin);
    if (found.count() < Figure.POINTS_MIN) {
      return Optional.empty();
    }
    Box box = found.box();
    if (box.side() < FILLED * whole.side()) {
      double margin = 0.06 * box.side() + 2;
      Box part =
          new Box(
              Math.max(0, Math.floor(box.left() - margin)),
              Math.max(0, Math.floor(box.top() - margin)),
              Math.min(whole.right(), Math.ceil(box.right() + margin)),
              Math.min(whole.bottom(), Math.ceil(box.bottom() + margin)));
      Contour nearer = edges(planes, part, grain, runMin);
      if (nearer.count() >= Figure.POINTS_MIN) {
        found = nearer;
        box = found.box();
      }
    }
    Movement toFrame = box.toFrame();
    return Optional.of(Figure.of(found.moved(toFrame), whole.moved(toFrame)));
  }

  private static Contour edges(Planes planes, Box part, double grain, int runMin) {
    double scale = Math.min(SIDE / part.side(), ENLARGED_MAX);
    int width = Math.max(3, (int) Math.round(part.width() * scale));
    int height = Math.max(3, (int) Math.round(part.height() * scale));
    // a mean over several points has less grain; blur away what is left of it
    double left = grain * Math.min(1, scale);
    double blur = BLUR * Math.max(1, scale / 2) + Math.min(left / 16, 2.0) * Math.max(1, scale);
    Planes work = planes.scaled(part, width, height).blurred(blur);
    Slopes slopes = Slopes.of(work);
    float[] strengths = slopes.ridges();
    double strong = strong(strengths);
    double begin = Math.max(BEGIN * strong, SLOPE_MIN);
    double goOn = Math.max(GO_ON * strong, SLOPE_MIN / 2);
    boolean[] kept = kept(strengths, width, height, begin, goOn, runMin);
    return slopes.contour(kept, part, width, height);
  }

  private static double strong(float[] strengths) {
    float[] sorted = strengths.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, sorted.length - STRONG_RANK)] > 0
        ? sorted[Math.max(0, sorted.length - STRONG_RANK)]
        : sorted[sorted.length - 1];
  }

  /// What hangs together with a strong edge and is long enough.
  private static boolean[] kept(
      float[] strengths, int width, int height, double begin, double goOn, int runMin) {
    boolean[] seen = new boolean[strengths.length];
    boolean[] kept = new boolean[strengths.length];
    int[] run = new int[strengths.length];
    for (int start = 0; start < strengths.length; start++) {
      if (seen[start] || strengths[start] < begin) {
        continue;
      }
      int count = 0;
      run[count++] = start;
      seen[start] = true;
      for (int i = 0; i < count; i++) {
        int x = run[i] % width;
        int y = run[i] / width;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
          for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
            int at = ny * width + nx;
            if (!seen[at] && strengths[at] >= goOn) {
              seen[at] = true;
              run[count++] = at;
            }
          }
        }
      }
      if (count >= runMin) {
        for (int i = 0; i < count; i++) {
          kept[run[i]] = true;
        }
      }
    }
    return kept;
  }
}
