package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A plan run in doubles along paths on which assets end or do not end by chance.
///
/// The numbers of a path follow from the seed and its number alone. The result is the same to the
/// last bit for any number of threads. What a path comes to is what [Ledger] would come to with the
/// same flows of the pool, but for rounding: apart by at most one minor unit for each product that
/// the ledger rounds.
public final class Simulation {

  /// Paths of one call.
  public static final long PATHS_MAX = 1_000_000_000;

  /// Threads of one call.
  public static final int THREADS_MAX = 256;

  /// Paths that one thread goes through before it asks for more; also the unit of sums.
  private static final int STRETCH = 32 * Lanes.COUNT;

  /// Stretches at most; with more paths each is longer.
  private static final int STRETCHES_MAX = 20_000;

  private final Plan plan;
  private final int periods;
  private final SimAssets assets;
  private final List<SimOrder.Shared> order;

  private Simulation(Plan plan) {
    this.plan = plan;
    periods = Ledger.run(plan).payments();
    assets = new SimAssets(plan, periods);
    order = SimOrder.of(plan.ops);
  }

  /// Makes ready to simulate a plan.
  public static Simulation of(Plan plan) {
    return new Simulation(plan);
  }

  /// One payment date of a tranche on a path, in minor units, not rounded.
  public record PathRow(LocalDate date, double interest, double principal) {}

  /// Goes through paths 0 to `paths - 1`.
  ///
  /// @param paths 1 to [#PATHS_MAX]
  /// @param threads 1 to [#THREADS_MAX]
  public SimulationRun run(long paths, long seed, int threads) {
    if (paths < 1 || paths > PATHS_MAX || threads < 1 || threads > THREADS_MAX) {
      throw new IllegalArgumentException(
          "must be 1.."
              + PATHS_MAX
              + " paths and 1.."
              + THREADS_MAX
              + " threads: "
              + paths
              + ", "
              + threads);
    }
    long stretch = STRETCH;
    while ((paths + stretch - 1) / stretch > STRETCHES_MAX) {
      stretch *= 2;
    }
    long length = stretch;
    int stretches = (int) ((paths + length - 1) / length);
    AtomicReferenceArray<SimSums> done = new AtomicReferenceArray<>(stretches);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger joined = new AtomicInteger();
    SimSums sums = new SimSums(plan, periods);
    List<Throwable> failed = new ArrayList<>();
    Runnable work =
        () -> {
          SimBlock block = block(SimFlows.of(assets, !plan.purchase.isEmpty()));
          SimPaths draw = draw(seed);
          for (int at = next.getAndIncrement(); at < stretches; at = next.getAndIncrement()) {
            long from = at * length;
            SimSums own = stretch(block, draw, from, Math.min(paths, from + length));
            done.set(at, own);
            join(done, joined, sums);
          }
        };
    List<Thread> others = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, stretches); t++) {
      Thread other = Thread.ofPlatform().name("paths-" + t).unstarted(work);
      other.setUncaughtExceptionHandler((_, thrown) -> {
        synchronized (failed) {
          failed.add(thrown);
        }
      });
      other.start();
      others.add(other);
    }
    work.run();
    boolean interrupted = false;
    for (Thread other : others) {
      while (other.isAlive()) {
        try {
          other.join();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (failed) {
      if (!failed.isEmpty()) {
        throw new IllegalStateException("a path failed", failed.getFirst());
      }
    }
    return new SimulationRun(plan, sums, paths, seed);
  }

  /// What a path pays the tranche, by itself: the same numbers as among others.
  public List<PathRow> path(String tranche, long path, long seed) {
    SimBlock block = block(SimFlows.of(assets, !plan.purchase.isEmpty()));
    draw(seed).path(path, 0, block.flows);
    return rows(block, tranche);
  }

  /// What the tranche is paid when every risk takes exactly its part: the twin of the ledger's run.
  public List<PathRow> expected(String tranche) {
    SimBlock block = block(SimFlows.given(assets));
    block.flows.add(0, assets.expected());
    return rows(block, tranche);
  }

  private List<PathRow> rows(SimBlock block, String tranche) {
    int j = plan.layout.tranches.indexOf(tranche);
    if (j < 0) {
      throw new IllegalArgumentException("no such tranche: " + tranche);
    }
    double[] interest = block.state[plan.layout.tranche(j, Layout.T_PAID_INTEREST)];
    double[] principal = block.state[plan.layout.tranche(j, Layout.T_PAID_PRINCIPAL)];
    List<PathRow> rows = new ArrayList<>();
    block.run(pay -> rows.add(new PathRow(plan.pay(pay), interest[0], principal[0])));
    return rows;
  }

  private SimBlock block(SimFlows flows) {
    return new SimBlock(plan, periods, flows, order);
  }

  private SimPaths draw(long seed) {
    return new SimPaths(
        assets, seed, plan.assumptions.simulation().correlation().billionths() / 1e9);
  }

  private SimSums stretch(SimBlock block, SimPaths draw, long from, long to) {
    SimSums sums = new SimSums(plan, periods);
    for (long path = from; path < to; path += Lanes.COUNT) {
      int count = (int) Math.min(Lanes.COUNT, to - path);
      draw.paths(path, count, block.flows);
      block.run(pay -> sums.paid(block, pay, count));
      sums.add(block, count);
    }
    sums.close();
    return sums;
  }

  /// Adds up the stretches that are done, as far as none is missing.
  private static void join(AtomicReferenceArray<SimSums> done, AtomicInteger joined, SimSums into) {
    synchronized (into) {
      while (joined.get() < done.length()) {
        SimSums next = done.getAndSet(joined.get(), null);
        if (next == null) {
          return;
        }
        into.join(next);
        joined.incrementAndGet();
      }
    }
  }
}
