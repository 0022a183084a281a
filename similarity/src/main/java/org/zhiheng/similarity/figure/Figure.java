package org.zhiheng.similarity.figure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.zhiheng.values.Parsed;

/// The features of one figure: points on its edges, brought into a frame in which the longer side
/// of the figure is 1. Colour, size, and which side of an edge is dark are not kept. Does not
/// change.
///
/// Its bytes, version 1, numbers with the high byte first:
///
/// | at | length | what |
/// |---|---|---|
/// | 0 | 2 | `5A 46` |
/// | 2 | 1 | version, 1 |
/// | 3 | 1 | 0 |
/// | 4 | 8 | left, top, right and bottom edge of the picture: each a signed 16-bit number of [#UNIT] parts of the frame |
/// | 12 | 2 | count of points, [#POINTS_MIN]..[#POINTS_MAX] |
/// | 14 | count | x of each point: `8 + 240 * x`, rounded |
/// | 14 + count | count | y of each point, likewise |
/// | 14 + 2 count | count | direction of the edge's normal: 256 parts of half a turn, from the x axis towards y |
///
/// Points stand in the order of the picture's rows. The same picture gives the same bytes on every
/// machine that computes as the Java language says.
public final class Figure {

  /// Fewer points are no figure.
  public static final int POINTS_MIN = 12;

  /// More points would not be told apart.
  public static final int POINTS_MAX = 1024;

  /// Parts of the frame's length that positions of the picture's edges are told in.
  public static final int UNIT = 240;

  private static final int HEAD = 14;
  private static final int MARGIN = 8;
  private static final int VERSION = 1;

  private final byte[] bytes;

  private Figure(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Files points that stand in the frame.
  static Figure of(Contour contour, Box picture) {
    Contour points = contour.thinned(POINTS_MAX);
    int count = points.count();
    ByteBuffer out = ByteBuffer.allocate(HEAD + 3 * count);
    out.put((byte) 0x5A).put((byte) 0x46).put((byte) VERSION).put((byte) 0);
    out.putShort(units(picture.left()))
        .putShort(units(picture.top()))
        .putShort(units(picture.right()))
        .putShort(units(picture.bottom()))
        .putShort((short) count);
    for (int i = 0; i < count; i++) {
      out.put(place(points.x(i)));
    }
    for (int i = 0; i < count; i++) {
      out.put(place(points.y(i)));
    }
    for (int i = 0; i < count; i++) {
      out.put((byte) Math.round(points.angle(i) * 256 / Math.PI));
    }
    return new Figure(out.array());
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @return refused with `figure-bytes` when the bytes are no figure or of another version
  public static Parsed<Figure> parse(byte[] bytes) {
    if (bytes.length < HEAD || bytes[0] != 0x5A || bytes[1] != 0x46) {
      return Parsed.refused(
          "figure-bytes", bytes.length + " bytes", "A stored figure begins with 5A 46.");
    }
    if (bytes[2] != VERSION || bytes[3] != 0) {
      return Parsed.refused(
          "figure-bytes",
          "version " + (bytes[2] & 0xFF),
          "Only version 1 of stored figures is read; read the picture again.");
    }
    int count = ByteBuffer.wrap(bytes).getShort(12) & 0xFFFF;
    if (count < POINTS_MIN || count > POINTS_MAX || bytes.length != HEAD + 3 * count) {
      return Parsed.refused(
          "figure-bytes",
          count + " points in " + bytes.length + " bytes",
          "A stored figure has "
              + POINTS_MIN
              + " to "
              + POINTS_MAX
              + " points of three bytes after its head of 14.");
    }
    return Parsed.ok(new Figure(bytes.clone()));
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// How many points on edges it has.
  public int pointCount() {
    return ByteBuffer.wrap(bytes).getShort(12) & 0xFFFF;
  }

  /// The points in the frame.
  Contour contour() {
    int count = pointCount();
    float[] x = new float[count];
    float[] y = new float[count];
    float[] angle = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = ((bytes[HEAD + i] & 0xFF) - MARGIN) / (float) UNIT;
      y[i] = ((bytes[HEAD + count + i] & 0xFF) - MARGIN) / (float) UNIT;
      angle[i] = (float) ((bytes[HEAD + 2 * count + i] & 0xFF) * (Math.PI / 256));
    }
    return new Contour(x, y, angle);
  }

  /// The edges of the picture in the frame.
  Box picture() {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Box(
        in.getShort(4) / (double) UNIT,
        in.getShort(6) / (double) UNIT,
        in.getShort(8) / (double) UNIT,
        in.getShort(10) / (double) UNIT);
  }

  /// Equal when all bytes are.
  @Override
  public boolean equals(Object other) {
    return other instanceof Figure figure && Arrays.equals(figure.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// The count of points alone.
  @Override
  public String toString() {
    return "Figure of " + pointCount() + " points";
  }

  private static byte place(float inFrame) {
    return (byte) Math.clamp(Math.round(MARGIN + UNIT * inFrame), 0, 255);
  }

  private static short units(double inFrame) {
    return (short) Math.clamp(Math.round(UNIT * inFrame), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
