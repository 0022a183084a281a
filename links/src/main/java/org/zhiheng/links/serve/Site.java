package org.zhiheng.links.serve;

import java.io.IOException;

/// What is answered. Called by many threads at once.
@FunctionalInterface
public interface Site {

  /// Answers one request.
  ///
  /// @throws IOException when the world failed; the other side is told no more than that
  Answer answer(Asked asked) throws IOException;
}
