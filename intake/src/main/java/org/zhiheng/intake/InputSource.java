package org.zhiheng.intake;

import java.io.IOException;
import java.io.InputStream;

/// Opens the bytes of a file, as often as asked.
@FunctionalInterface
public interface InputSource {

  /// A stream from the first byte; the reader closes it.
  ///
  /// @throws IOException when it cannot be opened
  InputStream open() throws IOException;
}
