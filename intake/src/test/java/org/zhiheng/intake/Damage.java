package org.zhiheng.intake;

import java.util.Arrays;
import java.util.List;
import org.zhiheng.seeds.Seed;

/// Damages bytes: flips, cuts, doubles and moves parts, and puts in what formats are sensitive to.
final class Damage {

  private static final List<String> PIECES =
      List.of(
          "\"",
          ",",
          "\n",
          "\r",
          "\0",
          "<",
          ">",
          "</",
          "<?xml version=\"1.0\"?>",
          "<![CDATA[",
          "]]>",
          "<!--",
          "&x;",
          "&#0;",
          "<!DOCTYPE a [<!ENTITY b \"c\">]>",
          "\ufeff",
          "\uffff",
          "=HYPERLINK(\"x\")",
          "9999999999999999999999",
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?>");

  private Damage() {}

  static byte[] of(Seed seed, byte[] sound) {
    byte[] bytes = sound.clone();
    int times = seed.between(1, 6);
    for (int i = 0; i < times && bytes.length > 1; i++) {
      bytes = once(seed, bytes);
    }
    return bytes;
  }

  private static byte[] once(Seed seed, byte[] bytes) {
    int at = seed.between(0, bytes.length);
    int length = Math.min(seed.between(1, 400), bytes.length - at);
    return switch (seed.between(0, 6)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << seed.between(0, 8));
        yield flipped;
      }
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 -> splice(bytes, at, length, new byte[0]);
      case 3 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 4 -> {
        int from = seed.between(0, bytes.length);
        byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        yield splice(bytes, at, 0, part);
      }
      default ->
          splice(
              bytes, at, 0, seed.oneOf(PIECES).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    };
  }

  private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
    byte[] out = new byte[bytes.length - removed + added.length];
    System.arraycopy(bytes, 0, out, 0, at);
    System.arraycopy(added, 0, out, at, added.length);
    System.arraycopy(bytes, at + removed, out, at + added.length, bytes.length - at - removed);
    return out;
  }
}
