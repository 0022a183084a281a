package org.zhiheng.jobs.uploads;

import java.io.IOException;
import java.io.InputStream;

/// Reads what is left of a part that was refused: many programs send all of a request before they
/// listen, and would see a broken connection in place of the reason.
public final class PartRest {

  private static final int BUFFER_BYTES = 64 * 1024;

  private PartRest() {}

  /// Reads to the end, or as much as a part has.
  ///
  /// @throws IOException when the connection is gone
  public static void read(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = DeclaredFile.PART_BYTES;
    while (left > 0) {
      int count = in.read(buffer);
      if (count < 0) {
        return;
      }
      left -= count;
    }
  }
}
