package org.zhiheng.jobs.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import org.zhiheng.intake.Intake;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.intake.Item;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.Problem;

/// Reads a file one stretch ahead of where it is landed, on a thread of its own, which waits while
/// nobody asks for the stretch it has: two stretches are in memory at most.
///
/// Asked and closed by one thread.
final class ReadAhead implements AutoCloseable {

  /// What of a file is landed at once, in the file's order.
  ///
  /// @param refused how many rows or documents were refused
  /// @param problems why
  /// @param through the last position
  record Stretch(List<Notice> notices, long refused, List<Problem> problems, long through) {
    Stretch {
      notices = List.copyOf(notices);
      problems = List.copyOf(problems);
    }

    /// Whether it ended because it was full, not because the file did.
    boolean full() {
      return notices.size() + refused >= ImportRuns.BATCH_MAX;
    }
  }

  /// Handed over empty when the reading has ended.
  private final SynchronousQueue<Optional<Stretch>> handing = new SynchronousQueue<>();

  private final FutureTask<Boolean> reading;
  private final Thread thread;
  private volatile boolean enough;

  /// Touched by the reading thread only.
  private final long behind;

  private List<Notice> notices = new ArrayList<>(ImportRuns.BATCH_MAX);
  private List<Problem> problems = new ArrayList<>();
  private long refused;
  private long through;

  private ReadAhead(IntakeKind kind, IntakeFile file, long behind) {
    this.behind = behind;
    this.through = behind;
    this.reading =
        new FutureTask<>(() -> {
          Intake.read(kind, file, this::take);
          return true;
        });
    this.thread = Thread.ofPlatform().daemon().name("reading " + file.name()).unstarted(this::run);
  }

  /// Begins to read what stands behind this position.
  static ReadAhead of(IntakeKind kind, IntakeFile file, long behind) {
    ReadAhead ahead = new ReadAhead(kind, file, behind);
    ahead.thread.start();
    return ahead;
  }

  /// The next stretch, never an empty one; nothing when the file has ended.
  ///
  /// @throws IOException when the file could not be read on; all stretches before that were given
  /// @throws InterruptedException when the asking thread is interrupted
  Optional<Stretch> next() throws IOException, InterruptedException {
    Optional<Stretch> next = handing.take();
    if (next.isEmpty()) {
      result();
    }
    return next;
  }

  private void result() throws IOException, InterruptedException {
    try {
      reading.get();
    } catch (ExecutionException broken) {
      switch (broken.getCause()) {
        case IOException unreadable -> throw unreadable;
        case RuntimeException wrong -> throw wrong;
        case Error wrong -> throw wrong;
        case null, default -> throw new IllegalStateException(broken);
      }
    }
  }

  /// Stops the reading; what was read and not asked for is forgotten.
  @Override
  public void close() {
    enough = true;
    thread.interrupt();
  }

  /// Waits until the reading thread has ended; false when it goes on for a minute.
  boolean ended() throws InterruptedException {
    return thread.join(Duration.ofMinutes(1));
  }

  private void run() {
    reading.run();
    try {
      if (!enough && through > behind && !(notices.isEmpty() && refused == 0)) {
        handing.put(Optional.of(stretch()));
      }
      if (!enough) {
        handing.put(Optional.empty());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt(); // nobody asks any more: the thread ends here
    }
  }

  private boolean take(Item item) {
    if (item.position() <= behind) {
      return !enough;
    }
    through = item.position();
    switch (item) {
      case Item.Read read -> notices.add(read.notice());
      case Item.Refused refusal -> {
        refused++;
        problems.addAll(refusal.problems());
      }
    }
    if (notices.size() + refused >= ImportRuns.BATCH_MAX) {
      try {
        handing.put(Optional.of(stretch()));
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return !enough;
  }

  private Stretch stretch() {
    Stretch stretch = new Stretch(notices, refused, problems, through);
    notices = new ArrayList<>(ImportRuns.BATCH_MAX);
    problems = new ArrayList<>();
    refused = 0;
    return stretch;
  }
}
