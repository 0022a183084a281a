package org.zhiheng.server;

import java.time.ZoneId;
import org.zhiheng.jobs.tour.Tour;

/// How the server is reached and how the pages tell the time.
///
/// @param address the network address it listens on (`127.0.0.1`)
/// @param port 1..65535, or 0 for any free one
/// @param zone in which moments are told
/// @param uploadBytesMax the largest file that is taken in one upload
/// @param tour the stories that the pages lead through
public record ServerSettings(
    String address, int port, ZoneId zone, long uploadBytesMax, Tour tour) {

  /// The time of Beijing, where the register's first office sits.
  public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  /// A year of the gazette is some 2 GB; twice that is a mistake.
  public static final long UPLOAD_BYTES_MAX = 4L << 30;

  /// @throws IllegalArgumentException when the port or the size is out of range
  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be in 0..65535: " + port);
    }
    if (uploadBytesMax < 1) {
      throw new IllegalArgumentException("uploadBytesMax must be >= 1: " + uploadBytesMax);
    }
  }

  /// On this machine only.
  public static ServerSettings local(int port) {
    return new ServerSettings("127.0.0.1", port, BEIJING, UPLOAD_BYTES_MAX, Tour.NONE);
  }

  /// The same, leading through these stories.
  public ServerSettings leading(Tour through) {
    return new ServerSettings(address, port, zone, uploadBytesMax, through);
  }
}
