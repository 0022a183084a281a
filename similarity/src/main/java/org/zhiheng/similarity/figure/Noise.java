package org.zhiheng.similarity.figure;

import java.util.Arrays;

/// Noise of a picture: single wrong points, which are mended, and a grain, which is measured.
final class Noise {

  /// A point that differs so much from its neighbours stands apart from them.
  private static final float APART = 48;

  /// A smaller share of points apart are dots of the figure.
  private static final double APART_SHARE_MIN = 0.0018;

  private Noise() {}

  /// Whether so many points stand apart that they are none of the figure's.
  ///
  /// Only points on even ground count: those of a thin line or of a small picture's details may
  /// differ from all their neighbours, but these differ among themselves, too.
  static boolean specked(Planes planes) {
    int width = planes.width();
    int height = planes.height();
    if (width < 8 || height < 8) {
      return false;
    }
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        count += apart(planes, x, y) && even(planes, x, y) ? 1 : 0;
      }
    }
    return count > APART_SHARE_MIN * width * height;
  }

  /// Whether all neighbours are alike.
  private static boolean even(Planes planes, int x, int y) {
    if (x == 0 || y == 0 || x == planes.width() - 1 || y == planes.height() - 1) {
      return false;
    }
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if ((dx != 0 || dy != 0) && !alike(planes, x - 1, y - 1, x + dx, y + dy)) {
          return false;
        }
      }
    }
    return true;
  }

  /// The picture without specks: first each point apart becomes the middle of those neighbours that
  /// are not, then each point the middle of its three by three.
  static Planes mended(Planes planes) {
    int width = planes.width();
    int height = planes.height();
    boolean[] wrong = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        wrong[y * width + x] = apart(planes, x, y);
      }
    }
    boolean[] none = new boolean[width * height];
    float[][] channels = new float[planes.count()][];
    for (int c = 0; c < channels.length; c++) {
      float[] first = planes.channel(c).clone();
      for (int at = 0; at < first.length; at++) {
        if (wrong[at]) {
          first[at] = middle(planes.channel(c), width, height, at, wrong);
        }
      }
      float[] second = new float[first.length];
      for (int at = 0; at < second.length; at++) {
        second[at] = middle(first, width, height, at, none);
      }
      channels[c] = second;
    }
    return new Planes(width, height, channels);
  }

  /// The median of the three by three points that are not passed over; the point where all are.
  private static float middle(float[] channel, int width, int height, int at, boolean[] passed) {
    float[] around = new float[9];
    int known = 0;
    int row = at / width;
    int column = at - row * width;
    for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
        if (!passed[y * width + x]) {
          float value = channel[y * width + x];
          int place = known++;
          while (place > 0 && around[place - 1] > value) {
            around[place] = around[place - 1];
            place--;
          }
          around[place] = value;
        }
      }
    }
    return known == 0 ? channel[at] : around[known / 2];
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
