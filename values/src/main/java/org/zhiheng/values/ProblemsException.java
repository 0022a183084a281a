package org.zhiheng.values;

import java.util.List;
import java.util.stream.Collectors;

/// Input was refused: all its problems, found in one pass. Thrown by parsers at the edge only.
public final class ProblemsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Problems are records of strings.
  private final transient List<Problem> problems;

  /// @throws IllegalArgumentException when the list is empty
  public ProblemsException(List<Problem> problems) {
    super(problems.stream().map(Problem::line).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("problems must not be empty");
    }
    this.problems = List.copyOf(problems);
  }

  /// With one problem.
  public ProblemsException(Problem problem) {
    this(List.of(problem));
  }

  /// At least one.
  public List<Problem> problems() {
    return problems;
  }
}
