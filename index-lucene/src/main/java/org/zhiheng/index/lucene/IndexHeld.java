package org.zhiheng.index.lucene;

import java.io.IOException;
import java.nio.file.Path;

/// Another has the index open to write; it can be read meanwhile.
public final class IndexHeld extends IOException {
  private static final long serialVersionUID = 1L;

  IndexHeld(String who, Path folder) {
    super(who + " already writes the index " + folder);
  }
}
