package org.zhiheng.jobs.uploads;

import java.time.Duration;

/// How much may be on its way at once, and for how long.
///
/// @param openMax uploads of one organisation, at least 1
/// @param bytesMax of what they declared together, at least 1
/// @param idle after this long without a part an upload is abandoned
public record UploadLimits(int openMax, long bytesMax, Duration idle) {

  /// Eight of the greatest files for each organisation; and a break from Friday evening to Monday
  /// noon, so that nobody has to come back on a weekend.
  public static final UploadLimits USUAL =
      new UploadLimits(32, 8 * DeclaredFile.SIZE_BYTES_MAX, Duration.ofDays(3));

  /// @throws IllegalArgumentException when one is below what it must be
  public UploadLimits {
    if (openMax < 1 || bytesMax < 1 || !idle.isPositive()) {
      throw new IllegalArgumentException(
          "limits must be positive: " + openMax + ", " + bytesMax + ", " + idle);
    }
  }
}
