package org.zhiheng.images.imageio;

import java.awt.image.BufferedImage;
import org.zhiheng.similarity.figure.Picture;

/// From an image of AWT to a picture of the engine.
final class Pixels {

  private Pixels() {}

  /// The picture; where a side is too long each new point is the mean of the points it covers.
  static Picture picture(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int longer = Math.max(width, height);
    if (longer <= Picture.SIDE_MAX) {
      return Picture.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }
    int newWidth = Math.max(1, (int) ((long) width * Picture.SIDE_MAX / longer));
    int newHeight = Math.max(1, (int) ((long) height * Picture.SIDE_MAX / longer));
    long[] sums = new long[newWidth * newHeight * 5];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      int toRow = (int) ((long) y * newHeight / height) * newWidth;
      for (int x = 0; x < width; x++) {
        int to = (toRow + (int) ((long) x * newWidth / width)) * 5;
        int colour = row[x];
        int opacity = colour >>> 24;
        sums[to] += opacity;
        sums[to + 1] += (long) opacity * (colour >> 16 & 0xFF);
        sums[to + 2] += (long) opacity * (colour >> 8 & 0xFF);
        sums[to + 3] += (long) opacity * (colour & 0xFF);
        sums[to + 4]++;
      }
    }
    int[] argb = new int[newWidth * newHeight];
    for (int i = 0; i < argb.length; i++) {
      int at = i * 5;
      long opacity = Math.max(1, sums[at]);
      argb[i] =
          (int) (sums[at] / Math.max(1, sums[at + 4])) << 24
              | (int) (sums[at + 1] / opacity) << 16
              | (int) (sums[at + 2] / opacity) << 8
              | (int) (sums[at + 3] / opacity);
    }
    return Picture.of(newWidth, newHeight, argb);
  }
}
