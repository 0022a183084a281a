package org.zhiheng.images.imageio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Picture files for the tests: a black box from (10, 10) to (40, 30) on white, 64 by 48.
final class Samples {

  /// The box as cwebp 1.2.4 (libwebp) writes it with `-q 60`.
  private static final String WEBP_LOSSY =
      "UklGRmwAAABXRUJQVlA4IGAAAADQBACdASpAADAAPrVKnkmnJCKhMAgA4BaJaQAEPAFi1l2kxlwMnNx7Ww/i1aOXIAD+"
          + "+Kyo8U7YX1/Y9+6i3/ewdrRkeLlYjrFMvuO3tWAdwqWTltxo/zB+6Y8X2kCgAAA=";

  /// The box as cwebp 1.2.4 (libwebp) writes it with `-lossless`.
  private static final String WEBP_LOSSLESS =
      "UklGRjAAAABXRUJQVlA4TCMAAAAvP8ALAA8w//M///MfeFDUgADk6F+ZAuYd0f8J6F4DyEU3AgA=";

  private Samples() {}

  static byte[] webpLossy() {
    return Base64.getDecoder().decode(WEBP_LOSSY);
  }

  static byte[] webpLossless() {
    return Base64.getDecoder().decode(WEBP_LOSSLESS);
  }

  static byte[] written(String format) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 64, 48);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(10, 10, 31, 21);
    graphics.dispose();
    return written(image, format);
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  static byte[] svg() {
    return svg("<rect x='10' y='10' width='31' height='21'/>");
  }

  static byte[] svg(String inside) {
    return ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " viewBox='0 0 64 48'>"
            + inside
            + "</svg>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /// The head of a PNG of these sides, then data that never come.
  static byte[] pngHead(int width, int height) {
    ByteBuffer head = ByteBuffer.allocate(13);
    head.putInt(width).putInt(height).put(new byte[] {8, 6, 0, 0, 0});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    out.writeBytes(chunk("IHDR", head.array()));
    out.writeBytes(chunk("IDAT", new byte[20]));
    return out.toByteArray();
  }

  /// A PNG with the chunk that says it moves (PNG third edition, 11.3.6.1).
  static byte[] movingPng() throws IOException {
    byte[] still = written("png");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(still, 0, 33);
    out.writeBytes(chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}));
    out.write(still, 33, still.length - 33);
    return out.toByteArray();
  }

  /// The head of an extended WebP (RFC 9649, 2.7) of these sides.
  static byte[] webpHead(int width, int height, boolean moves) {
    byte[] bytes = new byte[40];
    byte[] start = "RIFF    WEBPVP8X".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, bytes, 0, start.length);
    bytes[20] = (byte) (moves ? 2 : 0);
    for (int i = 0; i < 3; i++) {
      bytes[24 + i] = (byte) ((width - 1) >> (8 * i));
      bytes[27 + i] = (byte) ((height - 1) >> (8 * i));
    }
    return bytes;
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    chunk.putInt(content.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, 4 + content.length);
    chunk.putInt((int) sum.getValue());
    return chunk.array();
  }
}
