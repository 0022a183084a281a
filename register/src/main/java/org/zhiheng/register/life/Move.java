package org.zhiheng.register.life;

import org.zhiheng.values.Problem;

/// What a fact does to a life.
public sealed interface Move {

  /// It goes on in another state, or in the same one reached anew.
  record Moved(Life life) implements Move {}

  /// The fact does not concern it, or says again what is known.
  record Stays() implements Move {}

  /// From the state it is in, that cannot happen.
  record Refused(Problem problem) implements Move {}
}
