package org.zhiheng.cashflow.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Draws what ends which asset on a path. One for each thread.
///
/// Assets about as likely to end stand in one group. One number tells how many of a group in a row
/// do not end, and by what is left of it, when the next one does; so what does not end costs
/// nothing. An asset less likely to end than the most likely of its group is let go when that rest
/// is above its own probability.
final class SimPaths {

  /// Steps of a guide, a power of two: few, for what is looked up at random should stay close by.
  private static final int GUIDE = 512;

  /// Numbers of a path that are drawn with those of others, at most.
  private static final int TOGETHER_MAX = 64;

  private final SimAssets assets;
  private final SimNumbers numbers;
  private final double correlation;

  /// By class: the probability of ending at all, and its point of the normal distribution.
  private final double[] ends;

  private final double[] point;
  private final double[] pathEnds;

  /// By class: the probability of having ended by each payment, one for those that have the same.
  private final double[][] curve;

  /// By class: where to look for the payment with which something ended, and how many steps of that
  /// a number of 1 would be.
  private final int[][] guide;

  private final double[] perStep;

  /// Assets that may end, the most likely first, and where each group of them begins; one more: the
  /// end.
  private final int[] member;

  private final int[] begin;

  /// By group: the class of the most likely.
  private final int[] likeliest;

  /// By group: whether all end alike, by one risk, and on the same dates pay nothing more; and if
  /// so, what follows from a number.
  private final boolean[] alike;

  private final SimNext[] nexts;

  /// Where there is one group and it is such: by number and path of a block, what follows from it.
  private final int[][] told;

  /// By group and count: the probability that fewer than so many do not end before one does, and
  /// without end after the last; what a number between two of them is multiplied by to be one below
  /// the likeliest's probability; where to look.
  private final double[][] fewer;

  private final double[][] spread;
  private final int[][] guideRow;

  /// What was drawn: each asset that ends as its number times the paths of a block, and its path;
  /// the number that tells when; and how many there are.
  private int[] drawn = new int[0];

  private double[] number = new double[0];
  private int count;

  /// By path of a block: what its assets have in common.
  private final double[] commons = new double[Lanes.COUNT];

  /// Where classes are many: the flows that a path has less, the first kinds as [SimAssets#later].
  private final double[] lessened;

  private final double[][] flows;

  SimPaths(SimAssets assets, long seed, double correlation) {
    this.assets = assets;
    this.correlation = correlation;
    int classes = assets.ended.length;
    ends = new double[classes];
    point = new double[classes];
    curve = new double[classes][];
    guide = new int[classes][];
    perStep = new double[classes];
    for (int c = 0; c < classes; c++) {
      ends[c] = assets.ended[c][assets.ended[c].length - 1];
      point[c] =
          ends[c] <= 0
              ? Double.NEGATIVE_INFINITY
              : ends[c] >= 1 ? Double.POSITIVE_INFINITY : Normal.point(ends[c]);
      perStep[c] = ends[c] > 0 ? GUIDE / ends[c] : 0;
      boolean asBefore = c > 0 && Arrays.equals(assets.ended[c], curve[c - 1]);
      curve[c] = asBefore ? curve[c - 1] : assets.ended[c];
      guide[c] =
          asBefore
              ? guide[c - 1]
              : guide(Arrays.copyOfRange(curve[c], 1, curve[c].length), perStep[c]);
    }
    pathEnds = ends.clone();
    member =
        IntStream.range(0, assets.count)
            .boxed()
            .filter(asset -> ends[assets.kind[asset]] > 0)
            .sorted(
                Comparator.comparingDouble((Integer asset) -> -ends[assets.kind[asset]])
                    .thenComparingInt(asset -> asset))
            .mapToInt(asset -> asset)
            .toArray();
    begin = groups();
    int groups = begin.length - 1;
    likeliest = new int[groups];
    alike = new boolean[groups];
    nexts = new SimNext[groups];
    fewer = new double[groups][];
    spread = new double[groups][];
    guideRow = new int[groups][];
    double mean = 0;
    for (int g = 0; g < groups; g++) {
      likeliest[g] = assets.kind[member[begin[g]]];
      row(g, ends[likeliest[g]]);
      alike[g] = alike(g);
      int c = likeliest[g];
      nexts[g] =
          alike[g]
              ? new SimNext(fewer[g], spread[g], curve[c], assets.at[c], assets.periods)
              : SimNext.NONE;
      mean += (begin[g + 1] - begin[g]) * ends[likeliest[g]] + 1;
    }
    numbers = new SimNumbers(seed, (int) Math.min(TOGETHER_MAX, mean + Math.sqrt(mean) + 1));
    told = new int[groups == 1 && alike[0] ? numbers.count() : 0][Lanes.COUNT];
    lessened = new double[SimAssets.LESSENED * assets.periods];
    flows = new double[SimAssets.KINDS][assets.periods];
  }

  /// A group ends where an asset is less than half as likely to end as the first.
  private int[] groups() {
    int[] starts = new int[member.length + 1];
    int groups = 0;
    for (int i = 0; i < member.length; i++) {
      if (i == 0
          || ends[assets.kind[member[i]]] < ends[assets.kind[member[starts[groups - 1]]]] / 2) {
        starts[groups++] = i;
      }
    }
    starts[groups] = member.length;
    return Arrays.copyOf(starts, groups + 1);
  }

  private boolean alike(int group) {
    boolean alike = assets.whole && assets.riskBits == 0 && correlation == 0;
    int c = likeliest[group];
    for (int i = begin[group]; i < begin[group + 1] && alike; i++) {
      int other = assets.kind[member[i]];
      alike =
          Arrays.equals(curve[c], curve[other]) && Arrays.equals(assets.at[c], assets.at[other]);
    }
    return alike;
  }

  private void row(int group, double likely) {
    int size = begin[group + 1] - begin[group];
    double[] sums = new double[size + 2];
    double[] parts = new double[size + 1];
    double stays = 1;
    double before = 0;
    for (int k = 0; k < size; k++) {
      stays *= 1 - likely;
      sums[k + 1] = 1 - stays;
      parts[k] = sums[k + 1] > before ? likely / (sums[k + 1] - before) : 0;
      before = sums[k + 1];
    }
    sums[size + 1] = Double.POSITIVE_INFINITY;
    fewer[group] = sums;
    spread[group] = parts;
    guideRow[group] = guide(Arrays.copyOfRange(sums, 1, size + 1), GUIDE);
  }

  /// Draws paths, as many as a block has or fewer, and takes what ends on them out of its flows.
  ///
  /// What ends is drawn for all of them first and put down in a list, which is then gone through:
  /// so each of the two is a short loop that seldom turns another way than before.
  void paths(long from, int paths, SimFlows into) {
    count = 0;
    numbers.begin(from, paths);
    if (told.length > 0 && into.byClass()) {
      drawAlike(paths, into);
      return;
    }
    for (int lane = 0; lane < paths; lane++) {
      draw(lane, into);
      if (!into.byClass()) {
        takeOut(lane, into);
      }
    }
    settle(into);
  }

  /// Draws one path and takes what ends on it out of the flows of a block.
  void path(long path, int lane, SimFlows into) {
    count = 0;
    numbers.put(path, lane);
    draw(lane, into);
    if (into.byClass()) {
      settle(into);
    } else {
      takeOut(lane, into);
    }
  }

  private void takeOut(int lane, SimFlows into) {
    Arrays.fill(lessened, 0);
    for (int f = SimAssets.LESSENED; f < SimAssets.KINDS; f++) {
      Arrays.fill(flows[f], 0);
    }
    settle(into);
    into.add(lane, lessened, flows);
  }

  /// Puts down what ends on a path.
  private void draw(int lane, SimFlows into) {
    if (count + member.length > drawn.length) {
      int length = Math.max(2 * drawn.length, count + member.length);
      drawn = Arrays.copyOf(drawn, length);
      number = Arrays.copyOf(number, length);
    }
    if (correlation > 0) {
      drawTogether(lane);
      return;
    }
    int use = 0;
    for (int g = 0; g < likeliest.length; g++) {
      use = alike[g] && into.byClass() ? drawAlike(g, use, lane, into) : draw(g, use, lane);
    }
  }

  /// Draws one group; gives the number that comes next.
  private int draw(int g, int first, int lane) {
    int use = first;
    int n = count;
    int end = begin[g + 1];
    double[] sums = fewer[g];
    double[] parts = spread[g];
    int[] where = guideRow[g];
    for (int at = begin[g]; at < end; at++) {
      double unit = numbers.unit(use++, lane);
      int stay = stay(unit, sums, where);
      at += stay;
      if (at >= end) {
        break;
      }
      drawn[n] = member[at] * Lanes.COUNT + lane;
      number[n++] = (unit - sums[stay]) * parts[stay];
    }
    count = n;
    return use;
  }

  /// The same of a group in which all end alike: when follows without asking which it is.
  private int drawAlike(int g, int first, int lane, SimFlows into) {
    int use = first;
    int end = begin[g + 1];
    int never = assets.periods;
    SimNext table = nexts[g];
    for (int at = begin[g]; at < end; at++) {
      long step = numbers.step(use++, lane);
      int next = table.next(step);
      next = next == SimNext.BEYOND ? longWay(g, Chance.unit(step)) : next;
      at += SimNext.stay(next);
      if (at < end && SimNext.date(next) < never) {
        into.ends(member[at], 0, SimNext.date(next), lane);
      }
    }
    return use;
  }

  /// The same on all paths of a block, where there is no other group. What the first numbers of all
  /// of them tell is looked up first, for then no look-up waits for how many there are.
  private void drawAlike(int paths, SimFlows into) {
    SimNext table = nexts[0];
    for (int use = 0; use < told.length; use++) {
      numbers.tell(table, use, told[use]);
    }
    int end = begin[1];
    int never = assets.periods;
    int[] those = member;
    int[][] tells = told;
    int count = tells.length;
    int[][] ending = into.ending;
    int[] endings = into.endings;
    for (int lane = 0; lane < paths; lane++) {
      int use = 0;
      for (int at = 0; at < end; at++) {
        int next = use < count ? tells[use][lane] : table.next(numbers.step(use, lane));
        if (next == SimNext.BEYOND) {
          next = longWay(0, numbers.unit(use, lane));
        }
        use++;
        at += SimNext.stay(next);
        if (at >= end) {
          break;
        }
        int date = SimNext.date(next);
        if (date < never) {
          int ended = endings[date];
          int[] row = ended < ending[date].length ? ending[date] : into.more(date);
          row[ended] = into.packed(those[at], 0, lane);
          endings[date] = ended + 1;
        }
      }
    }
  }

  /// What [SimNext] tells, for numbers that it does not go to.
  private int longWay(int g, double unit) {
    int c = likeliest[g];
    int stay = stay(unit, fewer[g], guideRow[g]);
    double when = (unit - fewer[g][stay]) * spread[g][stay];
    int payment = payment(when, curve[c], guide[c], perStep[c]);
    return SimNext.next(stay, when < ends[c] ? assets.at[c][payment] : assets.periods);
  }

  /// How many in a row do not end.
  private static int stay(double unit, double[] sums, int[] where) {
    // a step of this guide is a power of two, so that where it says is never too far
    int stay = where[(int) (unit * GUIDE)];
    stay += reaches(unit, sums[stay + 1]);
    while (sums[stay + 1] <= unit) {
      stay++;
    }
    return stay;
  }

  /// The same where assets have something in common.
  private void drawTogether(int lane) {
    double common = Normal.point(numbers.unit(-1, lane));
    commons[lane] = common;
    double own = StrictMath.sqrt(1 - correlation);
    for (int c = 0; c < ends.length; c++) {
      pathEnds[c] = Normal.below((point[c] - StrictMath.sqrt(correlation) * common) / own);
    }
    int use = 0;
    for (int g = 0; g < likeliest.length; g++) {
      int end = begin[g + 1];
      double log = StrictMath.log1p(-pathEnds[likeliest[g]]);
      for (int at = begin[g]; at < end; at++) {
        double unit = numbers.unit(use++, lane);
        double stay = StrictMath.floor(StrictMath.log(1 - unit) / log);
        if (!(stay < end - at)) {
          break;
        }
        at += (int) stay;
        double stays = stay == 0 ? 1 : StrictMath.exp(stay * log);
        double when = Math.max(Double.MIN_NORMAL, 1 - (1 - unit) / stays);
        if (when < pathEnds[assets.kind[member[at]]]) {
          drawn[count] = member[at] * Lanes.COUNT + lane;
          number[count++] = when;
        }
      }
    }
  }

  /// Goes through what was put down.
  private void settle(SimFlows into) {
    boolean byClass = into.byClass();
    for (int i = 0; i < count; i++) {
      int asset = drawn[i] / Lanes.COUNT;
      int lane = drawn[i] % Lanes.COUNT;
      int c = assets.kind[asset];
      double when = number[i];
      if (correlation > 0) {
        when = when(asset, when, commons[lane]);
      } else if (when >= ends[c]) {
        continue;
      }
      int payment = payment(when, curve[c], guide[c], perStep[c]);
      int risk = 0;
      if (assets.riskBits > 0) {
        double[] shares = assets.shareUpTo[c][payment];
        double which = numbers.unit(0x1000000 + asset, lane);
        while (risk < shares.length - 1 && which > shares[risk]) {
          risk++;
        }
      }
      if (byClass) {
        assets.end(asset, payment, risk, lane, into);
      } else {
        assets.end(asset, payment, risk, lessened, flows);
      }
    }
    count = 0;
  }

  /// The number that tells when: of what an asset alone would draw, had it ended.
  private double when(int asset, double unit, double common) {
    double own = Normal.point(unit);
    double when =
        Normal.below(
            StrictMath.sqrt(correlation) * common + StrictMath.sqrt(1 - correlation) * own);
    return Math.min(when, Math.nextDown(ends[assets.kind[asset]]));
  }

  /// The payment with which something ended: the last whose probability of having ended before is
  /// not above the number.
  private static int payment(double when, double[] ended, int[] where, double steps) {
    int last = ended.length - 2;
    // a number that was rounded up to the very end is told the last payment
    int payment = Math.min(last, where[Math.min(GUIDE, (int) (when * steps))]);
    payment += payment < last ? reaches(when, ended[payment + 1]) : 0;
    while (payment > 0 && ended[payment] > when) {
      payment--;
    }
    while (payment < last && ended[payment + 1] <= when) {
      payment++;
    }
    return payment;
  }

  /// 1 where a number is not below another, else 0: by its sign, for as often as not a branch here
  /// would go the other way than before.
  private static int reaches(double number, double other) {
    return 1 - (int) (Double.doubleToRawLongBits(number - other) >>> 63);
  }

  /// By steps of a number, the first of rising sums that is above it.
  private static int[] guide(double[] sums, double perStep) {
    int[] guide = new int[GUIDE + 1];
    int at = 0;
    for (int step = 0; step <= GUIDE; step++) {
      while (at < sums.length && sums[at] * perStep <= step) {
        at++;
      }
      guide[step] = at;
    }
    return guide;
  }
}
