package org.zhiheng.cli;

/// What the process leaves with.
enum ExitCode {
  /// It was done.
  DONE(0),
  /// A rule refused it; the reasons stand on stderr.
  REFUSED(1),
  /// The command line was not understood.
  USAGE(2),
  /// The world failed: a file, the disk, the database.
  WORLD_FAILED(3),
  /// What was to be verified is not so.
  NOT_VERIFIED(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
