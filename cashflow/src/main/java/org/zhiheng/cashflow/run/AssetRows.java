package org.zhiheng.cashflow.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.fen.FenRows;
import org.zhiheng.cashflow.fen.Rounding;

/// Assets side by side, gone through by collection period: what [AssetPlan#run] comes to one by
/// one, each product of each asset rounded by itself as there. Terms may differ from asset to asset
/// as far as [#fits] lets them, but not whether they are level, how many risks they have, and when
/// what is recovered comes in.
///
/// A period in which an asset pays nothing stands as fractions of 0.
final class AssetRows {

  private static final long[] NONE = {};

  private final int kind;
  private final int risks;

  /// The first collection period in which any pays.
  private final int first;

  /// By asset, those that pay longest first.
  private final long[] balance;

  /// By risk and asset, in billionths; nothing where none recovers.
  private final long[][] recovery;

  /// By collection period from the first: how many may still pay.
  private final int[] count;

  /// By collection period from the first, and asset; nothing where it is 0 for all.
  private final long[][] prepay;

  private final long[][] interestOver;
  private final long[][] interestUnder;
  private final long[][] payOver;
  private final long[][] payUnder;

  /// By risk, collection period from the first, and asset.
  private final long[][][] risk;

  /// By risk and collection period from the first: when what is recovered comes in.
  private final int[][] recovered;

  /// @param assets some that fit and go together
  AssetRows(List<AssetPlan> assets) {
    List<AssetPlan> sorted =
        assets.stream().sorted(Comparator.comparingInt(asset -> -last(asset))).toList();
    AssetPlan longest = sorted.getFirst();
    kind = longest.kind;
    risks = longest.risk.length;
    first = sorted.stream().mapToInt(asset -> asset.collect[0]).min().orElseThrow();
    int periods = last(longest) - first + 1;
    balance = sorted.stream().mapToLong(asset -> asset.balance).toArray();
    recovery = new long[risks][];
    for (int r = 0; r < risks; r++) {
      int of = r;
      recovery[r] = unlessAllZero(sorted.stream().mapToLong(one -> one.recovery[of]).toArray());
    }
    count = new int[periods];
    int left = sorted.size();
    for (int p = 0; p < periods; p++) {
      while (last(sorted.get(left - 1)) < first + p) {
        left--;
      }
      count[p] = left;
    }
    prepay = rows();
    interestOver = rows();
    interestUnder = rows();
    payOver = rows();
    payUnder = rows();
    risk = new long[risks][][];
    for (int r = 0; r < risks; r++) {
      risk[r] = rows();
    }
    recovered = new int[risks][periods];
    for (int p = 0; p < periods; p++) {
      Arrays.fill(interestUnder[p], 1);
      Arrays.fill(payUnder[p], 1);
    }
    for (int i = 0; i < sorted.size(); i++) {
      put(sorted.get(i), i);
    }
    for (int p = 0; p < periods; p++) {
      prepay[p] = unlessAllZero(prepay[p]);
      for (int r = 0; r < risks; r++) {
        risk[r][p] = unlessAllZero(risk[r][p]);
      }
    }
    for (long[][] rows : List.of(prepay, interestOver, interestUnder, payOver, payUnder)) {
      share(rows);
    }
    for (long[][] rows : risk) {
      share(rows);
    }
  }

  /// Most rates are those of the period before: such a row is kept once. It may be longer than how
  /// many there still are.
  private static void share(long[][] rows) {
    for (int p = 1; p < rows.length; p++) {
      int length = rows[p].length;
      if (length > 0
          && length <= rows[p - 1].length
          && Arrays.equals(rows[p], 0, length, rows[p - 1], 0, length)) {
        rows[p] = rows[p - 1];
      }
    }
  }

  private long[][] rows() {
    long[][] rows = new long[count.length][];
    for (int p = 0; p < rows.length; p++) {
      rows[p] = new long[count[p]];
    }
    return rows;
  }

  private static long[] unlessAllZero(long[] row) {
    return Arrays.stream(row).anyMatch(one -> one != 0) ? row : NONE;
  }

  private void put(AssetPlan asset, int i) {
    for (int k = 0; k < asset.payments(); k++) {
      int p = asset.collect[k] - first;
      prepay[p][i] = asset.prepay[k];
      for (int r = 0; r < risks; r++) {
        risk[r][p][i] = asset.risk[r][k];
        if (asset.recovery[r] != 0) {
          recovered[r][p] = asset.recovered[r][k];
        }
      }
      if (asset.interestOver[k] != 0) {
        interestOver[p][i] = asset.interestOver[k];
        interestUnder[p][i] = asset.interestUnder[k];
      }
      if (k == asset.payments() - 1) {
        // all that is left: interest is no more than it, so that twice is enough to take it from
        payOver[p][i] = kind == AssetPlan.LEVEL ? 2 : 1;
      } else if (asset.payOver[k] != 0) {
        payOver[p][i] = asset.payOver[k];
        payUnder[p][i] = asset.payUnder[k];
      }
    }
  }

  private static int last(AssetPlan asset) {
    return asset.collect[asset.payments() - 1];
  }

  /// Whether an asset can stand in rows: one payment in a collection period, in half of them at
  /// least, nothing late, no penalties, and fractions and an amount that [FenRows] takes.
  static boolean fits(AssetPlan asset) {
    boolean fits =
        asset.late == 0
            && asset.penaltyFixed == 0
            && asset.balance <= FenRows.AMOUNT_MAX
            && last(asset) - asset.collect[0] < 2 * asset.payments();
    for (int k = 0; k < asset.payments() && fits; k++) {
      fits =
          asset.penalty[k] == 0
              && (k == 0 || asset.collect[k] > asset.collect[k - 1])
              && asset.prepay[k] <= Fen.SHARE
              && (asset.interestOver[k] == 0
                  || (asset.interestOver[k] <= asset.interestUnder[k]
                      && FenRows.fits(asset.interestOver[k], asset.interestUnder[k])))
              && (asset.payOver[k] == 0 || FenRows.fits(asset.payOver[k], asset.payUnder[k]));
    }
    for (int r = 0; r < asset.risk.length; r++) {
      fits &= FenRows.fits(asset.recovery[r], Fen.BILLION);
      for (int k = 0; k < asset.payments() && fits; k++) {
        fits = asset.risk[r][k] <= Fen.SHARE;
      }
    }
    return fits;
  }

  /// Adds what they pay.
  ///
  /// @param order as of [AssetPlan#run]
  void run(int[] order, Rounding rounding, Flows into) {
    long[] left = balance.clone();
    long[] part = new long[left.length];
    long[] other = new long[left.length];
    for (int p = 0; p < count.length; p++) {
      for (int what : order) {
        switch (what) {
          case Flows.DEFAULTS -> defaults(p, left, part, other, rounding, into);
          case Flows.PREPAYS -> {
            if (prepay[p].length > 0) {
              FenRows.shares(left, prepay[p], count[p], rounding, part);
              into.prepay[first + p] += FenRows.take(part, count[p], left);
            }
          }
          default -> schedule(p, left, part, other, rounding, into);
        }
      }
    }
  }

  private void defaults(
      int p, long[] left, long[] part, long[] other, Rounding rounding, Flows into) {
    int those = count[p];
    long[] before = risks > 1 ? Arrays.copyOf(left, those) : left;
    for (int r = 0; r < risks; r++) {
      if (risk[r][p].length == 0) {
        continue;
      }
      FenRows.shares(before, risk[r][p], those, rounding, part);
      if (risks > 1) {
        FenRows.least(part, left, those);
      }
      into.defaulted[first + p] += FenRows.take(part, those, left);
      if (recovery[r].length > 0) {
        FenRows.billionths(part, recovery[r], those, rounding, other);
        into.recovery[recovered[r][p]] += FenRows.sum(other, those);
      }
    }
  }

  private void schedule(
      int p, long[] left, long[] part, long[] other, Rounding rounding, Flows into) {
    int those = count[p];
    FenRows.parts(left, interestOver[p], interestUnder[p], those, rounding, other);
    into.interest[first + p] += FenRows.sum(other, those);
    FenRows.parts(left, payOver[p], payUnder[p], those, rounding, part);
    if (kind == AssetPlan.LEVEL) {
      FenRows.above(other, those, part);
    }
    FenRows.least(part, left, those);
    into.principal[first + p] += FenRows.take(part, those, left);
  }
}
