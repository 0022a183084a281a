package org.zhiheng.seeds;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/// Runs the seeds of a fuzz: watched, so that an endless loop is a failure with its seed, and for
/// as long as [FuzzTime] says. A test of another kind runs as if this were not there.
///
/// What runs before and after each test runs once for all seeds that follow in the time that was
/// given: a fuzz keeps nothing from one seed to the next.
final class FuzzSeeds implements InvocationInterceptor {

  /// No input takes a reader this long, on a machine that others use too.
  private static final int SEED_SECONDS_MAX = 120;

  private static final System.Logger LOG = System.getLogger(FuzzSeeds.class.getName());

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> call,
      ExtensionContext test)
      throws Throwable {
    if (!FuzzTime.isFuzz(call.getTargetClass())) {
      invocation.proceed();
      return;
    }
    invocation.skip();
    Progress progress = new Progress(call);
    if (!FuzzTime.isGiven()) {
      progress.watched(() -> progress.run((Seed) call.getArguments().get(0)));
      return;
    }
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(FuzzTime.minutes());
    int fixed = call.getExecutable().getAnnotation(Seeds.class).value();
    long fresh = FuzzTime.freshSeed();
    progress.watched(() -> {
      for (long i = 0; i < fixed || System.nanoTime() < until; i++) {
        progress.run(Seed.of(i < fixed ? i : fresh + i));
      }
    });
    // a warning, for a server's test keeps less from its log
    LOG.log(System.Logger.Level.WARNING, "FUZZ {0}, the new ones from {1}", progress, "" + fresh);
  }

  /// What one call of a test method has come to; the watching thread reads what the running one
  /// writes.
  private static final class Progress {
    private final ReflectiveInvocationContext<Method> call;
    private volatile long number;
    private volatile long count;
    private volatile long since = System.nanoTime();

    Progress(ReflectiveInvocationContext<Method> call) {
      this.call = call;
    }

    /// In the running thread.
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void run(Seed seed) {
      number = seed.number();
      since = System.nanoTime();
      List<Object> arguments = new ArrayList<>(call.getArguments());
      arguments.set(0, seed);
      ReflectionSupport.invokeMethod(
          call.getExecutable(), call.getTarget().orElseThrow(), arguments.toArray());
      count++;
    }

    /// In the watching thread.
    void watched(Runnable seeds) throws InterruptedException {
      FutureTask<Boolean> work = new FutureTask<>(seeds, true);
      Thread thread = new Thread(work, "seeds");
      // one that never ends does not keep the others from ending
      thread.setDaemon(true);
      thread.start();
      while (true) {
        try {
          work.get(1, TimeUnit.SECONDS);
          return;
        } catch (ExecutionException failed) {
          if (failed.getCause() instanceof TestAbortedException aborted) {
            throw aborted;
          }
          throw new AssertionError(at() + failed.getCause(), failed.getCause());
        } catch (TimeoutException goesOn) {
          if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(SEED_SECONDS_MAX)) {
            AssertionError endless = new AssertionError(at() + "not done in " + SEED_SECONDS_MAX);
            endless.setStackTrace(thread.getStackTrace());
            work.cancel(true);
            throw endless;
          }
        }
      }
    }

    private String at() {
      String test = call.getTargetClass().getSimpleName() + "#" + call.getExecutable().getName();
      return "seed "
          + number
          + " after "
          + count
          + " others; alone: -Dtest="
          + test
          + " -Dseed="
          + number
          + "\n";
    }

    @Override
    public String toString() {
      return call.getTargetClass().getSimpleName()
          + "."
          + call.getExecutable().getName()
          + ": "
          + count
          + " seeds";
    }
  }
}
