package org.zhiheng.similarity.figure;

/// How near the next edge of a like direction is, anywhere in the frame: 1 on an edge, 0 away from
/// it. Never changed once made.
final class EdgeMap {

  private static final int SIDE = 64;
  private static final int DIRECTIONS = 8;
  private static final double MARGIN = 0.12;
  private static final double CELLS = SIDE / (1 + 2 * MARGIN);

  /// The bell curve of nearness, in cells.
  private static final double SIGMA = 1.2;

  private static final int REACH = 3;

  private final float[] values;

  private EdgeMap(float[] values) {
    this.values = values;
  }

  static EdgeMap of(Contour contour) {
    float[] values = new float[DIRECTIONS * SIDE * SIDE];
    float[] bell = new float[2 * REACH * REACH + 1];
    for (int square = 0; square < bell.length; square++) {
      bell[square] = (float) Math.exp(-square / (2 * SIGMA * SIGMA));
    }
    for (int i = 0; i < contour.count(); i++) {
      int x = (int) ((contour.x(i) + MARGIN) * CELLS);
      int y = (int) ((contour.y(i) + MARGIN) * CELLS);
      if (x < REACH || y < REACH || x >= SIDE - REACH || y >= SIDE - REACH) {
        continue;
      }
      double turn = contour.angle(i) * (DIRECTIONS / Math.PI);
      int direction = (int) Math.round(turn);
      for (int k = -1; k <= 1; k++) {
        double off = direction + k - turn;
        float agree = k == 0 ? 1 : (float) (1 - 0.25 * off * off);
        int map = Math.floorMod(direction + k, DIRECTIONS) * SIDE * SIDE;
        for (int dy = -REACH; dy <= REACH; dy++) {
          int row = map + (y + dy) * SIDE + x;
          for (int dx = -REACH; dx <= REACH; dx++) {
            float value = agree * bell[dx * dx + dy * dy];
            if (value > values[row + dx]) {
              values[row + dx] = value;
            }
          }
        }
      }
    }
    return new EdgeMap(values);
  }

  /// The value at a place in the frame for an edge of this direction; 0 outside.
  float at(double inFrameX, double inFrameY, double angle) {
    int x = (int) ((inFrameX + MARGIN) * CELLS);
    int y = (int) ((inFrameY + MARGIN) * CELLS);
    if (x < 0 || y < 0 || x >= SIDE || y >= SIDE) {
      return 0;
    }
    int direction = (int) Math.round(angle * (DIRECTIONS / Math.PI));
    return values[(Math.floorMod(direction, DIRECTIONS) * SIDE + y) * SIDE + x];
  }
}
