package org.zhiheng.jobs.uploads;

import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.zhiheng.values.Parsed;

/// The id of an upload: printed `UP` and 32 hexadecimal digits, drawn by chance.
///
/// @param hex the digits, lower case
public record UploadId(String hex) implements Comparable<UploadId> {

  private static final int LENGTH_BYTES = 16;

  /// @throws IllegalArgumentException when it is not 32 lower-case hexadecimal digits
  public UploadId {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("an upload has 32 lower-case hex digits: " + hex);
    }
  }

  /// A new one.
  static UploadId drawn(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH_BYTES];
    random.nextBytes(bytes);
    return new UploadId(HexFormat.of().formatHex(bytes));
  }

  /// Reads `UP0123…` in upper or lower case.
  public static Parsed<UploadId> parse(String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    return folded.matches("up[0-9a-f]{32}")
        ? Parsed.ok(new UploadId(folded.substring(2)))
        : Parsed.refused(
            "upload-id", text, "The id of an upload is written UP and 32 hexadecimal digits.");
  }

  @Override
  public int compareTo(UploadId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return "UP" + hex;
  }
}
