package org.zhiheng.ledger.bundle;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a file that is put into a bundle. They are read twice: once for their digests,
/// which stand before them, and once to be copied.
@FunctionalInterface
public interface FileContent {

  /// Opens the file from its beginning; each time the same bytes. Whoever opens it closes it.
  ///
  /// @throws IOException when it cannot be read
  InputStream open() throws IOException;
}
