package org.zhiheng.similarity.figure;

/// How steeply, and in which direction, the channels of a picture change at each point: of each
/// point's channels the one that changes most.
final class Slopes {

  private final int width;
  private final int height;
  private final float[] acrossSlopes;
  private final float[] downSlopes;

  private Slopes(int width, int height, float[] acrossSlopes, float[] downSlopes) {
    this.width = width;
    this.height = height;
    this.acrossSlopes = acrossSlopes;
    this.downSlopes = downSlopes;
  }

  static Slopes of(Planes planes) {
    int width = planes.width();
    int height = planes.height();
    float[] across = new float[width * height];
    float[] down = new float[width * height];
    for (int c = 0; c < planes.count(); c++) {
      float[] channel = planes.channel(c);
      for (int y = 1; y < height - 1; y++) {
        for (int x = 1; x < width - 1; x++) {
          int at = y * width + x;
          float dx = (channel[at + 1] - channel[at - 1]) / 2;
          float dy = (channel[at + width] - channel[at - width]) / 2;
          if (dx * dx + dy * dy > across[at] * across[at] + down[at] * down[at]) {
            across[at] = dx;
            down[at] = dy;
          }
        }
      }
    }
    return new Slopes(width, height, across, down);
  }

  /// The slope where it is the highest along its own direction, else 0.
  float[] ridges() {
    float[] ridges = new float[acrossSlopes.length];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        float dx = acrossSlopes[at];
        float dy = downSlopes[at];
        float here = dx * dx + dy * dy;
        if (here > 0 && here > side(at, dx, dy) && here >= side(at, -dx, -dy)) {
          ridges[at] = (float) Math.sqrt(here);
        }
      }
    }
    return ridges;
  }

  /// The square of the slope one pixel on, between two of the neighbours.
  private float side(int at, float dx, float dy) {
    boolean flat = Math.abs(dx) >= Math.abs(dy);
    int straight = flat ? (dx > 0 ? 1 : -1) : (dy > 0 ? width : -width);
    int slanted = straight + (flat ? (dy > 0 ? width : -width) : (dx > 0 ? 1 : -1));
    float share = flat ? Math.abs(dy / dx) : Math.abs(dx / dy);
    return (1 - share) * square(at + straight) + share * square(at + slanted);
  }

  private float square(int at) {
    return acrossSlopes[at] * acrossSlopes[at] + downSlopes[at] * downSlopes[at];
  }

  /// The points that are kept, put back where they stand in the picture.
  Contour contour(boolean[] kept, Box part, int newWidth, int newHeight) {
    int count = 0;
    for (boolean is : kept) {
      count += is ? 1 : 0;
    }
    float[] xs = new float[count];
    float[] ys = new float[count];
    float[] angles = new float[count];
    int next = 0;
    for (int at = 0; at < kept.length; at++) {
      if (kept[at]) {
        int row = at / width;
        xs[next] = (float) (part.left() + (at - row * width + 0.5) * part.width() / newWidth);
        ys[next] = (float) (part.top() + (row + 0.5) * part.height() / newHeight);
        angles[next] = Contour.halfTurn(StrictMath.atan2(downSlopes[at], acrossSlopes[at]));
        next++;
      }
    }
    return new Contour(xs, ys, angles);
  }
}
