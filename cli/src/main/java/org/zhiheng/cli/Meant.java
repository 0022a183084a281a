package org.zhiheng.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The one right that a person means by what they typed.
final class Meant {

  private Meant() {}

  /// @throws ProblemsException with `not-found` when there is none, `ambiguous` when several are
  ///   meant
  static RightId one(Workspace workspace, String typed) {
    List<RightId> meant = workspace.records().meant(workspace.owner(), typed);
    if (meant.isEmpty()) {
      throw new ProblemsException(
          Problem.of("not-found", "", typed, "The register has no right under this number."));
    }
    if (meant.size() > 1) {
      throw new ProblemsException(
          Problem.of(
              "ambiguous",
              "",
              typed,
              "Several rights have this number: "
                  + meant.stream().map(RightId::toString).collect(Collectors.joining(", "))
                  + "; give the id of one."));
    }
    return meant.getFirst();
  }
}
