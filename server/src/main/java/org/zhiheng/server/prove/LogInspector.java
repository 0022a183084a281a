package org.zhiheng.server.prove;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.values.ProblemsException;

/// Looks through the whole log when it is asked to, one time at once, beside everything else. The
/// last result is kept until the server ends.
final class LogInspector {

  private final PublicLog log;
  private final InstantSource clock;
  private final AtomicReference<Inspection> state = new AtomicReference<>(new Inspection.Never());

  LogInspector(PublicLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /// How it stands.
  Inspection state() {
    return state.get();
  }

  /// Begins, unless it runs already.
  ///
  /// @param by who asks
  void begin(String by) {
    Instant since = clock.instant();
    Inspection before = state.get();
    boolean begun =
        !(before instanceof Inspection.Running)
            && state.compareAndSet(before, new Inspection.Running(since, by, 0));
    if (begun) {
      Thread.ofPlatform().daemon().name("log-inspection").start(() -> run(since, by));
    }
  }

  private void run(Instant since, String by) {
    Inspection ended = new Inspection.Failed(since, by, "");
    try {
      LogCheck.Report report = log.fsck(done -> state.set(new Inspection.Running(since, by, done)));
      ended = new Inspection.Ended(clock.instant(), by, report);
    } catch (IOException | ProblemsException failed) {
      ended = new Inspection.Failed(clock.instant(), by, String.valueOf(failed.getMessage()));
    } finally {
      state.set(ended);
    }
  }
}
