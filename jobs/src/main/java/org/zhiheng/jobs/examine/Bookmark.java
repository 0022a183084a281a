package org.zhiheng.jobs.examine;

import java.io.IOException;
import java.util.Optional;

/// How far the index of marks has followed the register. It lies beside the index: whoever removes
/// the index removes it too.
public interface Bookmark {

  /// Where it stands; empty when it was never written or cannot be read.
  ///
  /// @throws IOException when looking fails
  Optional<MarkFeed.Point> read() throws IOException;

  /// Moves it; durable when the call returns.
  ///
  /// @throws IOException when it cannot be written
  void write(MarkFeed.Point point) throws IOException;

  /// Forgets it: the index is to be built anew.
  ///
  /// @throws IOException when it cannot be removed
  void forget() throws IOException;
}
