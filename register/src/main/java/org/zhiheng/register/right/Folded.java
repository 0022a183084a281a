package org.zhiheng.register.right;

import java.util.List;
import org.zhiheng.values.Problem;

/// What events come to, and what is wrong with them. The path of a problem is the event's id.
///
/// @param right as told by the events
/// @param objections where the events contradict each other; a move of life that was not legal is
///   left out, all else is kept
/// @param cautions what may stand only if something is true that the register cannot see, such as a
///   pledgee's consent
public record Folded(Right right, List<Problem> objections, List<Problem> cautions) {

  /// Copies the lists.
  public Folded {
    objections = List.copyOf(objections);
    cautions = List.copyOf(cautions);
  }
}
