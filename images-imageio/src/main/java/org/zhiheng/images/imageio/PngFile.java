package org.zhiheng.images.imageio;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.zhiheng.similarity.figure.Picture;

/// Writes a decoded picture as PNG: what reaches a browser is what was drawn here, never the bytes
/// that a stranger sent.
public final class PngFile {

  private PngFile() {}

  /// The picture, no side longer than told; it is never enlarged.
  ///
  /// @param sideMax in pixels, 1..[Picture#SIDE_MAX]
  public static byte[] of(Picture picture, int sideMax) {
    if (sideMax < 1 || sideMax > Picture.SIDE_MAX) {
      throw new IllegalArgumentException(
          "sideMax must be in 1.." + Picture.SIDE_MAX + ": " + sideMax);
    }
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        image.setRGB(x, y, picture.argb(x, y));
      }
    }
    // halved as long as it can be: bilinear alone leaves out pixels
    while (Math.max(image.getWidth(), image.getHeight()) > sideMax) {
      int longer = Math.max(image.getWidth(), image.getHeight());
      double share = Math.max(0.5, (double) sideMax / longer);
      image = smaller(image, share);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this JDK writes no PNG");
      }
    } catch (IOException memory) {
      throw new UncheckedIOException("bytes in memory were not written", memory);
    }
    return out.toByteArray();
  }

  private static BufferedImage smaller(BufferedImage image, double share) {
    int width = Math.max(1, (int) (image.getWidth() * share));
    int height = Math.max(1, (int) (image.getHeight() * share));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return small;
  }
}
