package org.zhiheng.cli;

import picocli.CommandLine.Option;

/// The one deadline of a right that a command is about.
final class OneDeadline {

  @Option(
      names = "--right",
      required = true,
      paramLabel = "ID",
      description = "Its id (R42) or any of its numbers.")
  private String right = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "As deadline list gives it: cn.patent.annuity/5.")
  private String key = "";

  /// Whose, as typed.
  String right() {
    return right;
  }

  /// Which.
  String key() {
    return key;
  }
}
