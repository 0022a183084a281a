package org.zhiheng.verifier;

import java.nio.file.Path;

/// The bundles that the ledger keeps as they were once written.
final class Golden {

  static final Path FOLDER =
      Path.of(System.getProperty("zhiheng.root", ".."), "ledger/src/test/resources/golden/bundle");

  private Golden() {}

  static String path(String name) {
    return FOLDER.resolve(name).toString();
  }
}
