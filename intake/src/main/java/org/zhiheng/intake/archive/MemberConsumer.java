package org.zhiheng.intake.archive;

import java.io.IOException;

/// Takes the members of a file in their order.
@FunctionalInterface
public interface MemberConsumer {

  /// Takes one; its stream is good until this returns.
  ///
  /// @return false to stop
  /// @throws IOException which ends the reading and is passed on
  boolean take(Member member) throws IOException;
}
