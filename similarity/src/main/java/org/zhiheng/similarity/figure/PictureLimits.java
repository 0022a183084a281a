package org.zhiheng.similarity.figure;

/// What a picture may cost.
///
/// @param bytesMax of the file
/// @param pixelsMax width times height as the file's head declares them
/// @param sideMax the longer side as the file's head declares it
/// @param nodesMax elements of a drawing (SVG), each counted as often as it is drawn, long ones and
///   layers as several
/// @param millisMax from the first byte to the picture; what takes longer is given up
public record PictureLimits(
    int bytesMax, long pixelsMax, int sideMax, int nodesMax, int millisMax) {

  /// For pictures that strangers send: 10 MB, 16 million pixels, 20,000 a side, 5,000 elements, 1.8
  /// seconds, so that a request ends within two. The worst pictures within them took 1.2 seconds of
  /// a core (a progressive JPEG; of 40 million pixels 3.0).
  public static final PictureLimits USUAL =
      new PictureLimits(10_000_000, 16_000_000L, 20_000, 5_000, 1_800);

  /// For work that nobody waits for: 40 million pixels, 20,000 elements, 30 seconds a picture, as a
  /// machine may be busy.
  public static final PictureLimits BATCH =
      new PictureLimits(10_000_000, 40_000_000L, 20_000, 20_000, 30_000);

  /// Refuses limits that let nothing through.
  ///
  /// @throws IllegalArgumentException when one is not positive
  public PictureLimits {
    if (bytesMax < 1 || pixelsMax < 1 || sideMax < 1 || nodesMax < 1 || millisMax < 1) {
      throw new IllegalArgumentException(
          "limits must be positive: "
              + bytesMax
              + ", "
              + pixelsMax
              + ", "
              + sideMax
              + ", "
              + nodesMax
              + ", "
              + millisMax);
    }
  }
}
