package org.zhiheng.server.page;

/// What was asked for is not here, or not for this reader: both look alike from outside.
public final class Absent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Nothing more is told.
  public Absent() {
    super("nothing is here");
  }
}
