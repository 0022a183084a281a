package org.zhiheng.cli;

import picocli.CommandLine.IVersionProvider;

/// Which release this is.
final class Release implements IVersionProvider {

  /// What stands in the pom; a test compares the two.
  static final String NUMBER = "0.1.0";

  @Override
  public String[] getVersion() {
    return new String[] {"zhiheng " + NUMBER};
  }
}
