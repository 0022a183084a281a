package org.zhiheng.similarity.figure;

import java.util.Optional;

/// What turning a picture inside its frame leaves in the four corners: triangles of one colour that
/// belong to no figure.
///
/// They are known by their form alone: in all four corners a right triangle of the same colour, its
/// legs as a turn of up to [#TURN_MAX] leaves them. The corners of a figure that stands on its tip
/// have legs of like length and stay.
final class Wedges {

  /// The tangent of the widest turn that is looked for, about 20 degrees.
  private static final double TURN_MAX = 0.37;

  /// So many levels apart is another colour.
  private static final float APART = 40;

  /// A shorter leg, in pixels, is the corner of a frame.
  private static final int LEG_MIN = 2;

  /// So far from a straight line, in pixels, and so far in parts of the side, a wedge's edge may
  /// be.
  private static final double OFF = 1.6;

  private static final double OFF_SHARE = 0.006;

  /// Behind the edge so many points are between the two colours.
  private static final int SOFT = 2;

  private final Planes planes;
  private final int width;
  private final int height;

  private Wedges(Planes planes) {
    this.planes = planes;
    this.width = planes.width();
    this.height = planes.height();
  }

  /// A wedge: in which corner, and how deep it reaches at each point along its long leg, from its
  /// corner on, in pixels.
  private static final class Wedge {
    private final boolean right;
    private final boolean bottom;
    private final boolean upright;
    private final int[] depths;

    /// @param upright whether the long leg stands upright
    Wedge(boolean right, boolean bottom, boolean upright, int[] depths) {
      this.right = right;
      this.bottom = bottom;
      this.upright = upright;
      this.depths = depths;
    }
  }

  /// The picture with its wedges in the colour of what stands beside them; the same picture when it
  /// has none.
  static Planes filled(Planes planes) {
    Wedges wedges = new Wedges(planes);
    if (Math.min(planes.width(), planes.height()) < 16 || !wedges.cornersAlike()) {
      return planes;
    }
    Optional<Wedge> leftTop = wedges.find(false, false);
    Optional<Wedge> rightTop = wedges.find(true, false);
    Optional<Wedge> leftBottom = wedges.find(false, true);
    Optional<Wedge> rightBottom = wedges.find(true, true);
    if (leftTop.isEmpty() || rightTop.isEmpty() || leftBottom.isEmpty() || rightBottom.isEmpty()) {
      return planes;
    }
    boolean turned =
        leftTop.get().upright == rightBottom.get().upright
            && rightTop.get().upright == leftBottom.get().upright
            && leftTop.get().upright != rightTop.get().upright;
    if (!turned) {
      return planes;
    }
    float[][] channels = new float[planes.count()][];
    for (int c = 0; c < channels.length; c++) {
      channels[c] = planes.channel(c).clone();
    }
    wedges.fill(leftTop.get(), channels);
    wedges.fill(rightTop.get(), channels);
    wedges.fill(leftBottom.get(), channels);
    wedges.fill(rightBottom.get(), channels);
    return new Planes(planes.width(), planes.height(), channels);
  }

  private boolean cornersAlike() {
    return alike(width - 1, 0) && alike(0, height - 1) && alike(width - 1, height - 1);
  }

  /// Whether a point has the colour of the left upper corner.
  private boolean alike(int x, int y) {
    for (int c = 0; c < planes.count(); c++) {
      if (Math.abs(planes.at(c, x, y) - planes.at(c, 0, 0)) > APART) {
        return false;
      }
    }
    return true;
  }

  private Optional<Wedge> find(boolean right, boolean bottom) {
    int across = 0;
    while (across < width && alike(right ? width - 1 - across : across, bottom ? height - 1 : 0)) {
      across++;
    }
    int down = 0;
    while (down < height && alike(right ? width - 1 : 0, bottom ? height - 1 - down : down)) {
      down++;
    }
    int longer = Math.max(across, down);
    int shorter = Math.min(across, down);
    if (shorter < LEG_MIN || shorter > TURN_MAX * longer || longer == Math.max(width, height)) {
      return Optional.empty();
    }
    boolean upright = down > across;
    double off = OFF + OFF_SHARE * Math.max(width, height);
    int[] depths = new int[longer];
    for (int at = 0; at < longer; at++) {
      depths[at] = depth(right, bottom, upright, at, shorter + (int) Math.ceil(off) + 1);
      if (Math.abs(depths[at] - shorter * (1 - (double) at / longer)) > off) {
        return Optional.empty();
      }
    }
    return Optional.of(new Wedge(right, bottom, upright, depths));
  }

  /// How many points have the corner's colour, from the border on.
  private int depth(boolean right, boolean bottom, boolean upright, int at, int most) {
    int end = Math.min(most, upright ? width : height);
    for (int deep = 0; deep < end; deep++) {
      int x = upright ? deep : at;
      int y = upright ? at : deep;
      if (!alike(right ? width - 1 - x : x, bottom ? height - 1 - y : y)) {
        return deep;
      }
    }
    return end;
  }

  private void fill(Wedge wedge, float[][] channels) {
    for (int at = 0; at < wedge.depths.length; at++) {
      int edge = Math.min(wedge.depths[at] + SOFT, (wedge.upright ? width : height) - 1);
      int beside = place(wedge, at, edge);
      for (int deep = 0; deep < edge; deep++) {
        int place = place(wedge, at, deep);
        for (float[] channel : channels) {
          channel[place] = channel[beside];
        }
      }
    }
  }

  private int place(Wedge wedge, int at, int deep) {
    int x = wedge.upright ? deep : at;
    int y = wedge.upright ? at : deep;
    return (wedge.bottom ? height - 1 - y : y) * width + (wedge.right ? width - 1 - x : x);
  }
}
