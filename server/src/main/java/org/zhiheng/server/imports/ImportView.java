package org.zhiheng.server.imports;

import java.util.List;
import java.util.Optional;
import org.zhiheng.server.page.Reason;

/// What the page of one run shows.
///
/// @param run how it stands
/// @param problems of this page of them
/// @param from which problem on
/// @param next problem from which the next page goes on
/// @param reasons of the page
public record ImportView(
    ImportLine run,
    List<ProblemLine> problems,
    long from,
    Optional<Long> next,
    List<Reason> reasons) {

  /// Copies the lists.
  public ImportView {
    problems = List.copyOf(problems);
    reasons = List.copyOf(reasons);
  }

  /// Why a row was refused.
  public record ProblemLine(String path, String given, String reason, String code) {}
}
