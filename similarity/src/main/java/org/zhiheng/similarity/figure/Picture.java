package org.zhiheng.similarity.figure;

import java.util.Arrays;

/// A decoded picture: colours in rows from the top left. Does not change.
public final class Picture {

  /// The longer side of a picture has at most this many pixels: more shows no more of a figure.
  public static final int SIDE_MAX = 1024;

  private final int width;
  private final int height;
  private final int[] argb;

  private Picture(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /// A picture of these colours; the array is copied.
  ///
  /// @param argb eight bits each of opacity, red, green and blue, not premultiplied, row by row
  /// @throws IllegalArgumentException when a side is not in 1..[#SIDE_MAX] or the colours are not
  ///   width times height
  public static Picture of(int width, int height, int[] argb) {
    if (width < 1 || width > SIDE_MAX || height < 1 || height > SIDE_MAX) {
      throw new IllegalArgumentException(
          "sides must be in 1.." + SIDE_MAX + ": " + width + " x " + height);
    }
    if (argb.length != width * height) {
      throw new IllegalArgumentException("colours must be " + width * height + ": " + argb.length);
    }
    return new Picture(width, height, argb.clone());
  }

  /// In pixels.
  public int width() {
    return width;
  }

  /// In pixels.
  public int height() {
    return height;
  }

  /// The colour at this place.
  ///
  /// @throws IndexOutOfBoundsException when it lies outside
  public int argb(int x, int y) {
    java.util.Objects.checkIndex(x, width);
    return argb[y * width + x];
  }

  /// Equal when sides and all colours are.
  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture
        && picture.width == width
        && picture.height == height
        && Arrays.equals(picture.argb, argb);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(argb);
  }

  /// The sides alone.
  @Override
  public String toString() {
    return "Picture " + width + " x " + height;
  }
}
