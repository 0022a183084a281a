package org.zhiheng.cli;

import org.zhiheng.jobs.imports.ImportRun;

/// How far an import is, on one line of a terminal that is written over; silent otherwise.
final class Progress {

  /// Back to the first column, and the line cleared.
  private static final String AFRESH = "\r\u001b[K";

  private final Session session;

  Progress(Session session) {
    this.session = session;
  }

  /// Shows the counts; false once the person wants the import to stop.
  boolean landed(ImportRun.Counts counts) {
    if (session.around().talksToPerson()) {
      session
          .err()
          .print(
              AFRESH
                  + counts.read()
                  + " read, "
                  + counts.taken()
                  + " taken, "
                  + counts.refused()
                  + " refused, "
                  + counts.unchanged()
                  + " unchanged");
      session.err().flush();
    }
    return !session.around().stop().asked();
  }

  /// Clears the line.
  void end() {
    if (session.around().talksToPerson()) {
      session.err().print(AFRESH);
      session.err().flush();
    }
  }
}
