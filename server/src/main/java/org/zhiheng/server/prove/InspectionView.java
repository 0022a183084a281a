package org.zhiheng.server.prove;

import java.util.List;

/// How looking through the log stands.
///
/// @param said in words
/// @param running whether it goes on
/// @param sound whether it ended and found nothing wrong
/// @param faults what is wrong, as it was found
/// @param doneShare how much of it is done while it runs, in percent
public record InspectionView(
    String said, boolean running, boolean sound, List<String> faults, int doneShare) {

  /// Copies the list.
  public InspectionView {
    faults = List.copyOf(faults);
  }
}
