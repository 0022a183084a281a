package org.zhiheng.server.error;

import java.util.List;

/// What a page shows that could not be shown as asked.
///
/// @param kind which sentences: `absent`, `forbidden`, `refused`, `failed`, `busy`
/// @param problems what was refused and why
/// @param requestId under which the log has more
public record ErrorView(String kind, List<String> problems, String requestId) {
  /// Copies the list.
  public ErrorView {
    problems = List.copyOf(problems);
  }
}
