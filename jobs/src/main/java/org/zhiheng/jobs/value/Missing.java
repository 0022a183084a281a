package org.zhiheng.jobs.value;

import java.util.List;

/// What a method would need and neither the register nor a file tells.
///
/// @param method its key in the file: `relief-from-royalty`
/// @param needs the keys that are missing
/// @param reason why it cannot be used at all, or empty
public record Missing(String method, List<String> needs, String reason) {

  /// Copies the list.
  public Missing {
    needs = List.copyOf(needs);
  }
}
