package org.zhiheng.images.imageio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.zhiheng.values.Parsed;

/// What the first bytes of a picture file say, read without decoding anything.
///
/// Sources: PNG third edition (W3C 2025), 5.6 and 11.3; ITU-T T.81 (1992), B.2.2; RFC 9649 (2024),
/// 2.3 to 2.7.
///
/// @param kind what kind of file
/// @param width in pixels; 0 for a drawing
/// @param height in pixels; 0 for a drawing
/// @param animated whether it holds several pictures
record PictureHead(Kind kind, int width, int height, boolean animated) {

  /// The kinds that are read.
  enum Kind {
    PNG,
    JPEG,
    WEBP,
    SVG
  }

  private static final int SVG_LOOK = 4096;

  /// Each scan goes over all pixels, however few bytes it has; usual encoders write ten.
  private static final int SCANS_MAX = 30;

  static Parsed<PictureHead> of(byte[] bytes) {
    if (bytes.length == 0) {
      return Parsed.refused("picture-empty", "", "A picture has at least one byte.");
    }
    if (starts(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return png(bytes);
    }
    if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
      return jpeg(bytes);
    }
    if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
      return webp(bytes);
    }
    if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
      return Parsed.refused(
          "picture-kind-unknown", "GIF", "GIF is not read; save the picture as PNG.");
    }
    String begin =
        new String(bytes, 0, Math.min(bytes.length, SVG_LOOK), StandardCharsets.ISO_8859_1);
    return begin.contains("<svg") || begin.contains(":svg")
        ? Parsed.ok(new PictureHead(Kind.SVG, 0, 0, false))
        : Parsed.refused(
            "picture-kind-unknown",
            begin.substring(0, Math.min(16, begin.length())),
            "PNG, JPEG, WebP and SVG are read; the content decides, not the name.");
  }

  private static Parsed<PictureHead> png(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < 33 || in.getInt(8) != 13 || !starts(bytes, 12, 'I', 'H', 'D', 'R')) {
      return corrupt("PNG without its head");
    }
    int width = in.getInt(16);
    int height = in.getInt(20);
    boolean animated = false;
    long at = 8;
    while (at + 12 <= bytes.length) {
      int place = (int) at;
      if (starts(bytes, place + 4, 'a', 'c', 'T', 'L')) {
        animated = true;
      }
      if (starts(bytes, place + 4, 'I', 'D', 'A', 'T')) {
        break;
      }
      at += 12 + (in.getInt(place) & 0xFFFFFFFFL);
    }
    return width <= 0 || height <= 0
        ? corrupt("PNG of " + width + " x " + height)
        : Parsed.ok(new PictureHead(Kind.PNG, width, height, animated));
  }

  private static Parsed<PictureHead> jpeg(byte[] bytes) {
    int at = 2;
    while (at + 4 <= bytes.length) {
      if ((bytes[at] & 0xFF) != 0xFF) {
        return corrupt("JPEG with a broken marker");
      }
      int marker = bytes[at + 1] & 0xFF;
      if (marker == 0xFF) {
        at++;
      } else if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        at += 2;
      } else if (marker == 0xD9 || marker == 0xDA) {
        return corrupt("JPEG without a frame");
      } else {
        int length = (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
        boolean frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && at + 9 <= bytes.length) {
          int height = (bytes[at + 5] & 0xFF) << 8 | (bytes[at + 6] & 0xFF);
          int width = (bytes[at + 7] & 0xFF) << 8 | (bytes[at + 8] & 0xFF);
          if (!ends(bytes, at)) {
            return corrupt("JPEG without its end");
          }
          if (scans(bytes, at) > SCANS_MAX) {
            return Parsed.refused(
                "picture-too-complex",
                "JPEG",
                "A JPEG has at most " + SCANS_MAX + " scans; save it without progression.");
          }
          return width == 0 || height == 0
              ? corrupt("JPEG of " + width + " x " + height)
              : Parsed.ok(new PictureHead(Kind.JPEG, width, height, false));
        }
        at += 2 + Math.max(length, 2);
      }
    }
    return corrupt("JPEG without a frame");
  }

  /// How often the picture is gone over; data between the markers never hold one.
  private static int scans(byte[] bytes, int from) {
    int scans = 0;
    for (int at = from; at + 1 < bytes.length; at++) {
      scans += starts(bytes, at, 0xFF, 0xDA) ? 1 : 0;
    }
    return scans;
  }

  /// Whether the end marker stands behind this place; data between them never hold it.
  private static boolean ends(byte[] bytes, int from) {
    for (int at = bytes.length - 2; at > from; at--) {
      if (starts(bytes, at, 0xFF, 0xD9)) {
        return true;
      }
    }
    return false;
  }

  private static Parsed<PictureHead> webp(byte[] bytes) {
    if (bytes.length < 30) {
      return corrupt("WebP without its head");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (starts(bytes, 12, 'V', 'P', '8', 'X')) {
      boolean animated = (bytes[20] & 0x02) != 0;
      int width = 1 + (in.getInt(24) & 0xFFFFFF);
      int height = 1 + (in.getInt(26) >>> 8);
      return Parsed.ok(new PictureHead(Kind.WEBP, width, height, animated));
    }
    if (starts(bytes, 12, 'V', 'P', '8', 'L') && bytes[20] == 0x2F) {
      int sides = in.getInt(21);
      int width = 1 + (sides & 0x3FFF);
      int height = 1 + ((sides >>> 14) & 0x3FFF);
      return Parsed.ok(new PictureHead(Kind.WEBP, width, height, false));
    }
    if (starts(bytes, 12, 'V', 'P', '8', ' ') && starts(bytes, 23, 0x9D, 0x01, 0x2A)) {
      int width = in.getShort(26) & 0x3FFF;
      int height = in.getShort(28) & 0x3FFF;
      return width == 0 || height == 0
          ? corrupt("WebP of " + width + " x " + height)
          : Parsed.ok(new PictureHead(Kind.WEBP, width, height, false));
    }
    return corrupt("WebP without its head");
  }

  /// A picture that its own format forbids.
  static <T> Parsed<T> corrupt(String what) {
    return Parsed.refused("picture-corrupt", what, "The file is cut off or damaged.");
  }

  private static boolean starts(byte[] bytes, int at, int... expected) {
    if (at + expected.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[at + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
