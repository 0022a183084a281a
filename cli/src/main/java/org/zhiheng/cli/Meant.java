package org.zhiheng.cli;

import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The one right that a person means by what they typed.
final class Meant {

  private Meant() {}

  /// @throws ProblemsException with `not-found` when there is none, `ambiguous` when several are
  ///   meant
  static RightId one(Workspace workspace, String typed) {
    return workspace.records().meantOne(workspace.owner(), typed).orThrow();
  }
}
