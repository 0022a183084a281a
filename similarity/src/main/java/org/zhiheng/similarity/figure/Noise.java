package org.zhiheng.similarity.figure;

import java.util.Arrays;

/// Noise of a picture: single wrong points, which are mended, and a grain, which is measured.
final class Noise {

  /// A point that differs so much from its neighbours stands apart from them.
  private static final float APART = 48;

  /// Fewer points apart are corners and dots of the figure.
  private static final double APART_SHARE_MIN = 0.004;

  private static final int MEND_ROUNDS = 2;

  private Noise() {}

  /// The picture with its single wrong points replaced by the middle of their neighbours; the same
  /// picture where there are hardly any.
  static Planes mended(Planes planes) {
    Planes mended = planes;
    for (int round = 0; round < MEND_ROUNDS; round++) {
      Planes next = mendedOnce(mended);
      if (next == mended) {
        return mended;
      }
      mended = next;
    }
    return mended;
  }

  private static Planes mendedOnce(Planes planes) {
    int width = planes.width();
    int height = planes.height();
    if (width < 8 || height < 8) {
      return planes;
    }
    boolean[] wrong = new boolean[width * height];
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (apart(planes, x, y)) {
          wrong[y * width + x] = true;
          count++;
        }
      }
    }
    if (count < APART_SHARE_MIN * width * height) {
      return planes;
    }
    float[][] channels = new float[planes.count()][];
    float[] around = new float[8];
    for (int c = 0; c < channels.length; c++) {
      float[] channel = planes.channel(c).clone();
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          if (wrong[y * width + x]) {
            int known = 0;
            for (int dy = -1; dy <= 1; dy++) {
              for (int dx = -1; dx <= 1; dx++) {
                int nx = x + dx;
                int ny = y + dy;
                if ((dx != 0 || dy != 0)
                    && nx >= 0
                    && ny >= 0
                    && nx < width
                    && ny < height
                    && !wrong[ny * width + nx]) {
                  around[known++] = planes.at(c, nx, ny);
                }
              }
            }
            if (known > 0) {
              Arrays.sort(around, 0, known);
              channel[y * width + x] = around[known / 2];
            }
          }
        }
      }
      channels[c] = channel;
    }
    return new Planes(width, height, channels);
  }

  /// Whether fewer than two neighbours are like the point; a line's points have two.
  private static boolean apart(Planes planes, int x, int y) {
    int alike = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int nx = x + dx;
        int ny = y + dy;
        if ((dx != 0 || dy != 0)
            && nx >= 0
            && ny >= 0
            && nx < planes.width()
            && ny < planes.height()
            && alike(planes, x, y, nx, ny)
            && ++alike == 2) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean alike(Planes planes, int x, int y, int nx, int ny) {
    for (int c = 0; c < planes.count(); c++) {
      if (Math.abs(planes.at(c, x, y) - planes.at(c, nx, ny)) > APART) {
        return false;
      }
    }
    return true;
  }

  /// The spread of the grain in 0..255, by the middle of what a second difference leaves over; 0
  /// for drawn pictures.
  ///
  /// Source: J. Immerkær, Fast Noise Variance Estimation, CVIU 64 (1996), with the median in place
  /// of the mean, so that edges do not count.
  static double grain(Planes planes) {
    double most = 0;
    int width = planes.width();
    int height = planes.height();
    if (width < 8 || height < 8) {
      return 0;
    }
    int step = Math.max(1, (int) Math.sqrt(width * (double) height / 16_384));
    for (int c = 0; c < planes.count(); c++) {
      float[] left = new float[((height - 2) / step + 1) * ((width - 2) / step + 1)];
      int count = 0;
      for (int y = 1; y < height - 1; y += step) {
        for (int x = 1; x < width - 1; x += step) {
          left[count++] =
              Math.abs(
                  planes.at(c, x - 1, y - 1)
                      - 2 * planes.at(c, x, y - 1)
                      + planes.at(c, x + 1, y - 1)
                      - 2 * planes.at(c, x - 1, y)
                      + 4 * planes.at(c, x, y)
                      - 2 * planes.at(c, x + 1, y)
                      + planes.at(c, x - 1, y + 1)
                      - 2 * planes.at(c, x, y + 1)
                      + planes.at(c, x + 1, y + 1));
        }
      }
      Arrays.sort(left, 0, count);
      most = Math.max(most, left[count / 2] / (0.6745 * 6));
    }
    return most;
  }
}
