package org.zhiheng.intake.archive;

import java.io.IOException;
import org.zhiheng.values.Problem;

/// The bytes themselves are refused: damaged packing, a bomb, an encoding that cannot be read.
///
/// An [IOException] because it comes out of a stream; unlike others of its kind it says nothing
/// about the world, and whoever reads the file makes a refused item of it.
public final class RefusedBytes extends IOException {

  private static final long serialVersionUID = 1L;

  /// Problems are records of strings.
  private final transient Problem problem;

  /// For this reason.
  public RefusedBytes(Problem problem) {
    super(problem.line());
    this.problem = problem;
  }

  /// Why.
  public Problem problem() {
    return problem;
  }
}
