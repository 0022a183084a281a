package org.zhiheng.similarity.figure;

/// A thin line of one colour around a whole picture: filters that look for edges leave one, and
/// scans and cut-outs have one. It is no part of the figure.
final class Frame {

  /// So many levels apart is another colour.
  private static final float APART = 40;

  /// A thicker frame, in pixels, may be the figure's own.
  private static final int THICK_MAX = 2;

  /// The share of the border that has the frame's colour at least.
  private static final double LINE = 0.95;

  /// The share of what lies behind the frame that has another colour at least.
  private static final double BEHIND = 0.7;

  private static final int SIDE_MIN = 24;

  private final Planes planes;
  private final int width;
  private final int height;

  private Frame(Planes planes) {
    this.planes = planes;
    this.width = planes.width();
    this.height = planes.height();
  }

  /// The picture with its frame in the colours of what lies behind it; the same picture when it has
  /// none.
  static Planes taken(Planes planes) {
    Frame frame = new Frame(planes);
    if (Math.min(planes.width(), planes.height()) < SIDE_MIN
        || frame.like(0) < LINE
        || frame.like(THICK_MAX + 1) > 1 - BEHIND) {
      return planes;
    }
    float[][] channels = new float[planes.count()][];
    for (int c = 0; c < channels.length; c++) {
      channels[c] = frame.covered(planes.channel(c));
    }
    return new Planes(planes.width(), planes.height(), channels);
  }

  /// The share of the ring so deep inside the picture that has the colour of the upper border's
  /// middle.
  private double like(int deep) {
    int all = 0;
    int like = 0;
    for (int x = deep; x < width - deep; x++) {
      like += like(x, deep) + like(x, height - 1 - deep);
      all += 2;
    }
    for (int y = deep + 1; y < height - 1 - deep; y++) {
      like += like(deep, y) + like(width - 1 - deep, y);
      all += 2;
    }
    return (double) like / all;
  }

  private int like(int x, int y) {
    for (int c = 0; c < planes.count(); c++) {
      if (Math.abs(planes.at(c, x, y) - planes.at(c, width / 2, 0)) > APART) {
        return 0;
      }
    }
    return 1;
  }

  private float[] covered(float[] channel) {
    float[] covered = channel.clone();
    int deep = THICK_MAX + 1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int nearX = Math.clamp(x, deep, width - 1 - deep);
        int nearY = Math.clamp(y, deep, height - 1 - deep);
        covered[y * width + x] = channel[nearY * width + nearX];
      }
    }
    return covered;
  }
}
