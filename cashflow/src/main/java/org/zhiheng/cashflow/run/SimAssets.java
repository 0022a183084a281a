package org.zhiheng.cashflow.run;

import java.util.Arrays;
import org.zhiheng.cashflow.fen.Fen;

/// The assets of a plan in doubles, by payment date: what each pays while nothing ends it, what is
/// missing when something does, and how likely that is by then.
///
/// Assets with the same terms and risks share one class, so that a pool of like loans costs no more
/// memory than one of them.
final class SimAssets {

  /// Kinds of flow; a row of each for every payment date.
  static final int INTEREST = 0;

  static final int PRINCIPAL = 1;
  static final int PREPAY = 2;
  static final int DEFAULT = 3;
  static final int RECOVERY = 4;
  static final int PENALTY = 5;
  static final int KINDS = 6;

  /// The first so many are those that assets which ended pay no more, but for penalties.
  static final int LESSENED = 3;

  final int periods;
  final int count;

  /// By asset: its class and its balance.
  final int[] kind;

  final double[] balance;

  /// By class, for a balance of 1: flows while nothing ends it, by kind and payment date.
  final double[][][] unit;

  /// The same of the first kinds: by class, then payment date and kind, in one row, so that what an
  /// asset pays no more is taken out in one go.
  final double[][] later;

  /// By class and payment: the payment date, what of that date's flows is missing when it ends
  /// there, and the balance that is lost.
  final int[][] at;

  final double[][][] missing;
  final double[][] lost;

  /// By class and payment: the probability that it has ended by then, from 0 before the first.
  final double[][] ended;

  /// By class, payment and risk: the share of the risks up to this one; the payment date on which
  /// what is recovered comes, and the part of it.
  final double[][][] shareUpTo;

  final int[][][] recoveredAt;
  final double[][] recovery;

  /// By payment date: what one unit bought on it pays; none where nothing is bought.
  final double[][][] bought;

  /// Sums over all assets while nothing ends any.
  final double[][] all;

  /// Which kinds of flow there are at all.
  final boolean[] kinds;

  /// Whether an asset that ends pays nothing at all of the date on which it does, and has one
  /// payment a date.
  final boolean whole;

  /// Where that is so: by date, then by class and risk as [#riskBits] says, what of a balance is
  /// lost when it ends on it.
  final double[][] lostOn;

  /// Where that is so: by date, then by class and risk as [#riskBits] says, the date on which what
  /// is recovered comes, and what part of the balance it is; nothing on the date itself where it
  /// comes after the run.
  final int[][] backOn;

  final double[][] backPart;

  /// How many bits the number of a risk has.
  final int riskBits;

  /// Which there are before anything ends.
  final boolean hasPrepay;

  final boolean hasPenalty;

  private final int[] order;

  SimAssets(Plan plan, int periods) {
    this.periods = periods;
    this.order = plan.order;
    count = plan.assets.size();
    kind = new int[count];
    balance = new double[count];
    int classes = 0;
    AssetPlan[] firsts = new AssetPlan[count];
    for (int i = 0; i < count; i++) {
      AssetPlan asset = plan.assets.get(i);
      balance[i] = asset.balance;
      int found = 0;
      while (found < classes && !alike(firsts[found], asset)) {
        found++;
      }
      if (found == classes) {
        firsts[classes++] = asset;
      }
      kind[i] = found;
    }
    unit = new double[classes][][];
    at = new int[classes][];
    missing = new double[classes][][];
    lost = new double[classes][];
    ended = new double[classes][];
    shareUpTo = new double[classes][][];
    recoveredAt = new int[classes][][];
    recovery = new double[classes][];
    for (int c = 0; c < classes; c++) {
      make(c, firsts[c], plan.collectPay);
    }
    later = new double[classes][LESSENED * periods];
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < later[c].length; i++) {
        later[c][i] = unit[c][i % LESSENED][i / LESSENED];
      }
    }
    bought = new double[plan.purchase.isEmpty() ? 0 : periods][][];
    for (int p = 0; p < bought.length; p++) {
      bought[p] = SimPurchases.unit(plan, p, periods);
    }
    whole = paysNothingOnTheDate();
    int risks = Arrays.stream(recovery).mapToInt(part -> part.length).max().orElse(0);
    riskBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, risks - 1));
    lostOn = new double[periods][classes << riskBits];
    backOn = new int[periods][classes << riskBits];
    backPart = new double[periods][classes << riskBits];
    for (int c = 0; c < classes; c++) {
      comesBack(c);
    }
    all = new double[KINDS][periods];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < KINDS; k++) {
        for (int p = 0; p < periods; p++) {
          all[k][p] += unit[kind[i]][k][p] * balance[i];
        }
      }
    }
    kinds =
        new boolean[] {
          true,
          true,
          Arrays.stream(all[PREPAY]).anyMatch(flow -> flow != 0),
          Arrays.stream(ended).anyMatch(part -> part[part.length - 1] > 0),
          Arrays.stream(recovery).anyMatch(part -> Arrays.stream(part).anyMatch(r -> r > 0)),
          Arrays.stream(all[PENALTY]).anyMatch(flow -> flow != 0)
        };
    hasPrepay = Arrays.stream(all[PREPAY]).anyMatch(flow -> flow != 0);
    hasPenalty = Arrays.stream(all[PENALTY]).anyMatch(flow -> flow != 0);
  }

  private void comesBack(int c) {
    for (int k = 0; k < at[c].length; k++) {
      int date = at[c][k];
      for (int r = 0; r < recovery[c].length && date < periods; r++) {
        int by = (c << riskBits) + r;
        int then = recoveredAt[c][k][r];
        lostOn[date][by] = lost[c][k];
        backOn[date][by] = then < periods ? then : date;
        backPart[date][by] = then < periods ? lost[c][k] * recovery[c][r] : 0;
      }
    }
  }

  private boolean paysNothingOnTheDate() {
    for (int c = 0; c < unit.length; c++) {
      for (int k = 0; k < at[c].length; k++) {
        if (k > 0 && at[c][k] == at[c][k - 1] && at[c][k] < periods) {
          return false;
        }
        for (int f = 0; f < KINDS && at[c][k] < periods; f++) {
          if (missing[c][k][f] != unit[c][f][at[c][k]]) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean alike(AssetPlan one, AssetPlan other) {
    return one.kind == other.kind
        && one.late == other.late
        && one.latePeriods == other.latePeriods
        && one.penaltyFixed == 0
        && other.penaltyFixed == 0
        && Arrays.equals(one.collect, other.collect)
        && Arrays.equals(one.interestOver, other.interestOver)
        && Arrays.equals(one.interestUnder, other.interestUnder)
        && Arrays.equals(one.payOver, other.payOver)
        && Arrays.equals(one.payUnder, other.payUnder)
        && Arrays.equals(one.prepay, other.prepay)
        && Arrays.equals(one.penalty, other.penalty)
        && Arrays.equals(one.recovery, other.recovery)
        && Arrays.deepEquals(one.risk, other.risk)
        && Arrays.deepEquals(one.recovered, other.recovered);
  }

  private void make(int c, AssetPlan asset, int[] collectPay) {
    int payments = asset.payments();
    int risks = asset.risk.length;
    unit[c] = new double[KINDS][periods];
    at[c] = new int[payments];
    missing[c] = new double[payments][KINDS];
    lost[c] = new double[payments];
    ended[c] = new double[payments + 1];
    shareUpTo[c] = new double[payments][risks];
    recoveredAt[c] = new int[payments][risks];
    recovery[c] = new double[risks];
    for (int r = 0; r < risks; r++) {
      recovery[c][r] = asset.recovery[r] / 1e9;
    }
    double[][] flows = new double[payments][KINDS];
    double left = 1;
    for (int k = 0; k < payments; k++) {
      at[c][k] = Math.min(periods, collectPay[asset.collect[k]]);
      left = pay(asset, k, left, flows[k], c);
      ended(asset, k, c);
      for (int r = 0; r < risks; r++) {
        recoveredAt[c][k][r] = Math.min(periods, collectPay[asset.recovered[r][k]]);
      }
      spread(asset, k, flows[k], unit[c], collectPay, 1);
    }
    // what is missing on the payment date itself when it ends with a payment: the rest of that date
    for (int k = payments - 1; k >= 0; k--) {
      for (int f = 0; f < KINDS; f++) {
        boolean sameDate = k + 1 < payments && at[c][k + 1] == at[c][k];
        double later = sameDate ? missing[c][k + 1][f] + beforeEnd(flows[k + 1], f) : 0;
        missing[c][k][f] = later + afterEnd(flows[k], f);
      }
    }
  }

  /// What of a payment's flows comes before the event that ends an asset, by the deal's order.
  private double beforeEnd(double[] flows, int what) {
    return comesBefore(what) ? flows[what] : 0;
  }

  private double afterEnd(double[] flows, int what) {
    return comesBefore(what) ? 0 : flows[what];
  }

  private boolean comesBefore(int what) {
    int event = what == PREPAY || what == PENALTY ? Flows.PREPAYS : Flows.SCHEDULES;
    for (int one : order) {
      if (one == event) {
        return true;
      }
      if (one == Flows.DEFAULTS) {
        return false;
      }
    }
    return false;
  }

  /// One payment in doubles, of a balance that nothing ended; gives what is left.
  private double pay(AssetPlan asset, int k, double start, double[] flows, int c) {
    double left = start;
    for (int what : order) {
      switch (what) {
        case Flows.DEFAULTS -> lost[c][k] = left;
        case Flows.PREPAYS -> {
          double early = left * asset.prepay[k] / Fen.SHARE;
          flows[PREPAY] = early;
          left -= early;
          flows[PENALTY] =
              early * asset.penalty[k] / 1e9
                  + (early > 0 ? (double) asset.penaltyFixed / asset.balance : 0);
        }
        default -> {
          double interest = left * asset.interestOver[k] / asset.interestUnder[k];
          double principal = left * asset.payOver[k] / Math.max(1, asset.payUnder[k]);
          if (asset.payOver[k] != 0 && asset.kind == AssetPlan.LEVEL) {
            principal -= interest;
          }
          if (k == asset.payments() - 1) {
            principal = left;
          }
          principal = Math.max(0, Math.min(left, principal));
          flows[INTEREST] = interest;
          flows[PRINCIPAL] = principal;
          left -= principal;
        }
      }
    }
    return left;
  }

  private void ended(AssetPlan asset, int k, int c) {
    double sum = 0;
    for (int r = 0; r < asset.risk.length; r++) {
      sum += (double) asset.risk[r][k] / Fen.SHARE;
      shareUpTo[c][k][r] = sum;
    }
    for (int r = 0; r < asset.risk.length && sum > 0; r++) {
      shareUpTo[c][k][r] /= sum;
    }
    ended[c][k + 1] = 1 - (1 - ended[c][k]) * (1 - Math.min(1, sum));
  }

  /// Adds a payment's flows to payment dates; what is late goes to later ones.
  private void spread(
      AssetPlan asset, int k, double[] flows, double[][] into, int[] collectPay, double times) {
    double late = asset.late / 1e9;
    int date = collectPay[asset.collect[k]];
    for (int f = 0; f < KINDS; f++) {
      boolean delays = late > 0 && (f == INTEREST || f == PRINCIPAL);
      if (date < periods) {
        into[f][date] += flows[f] * times * (delays ? 1 - late : 1);
      }
      int then = collectPay[Math.min(collectPay.length - 1, asset.collect[k] + asset.latePeriods)];
      if (delays && then < periods) {
        into[f][then] += flows[f] * times * late;
      }
    }
  }

  /// What the pool pays when every risk takes exactly its part: the ledger's flows, unrounded.
  double[][] expected() {
    double[][] expected = new double[KINDS][periods];
    for (int i = 0; i < count; i++) {
      int c = kind[i];
      for (int p = 0; p < periods; p++) {
        for (int f = 0; f < KINDS; f++) {
          expected[f][p] += unit[c][f][p] * balance[i];
        }
      }
      for (int k = 0; k < at[c].length; k++) {
        double part = ended[c][k + 1] - ended[c][k];
        if (part > 0) {
          double before = 0;
          for (int r = 0; r < recovery[c].length; r++) {
            double share = shareUpTo[c][k][r] - before;
            before = shareUpTo[c][k][r];
            end(i, k, r, part * share, expected);
          }
        }
      }
    }
    return expected;
  }

  /// Takes out what an asset pays no more once it ended with a payment, and adds what is lost and
  /// recovered.
  ///
  /// @param times how often: 1 on a path, a probability for what is expected
  void end(int asset, int payment, int risk, double times, double[][] flows) {
    double amount = balance[asset] * times;
    int date = endsOn(asset, payment, risk, amount, flows);
    double[][] units = unit[kind[asset]];
    less(flows[INTEREST], units[INTEREST], date + 1, amount);
    less(flows[PRINCIPAL], units[PRINCIPAL], date + 1, amount);
    if (hasPrepay) {
      less(flows[PREPAY], units[PREPAY], date + 1, amount);
      if (hasPenalty) {
        less(flows[PENALTY], units[PENALTY], date + 1, amount);
      }
    }
  }

  /// The part of [#end] that concerns the payment date itself, what is lost and recovered; the
  /// flows of later dates are left as they are.
  ///
  /// @return the payment date; that after the last if it is none of the run
  private int endsOn(int asset, int payment, int risk, double amount, double[][] flows) {
    int c = kind[asset];
    int date = at[c][payment];
    if (date >= periods) {
      return periods;
    }
    double[] rest = missing[c][payment];
    flows[INTEREST][date] -= rest[INTEREST] * amount;
    flows[PRINCIPAL][date] -= rest[PRINCIPAL] * amount;
    if (hasPrepay) {
      flows[PREPAY][date] -= rest[PREPAY] * amount;
      if (hasPenalty) {
        flows[PENALTY][date] -= rest[PENALTY] * amount;
      }
    }
    double lostNow = lost[c][payment] * amount;
    flows[DEFAULT][date] += lostNow;
    int then = recoveredAt[c][payment][risk];
    if (then < periods) {
      flows[RECOVERY][then] += lostNow * recovery[c][risk];
    }
    return date;
  }

  /// The same on one path.
  ///
  /// @param first the first kinds of flow, as [#later]
  /// @param others the other kinds, by kind and payment date
  void end(int asset, int payment, int risk, double[] first, double[][] others) {
    int c = kind[asset];
    int date = at[c][payment];
    if (date >= periods) {
      return;
    }
    double amount = balance[asset];
    int from = date;
    if (!whole) {
      double[] rest = missing[c][payment];
      for (int f = 0; f < LESSENED; f++) {
        first[LESSENED * date + f] -= rest[f] * amount;
      }
      others[PENALTY][date] -= rest[PENALTY] * amount;
      from++;
    }
    less(first, later[c], LESSENED * from, amount);
    if (hasPenalty) {
      less(others[PENALTY], unit[c][PENALTY], from, amount);
    }
    double lostNow = lost[c][payment] * amount;
    others[DEFAULT][date] += lostNow;
    int then = recoveredAt[c][payment][risk];
    if (then < periods) {
      others[RECOVERY][then] += lostNow * recovery[c][risk];
    }
  }

  /// Takes an asset that ended out of the flows of a path in a block.
  void end(int asset, int payment, int risk, int lane, SimFlows into) {
    int c = kind[asset];
    int date = at[c][payment];
    if (date >= periods) {
      return;
    }
    if (whole) {
      into.ends(asset, risk, date, lane);
      return;
    }
    double amount = balance[asset];
    double lostNow = lost[c][payment] * amount;
    int then = recoveredAt[c][payment][risk];
    if (then < periods) {
      into.own[RECOVERY][then][lane] += lostNow * recovery[c][risk];
    }
    into.own[DEFAULT][date][lane] += lostNow;
    double[] rest = missing[c][payment];
    into.own[INTEREST][date][lane] -= rest[INTEREST] * amount;
    into.own[PRINCIPAL][date][lane] -= rest[PRINCIPAL] * amount;
    into.own[PREPAY][date][lane] -= rest[PREPAY] * amount;
    into.own[PENALTY][date][lane] -= rest[PENALTY] * amount;
    if (date + 1 < periods) {
      into.ends(asset, risk, date + 1, lane);
    }
  }

  private static void less(double[] from, double[] what, int begin, double amount) {
    for (int p = begin; p < from.length; p++) {
      from[p] -= what[p] * amount;
    }
  }
}
