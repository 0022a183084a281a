package org.zhiheng.valuation.chance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.method.Method;

/// Draws cases of a valuation.
///
/// Each figure is drawn from a triangle over its range with its top at what is reckoned with, apart
/// from the others: figures that move together are not known to, and the report says so. Then the
/// right ends by chance; if the method counts years, they are cut short by it.
public final class MonteCarlo {

  /// More threads than a machine has cores gain nothing.
  public static final int THREADS_MAX = 256;

  /// Some minutes of one core.
  public static final long WORK_MAX = 200_000_000_000L;

  private final Method method;
  private final Draw draw;
  private final Input[] inputs;
  private final int life;

  private MonteCarlo(Method method, Draw draw) {
    this.method = method;
    this.draw = draw;
    this.inputs = method.inputs().toArray(new Input[0]);
    this.life = method.lifeAt().orElse(-1);
  }

  /// Draws all cases.
  ///
  /// @param threads how many draw at once; the answer has the same bits for any number
  /// @throws IllegalArgumentException when the threads are not 1..[#THREADS_MAX], or the cases of
  ///   this method would take more than [#WORK_MAX]
  public static Distribution run(Method method, Draw draw, int threads) {
    if (threads < 1 || threads > THREADS_MAX) {
      throw new IllegalArgumentException("threads must be 1.." + THREADS_MAX + ": " + threads);
    }
    if (method.work() > WORK_MAX / draw.paths()) {
      throw new IllegalArgumentException(
          "at most "
              + WORK_MAX / method.work()
              + " cases of "
              + method.title()
              + " can be drawn: "
              + draw.paths());
    }
    return new MonteCarlo(method, draw).run(threads);
  }

  private Distribution run(int threads) {
    double[] values = new double[draw.paths()];
    List<FutureTask<Integer>> slices = new ArrayList<>();
    for (int slice = 0; slice < threads; slice++) {
      int from = (int) ((long) values.length * slice / threads);
      int to = (int) ((long) values.length * (slice + 1) / threads);
      FutureTask<Integer> task = new FutureTask<>(() -> fill(values, from, to));
      slices.add(task);
      if (slice < threads - 1) {
        Thread.ofPlatform().name("cases " + slice).daemon().start(task);
      }
    }
    slices.getLast().run();
    long ended = 0;
    for (FutureTask<Integer> slice : slices) {
      ended += result(slice);
    }
    return summed(values, ended);
  }

  /// Draws the cases of a slice; gives how many ended before their time.
  private int fill(double[] values, int from, int to) {
    double[] figures = new double[inputs.length];
    int ended = 0;
    for (int path = from; path < to; path++) {
      for (int at = 0; at < figures.length; at++) {
        figures[at] = triangular(inputs[at], Philox.uniform(draw.seed(), path, at));
      }
      if (life >= 0) {
        double hazard =
            triangular(draw.hazard(), Philox.uniform(draw.seed(), path, figures.length));
        double chance = Philox.uniform(draw.seed(), path, figures.length + 1);
        double end = hazard == 0 ? Double.POSITIVE_INFINITY : years(hazard, chance);
        if (end < figures[life]) {
          figures[life] = end;
          ended++;
        }
      }
      values[path] = method.value(figures);
    }
    return ended;
  }

  /// When something ends that has this chance to end in each year.
  private static double years(double hazard, double chance) {
    return StrictMath.log(chance) / StrictMath.log1p(-hazard);
  }

  /// The inverse of the triangle's distribution.
  static double triangular(Input input, double share) {
    double width = input.high() - input.low();
    if (width == 0) {
      return input.value();
    }
    double left = input.value() - input.low();
    double top = left / width;
    return share < top
        ? input.low() + StrictMath.sqrt(share * width * left)
        : input.high() - StrictMath.sqrt((1 - share) * width * (input.high() - input.value()));
  }

  private Distribution summed(double[] values, long ended) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
    Arrays.sort(values);
    List<Double> percentiles =
        Distribution.SHARES.stream()
            .map(share -> values[(int) Math.ceil(share * values.length) - 1])
            .toList();
    return new Distribution(
        values.length,
        draw.seed(),
        mean,
        deviation,
        deviation / Math.sqrt(values.length),
        percentiles,
        (double) ended / values.length);
  }

  private static int result(FutureTask<Integer> slice) {
    try {
      return slice.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cases were drawn", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a case could not be drawn", failed.getCause());
    }
  }
}
