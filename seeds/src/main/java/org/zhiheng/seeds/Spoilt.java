package org.zhiheng.seeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sound inputs made unsound, as a transfer, a person or an attacker does it.
///
/// Not a generator: what comes out resembles what went in, and so comes past the first check.
public final class Spoilt {

  /// How deep what is nested goes: past what any reader needs, and past a stack without a limit.
  private static final List<Integer> DEPTHS = List.of(5, 70, 300, 20_000);

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "+1",
          "00",
          "1.",
          ".5",
          "1e3",
          "1E999999999",
          "1E-999999999",
          "-1E2147483647",
          "2147483648",
          "-9223372036854775808",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999999999999999999999999999",
          "0.00000000000000000000000000000000000000000000001",
          "NaN",
          "Infinity",
          "0x10",
          "1_000",
          "1,000",
          "٣",
          "１２",
          "%");

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "\0",
          "\t",
          "\u0085",
          "\u2028",
          "\u202E",
          "\u200B",
          "\uFEFF",
          "\uFFFF",
          "\uD800",
          "\uDC00\uD800",
          "🎈",
          "e\u0301",
          "İ",
          "ß",
          "null",
          "true",
          "~",
          "2026-02-30",
          "0000-00-00",
          "+999999999-12-31",
          "-999999999-01-01",
          "24:00",
          "2026-12-31T23:59:60Z",
          "../../etc/passwd",
          "file:///etc/passwd",
          "%00%ff",
          "' or 1=1 --",
          "<script>",
          "${x}",
          "=1+1",
          "(((",
          "a*a*a*a");

  private static final List<Byte> BYTES =
      List.of(
          (byte) 0,
          (byte) 1,
          (byte) 0x1F,
          (byte) 0x30,
          (byte) 0x5F,
          (byte) 0x7F,
          (byte) 0x80,
          (byte) 0x84,
          (byte) 0x9B,
          (byte) 0xBF,
          (byte) 0xFE,
          (byte) 0xFF);

  private static final int PART_MAX = 400;

  private Spoilt() {}

  /// Bytes cut, flipped, doubled, moved and replaced, one to five times; seldom what went in.
  public static byte[] bytes(Seed seed, byte[] sound) {
    byte[] bytes = sound;
    for (int times = seed.between(1, 6); times > 0; times--) {
      int at = seed.between(0, bytes.length + 1);
      int length = Math.min(seed.between(1, PART_MAX), bytes.length - at);
      bytes =
          switch (seed.between(0, 7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> joined(bytes, at, at + length, new byte[0]);
            case 2 -> joined(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> {
              int from = seed.between(0, bytes.length + 1);
              int to = Math.min(bytes.length, from + seed.between(1, PART_MAX));
              yield joined(bytes, at, at + length, Arrays.copyOfRange(bytes, from, to));
            }
            case 4 -> joined(bytes, at, at + Math.min(1, length), new byte[] {seed.oneOf(BYTES)});
            case 5 -> {
              byte[] any = new byte[seed.between(1, 10)];
              seed.random().nextBytes(any);
              yield joined(bytes, at, Math.min(bytes.length, at + any.length), any);
            }
            default -> {
              byte[] flipped = bytes.clone();
              if (at < flipped.length) {
                flipped[at] ^= (byte) (1 << seed.between(0, 8));
              }
              yield flipped;
            }
          };
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
    byte[] joined = new byte[from + between.length + bytes.length - to];
    System.arraycopy(bytes, 0, joined, 0, from);
    System.arraycopy(between, 0, joined, from, between.length);
    System.arraycopy(bytes, to, joined, from + between.length, bytes.length - to);
    return joined;
  }

  /// A number or word that readers stumble over, sometimes a very long one.
  public static String word(Seed seed) {
    return switch (seed.between(0, 12)) {
      case 0, 1, 2, 3, 4 -> seed.oneOf(NUMBERS);
      case 5 -> seed.oneOf(List.of("9", "甲", "\0", "(", "-", "🎈")).repeat(seed.oneOf(DEPTHS));
      default -> seed.oneOf(WORDS);
    };
  }

  /// A short text with signs put in, taken out and replaced, or another in its place.
  public static String text(Seed seed, String sound) {
    if (seed.chance(0.2)) {
      return word(seed);
    }
    String text = sound;
    for (int times = seed.between(1, 4); times > 0; times--) {
      int at = seed.between(0, text.length() + 1);
      int to = seed.between(at, Math.min(text.length(), at + 8) + 1);
      text =
          switch (seed.between(0, 4)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(at);
            case 2 -> text.substring(0, at) + word(seed) + text.substring(to);
            default -> text.substring(0, at) + (char) seed.between(0, 0x180) + text.substring(to);
          };
    }
    return text;
  }

  /// Lines removed, doubled, moved, moved in and cut; what follows a colon or stands between commas
  /// replaced. For YAML, CSV and whatever else is made of lines.
  public static String lines(Seed seed, String sound) {
    List<String> lines = new ArrayList<>(sound.lines().toList());
    for (int times = seed.between(1, 5); times > 0 && !lines.isEmpty(); times--) {
      int at = seed.between(0, lines.size());
      String line = lines.get(at);
      switch (seed.between(0, 9)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, line);
        case 2 -> lines.add(at, lines.get(seed.between(0, lines.size())));
        case 3 -> lines.set(at, line.substring(seed.between(0, line.length() + 1)));
        case 4 -> lines.set(at, "  " + line);
        case 5 -> lines.set(at, text(seed, line));
        case 6 -> lines.set(at, nested(seed, "[", "]", line));
        default -> lines.set(at, withField(seed, line));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String withField(Seed seed, String line) {
    int colon = line.indexOf(':');
    if (colon >= 0 && seed.chance(0.8)) {
      return line.substring(0, colon + 1) + " " + word(seed);
    }
    String[] fields = line.split(",", -1);
    fields[seed.between(0, fields.length)] = word(seed);
    return String.join(",", fields);
  }

  /// A JSON text with members and elements removed, doubled, moved, renamed, of another type,
  /// nested deep; and one in five times spoilt as any text is.
  public static String json(Seed seed, String sound) {
    String text = sound;
    for (int times = seed.between(1, 4); times > 0; times--) {
      List<JsonSpans.Span> spans = JsonSpans.of(text);
      if (spans.isEmpty()) {
        return text(seed, text);
      }
      JsonSpans.Span span = seed.oneOf(spans);
      String value = span.in(text);
      text =
          switch (seed.between(0, 8)) {
            case 0 -> span.without(text);
            case 1 -> span.replaced(text, value + "," + value);
            case 2 -> span.replaced(text, seed.oneOf(spans).in(text));
            case 3 -> span.replaced(text, nested(seed, "[", "]", value));
            case 4 -> span.replaced(text, nested(seed, "{\"a\":", "}", value));
            case 5 -> span.replaced(text, '"' + escaped(text(seed, value)) + '"');
            default -> span.replaced(text, jsonValue(seed));
          };
    }
    return seed.chance(0.2)
        ? new String(bytes(seed, text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
        : text;
  }

  private static String jsonValue(Seed seed) {
    return switch (seed.between(0, 5)) {
      case 0 -> seed.oneOf(List.of("null", "true", "false", "{}", "[]", "[null]", "{\"\":0}"));
      case 1, 2 -> seed.oneOf(NUMBERS);
      default -> '"' + escaped(word(seed)) + '"';
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\0", "\\u0000");
  }

  private static String nested(Seed seed, String open, String close, String value) {
    int depth = seed.oneOf(DEPTHS);
    return open.repeat(depth) + value + close.repeat(depth);
  }
}
