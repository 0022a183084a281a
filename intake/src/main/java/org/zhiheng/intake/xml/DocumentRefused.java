package org.zhiheng.intake.xml;

import java.io.IOException;
import org.zhiheng.values.Problem;

/// One document is over a limit; those behind it are not. Never leaves this package.
final class DocumentRefused extends IOException {

  private static final long serialVersionUID = 1L;

  /// Problems are records of strings.
  private final transient Problem problem;

  DocumentRefused(Problem problem) {
    super(problem.line());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
