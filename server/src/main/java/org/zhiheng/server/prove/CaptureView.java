package org.zhiheng.server.prove;

import java.util.List;
import org.zhiheng.server.page.Field;

/// The form that takes a page of the web in.
///
/// @param kinds what it can be
/// @param kind which was chosen
/// @param url as typed
/// @param right as typed
/// @param refused what was wrong, in words
public record CaptureView(
    List<Field.Choice> kinds, String kind, String url, String right, List<String> refused) {

  /// Copies the lists.
  public CaptureView {
    kinds = List.copyOf(kinds);
    refused = List.copyOf(refused);
  }
}
