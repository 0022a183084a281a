package org.zhiheng.deadlines.fee;

/// How a request is filed, where that changes its fee.
public enum Filing {
  /// On paper.
  PAPER,
  /// Through the office's system.
  ONLINE,
  /// The same either way.
  ANY
}
