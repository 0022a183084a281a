package org.zhiheng.cashflow.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The steps of all statuses as one sequence, in which each status finds its own in their order.
/// Steps that are the same in several are taken once, so that paths of a block that are in
/// different statuses go together as far as may be.
final class SimOrder {

  /// More steps than this in two sequences, multiplied, are not compared but put one behind other.
  private static final long COMPARED_MAX = 4_000_000;

  /// A step and the statuses that have it.
  static final class Shared {

    private final Op op;
    private final boolean[] in;

    private Shared(Op op, boolean[] in) {
      this.op = op;
      this.in = in;
    }

    Op op() {
      return op;
    }

    /// By status; not to be changed.
    boolean[] in() {
      return in;
    }

    private Shared with(int status) {
      boolean[] more = in.clone();
      more[status] = true;
      return new Shared(op, more);
    }
  }

  private SimOrder() {}

  static List<Shared> of(Op[][] ops) {
    List<Shared> order = new ArrayList<>();
    for (int status = 0; status < ops.length; status++) {
      order = merged(order, ops[status], status, ops.length);
    }
    return List.copyOf(order);
  }

  /// The shortest sequence that has both, by their longest common one.
  private static List<Shared> merged(List<Shared> one, Op[] other, int status, int statuses) {
    boolean compared = (long) one.size() * other.length <= COMPARED_MAX;
    int[][] common = new int[compared ? one.size() + 1 : 1][compared ? other.length + 1 : 1];
    for (int i = one.size() - 1; compared && i >= 0; i--) {
      for (int j = other.length - 1; j >= 0; j--) {
        common[i][j] =
            same(one.get(i).op(), other[j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Shared> both = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.length && compared) {
      if (same(one.get(i).op(), other[j])) {
        both.add(one.get(i++).with(status));
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        both.add(one.get(i++));
      } else {
        both.add(alone(other[j++], status, statuses));
      }
    }
    while (i < one.size()) {
      both.add(one.get(i++));
    }
    while (j < other.length) {
      both.add(alone(other[j++], status, statuses));
    }
    return both;
  }

  private static Shared alone(Op op, int status, int statuses) {
    return new Shared(op, new boolean[statuses]).with(status);
  }

  /// Whether two steps do the same. Steps with a limit are taken as different: each has a program
  /// of its own, which may count.
  private static boolean same(Op one, Op other) {
    return one.what == other.what
        && one.what != Op.DECIDE
        && one.limit < 0
        && other.limit < 0
        && one.guard < 0
        && other.guard < 0
        && one.proRata == other.proRata
        && Arrays.equals(one.targets, other.targets)
        && Arrays.equals(one.sources, other.sources);
  }
}
