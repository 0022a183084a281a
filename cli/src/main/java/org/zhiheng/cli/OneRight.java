package org.zhiheng.cli;

import picocli.CommandLine.Option;

/// The one right that a command is about.
final class OneRight {

  @Option(
      names = "--right",
      required = true,
      paramLabel = "ID",
      description = "Its id (R42) or any of its numbers.")
  private String typed = "";

  /// As typed.
  String typed() {
    return typed;
  }
}
