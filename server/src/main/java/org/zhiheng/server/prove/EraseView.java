package org.zhiheng.server.prove;

import java.util.List;

/// The page that asks a second time before evidence is erased.
///
/// @param row what it is
/// @param files names of the files that would be destroyed
/// @param basis what was typed as the rule that asks for it
/// @param refused what was wrong, in words
public record EraseView(
    LockerView.Row row, List<String> files, String basis, List<String> refused) {

  /// Copies the lists.
  public EraseView {
    files = List.copyOf(files);
    refused = List.copyOf(refused);
  }
}
