package org.zhiheng.register.interest;

import java.util.List;
import org.zhiheng.values.Problem;

/// What one fact did to the interests in a right.
///
/// @param interests after it
/// @param objections why it contradicts what was recorded before; it is kept all the same
/// @param cautions on what condition, which the register cannot see, it may stand
public record InterestStep(Interests interests, List<Problem> objections, List<Problem> cautions) {

  /// Copies the lists.
  public InterestStep {
    objections = List.copyOf(objections);
    cautions = List.copyOf(cautions);
  }
}
