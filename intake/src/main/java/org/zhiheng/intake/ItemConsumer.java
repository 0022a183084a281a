package org.zhiheng.intake;

import java.io.IOException;

/// Takes items in the order of the file, on the reader's thread.
@FunctionalInterface
public interface ItemConsumer {

  /// Takes one item.
  ///
  /// @return false to stop reading
  /// @throws IOException which ends the reading and is passed on
  boolean take(Item item) throws IOException;
}
