package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// What the table tells is what the arithmetic comes to that it stands for, to the last step.
final class SimNextProperties {

  private static final int NEVER = 700;

  @Seeds(50)
  void tellsWhatTheArithmeticDoes(Seed seed) {
    int payments = seed.between(1, 60);
    double[] ended = new double[payments + 1];
    int[] on = new int[payments];
    for (int k = 0; k < payments; k++) {
      double hazard = seed.chance(0.2) ? 0 : seed.random().nextDouble() / payments;
      ended[k + 1] = 1 - (1 - ended[k]) * (1 - hazard);
      on[k] = k + 3;
    }
    double likely = ended[payments];
    int size = seed.between(1, 400);
    double[] sums = new double[size + 2];
    double[] parts = new double[size + 1];
    double stays = 1;
    for (int k = 0; k < size; k++) {
      stays *= 1 - likely;
      sums[k + 1] = 1 - stays;
      parts[k] = sums[k + 1] > sums[k] ? likely / (sums[k + 1] - sums[k]) : 0;
    }
    sums[size + 1] = Double.POSITIVE_INFINITY;
    SimNext table = new SimNext(sums, parts, ended, on, NEVER);
    for (int i = 0; i < 2_000; i++) {
      long step = Chance.step(seed.random().nextLong());
      check(table, step, sums, parts, ended, on);
    }
    // where one becomes another, to both sides
    for (int k = 0; k <= Math.min(size, 20); k++) {
      long border = (long) (sums[k] * Chance.STEPS);
      for (long step = Math.max(0, border - 3); step < border + 3; step++) {
        check(table, Math.min(step, Chance.STEPS - 1), sums, parts, ended, on);
      }
    }
  }

  private static void check(
      SimNext table, long step, double[] sums, double[] parts, double[] ended, int[] on) {
    double unit = Chance.unit(step);
    int stay = 0;
    while (sums[stay + 1] <= unit) {
      stay++;
    }
    int next = table.next(step);
    if (next == SimNext.BEYOND) {
      assertThat(unit).isGreaterThan(sums[100]);
      return;
    }
    assertThat(SimNext.stay(next)).as("%d", step).isEqualTo(stay);
    double when = (unit - sums[stay]) * parts[stay];
    int payments = on.length;
    int payment = 0;
    while (payment < payments - 1 && ended[payment + 1] <= when) {
      payment++;
    }
    boolean ends = stay < sums.length - 2 && when < ended[payments];
    assertThat(SimNext.date(next)).as("%d", step).isEqualTo(ends ? on[payment] : NEVER);
  }
}
