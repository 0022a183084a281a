package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.fen.FenRows;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Assets side by side pay to the minor unit what they pay one by one.
final class AssetPoolProperties {

  private static final int PERIODS = 80;

  private static final List<int[]> ORDERS =
      List.of(
          new int[] {Flows.DEFAULTS, Flows.PREPAYS, Flows.SCHEDULES},
          new int[] {Flows.SCHEDULES, Flows.DEFAULTS, Flows.PREPAYS},
          new int[] {Flows.PREPAYS, Flows.SCHEDULES, Flows.DEFAULTS});

  @Seeds(300)
  void sideBySideIsOneByOne(Seed seed) {
    List<AssetPlan> assets = new ArrayList<>();
    int count = seed.between(1, 60);
    int risks = seed.between(0, 4);
    for (int i = 0; i < count; i++) {
      assets.add(asset(seed, seed.chance(0.9) ? risks : seed.between(0, 4)));
    }
    AssetPool pool = new AssetPool(assets, PERIODS);
    for (Rounding rounding : Rounding.values()) {
      int[] order = seed.oneOf(ORDERS);
      Flows expected = new Flows(PERIODS);
      assets.forEach(asset -> asset.run(0, asset.balance, order, rounding, expected));
      Flows flows = new Flows(PERIODS);
      pool.run(order, rounding, flows);
      assertThat(flows.interest).isEqualTo(expected.interest);
      assertThat(flows.principal).isEqualTo(expected.principal);
      assertThat(flows.prepay).isEqualTo(expected.prepay);
      assertThat(flows.defaulted).isEqualTo(expected.defaulted);
      assertThat(flows.recovery).isEqualTo(expected.recovery);
      assertThat(flows.penalty).isEqualTo(expected.penalty);
    }
  }

  /// Most are of like shape, some have what rows do not take.
  private static AssetPlan asset(Seed seed, int risks) {
    int payments = seed.between(1, 40);
    long balance = 1 + seed.random().nextLong(1L << seed.between(1, 52));
    boolean odd = seed.chance(0.1);
    AssetPlan asset =
        new AssetPlan(
            "a",
            balance,
            seed.chance(0.7) ? AssetPlan.LEVEL : AssetPlan.PART,
            new long[payments],
            new String[risks],
            odd && seed.chance(0.3) ? 500 : 0,
            odd && seed.chance(0.3) ? Fen.BILLION / 20 : 0,
            2);
    int step = odd ? seed.between(1, 3) : 1;
    int begin = seed.between(0, 3);
    Arrays.setAll(asset.collect, k -> Math.min(PERIODS - 10, begin + step * k));
    int lag = seed.chance(0.9) ? 6 : 3;
    for (int r = 0; r < risks; r++) {
      asset.recovery[r] = seed.chance(0.2) ? 0 : seed.random().nextLong(Fen.BILLION + 1);
      int after = lag;
      Arrays.setAll(asset.recovered[r], k -> Math.min(PERIODS - 1, asset.collect[k] + after));
      Arrays.setAll(asset.risk[r], _ -> share(seed, seed.chance(0.02) ? 1 : 100));
    }
    for (int k = 0; k < payments; k++) {
      asset.prepay[k] = seed.chance(0.7) ? share(seed, 50) : 0;
      asset.penalty[k] = odd && seed.chance(0.1) ? Fen.BILLION / 100 : 0;
      asset.interestOver[k] = seed.chance(0.1) ? 0 : seed.random().nextLong(Fen.BILLION / 10);
      asset.interestUnder[k] = seed.chance(0.5) ? 12 * Fen.BILLION : 365 * Fen.BILLION + 1;
      asset.payOver[k] = seed.chance(0.1) ? 0 : share(seed, payments - k);
      asset.payUnder[k] = Fen.SHARE;
    }
    return asset;
  }

  private static long share(Seed seed, int part) {
    return seed.random().nextLong(Fen.SHARE / part + 1);
  }

  /// Rows of products are the products.
  @Seeds(200)
  void rowsOfProductsAreTheProducts(Seed seed) {
    int count = seed.between(1, 100);
    long[] amount = new long[count];
    long[] over = new long[count];
    long[] under = new long[count];
    long[] share = new long[count];
    long[] rate = new long[count];
    for (int i = 0; i < count; i++) {
      amount[i] = seed.random().nextLong((1L << seed.between(0, 49)) + 1);
      amount[i] = Math.min(FenRows.AMOUNT_MAX, amount[i]);
      under[i] = 1 + seed.random().nextLong(1L << seed.between(0, 61));
      under[i] = Math.min(FenRows.DENOMINATOR_MAX, under[i]);
      over[i] = seed.random().nextLong(2 * under[i] + 1);
      share[i] = seed.random().nextLong(2 * Fen.SHARE + 1);
      rate[i] = seed.random().nextLong(2 * Fen.BILLION + 1);
    }
    long[] product = new long[count];
    for (Rounding rounding : Rounding.values()) {
      FenRows.parts(amount, over, under, count, rounding, product);
      for (int i = 0; i < count; i++) {
        assertThat(product[i]).isEqualTo(Fen.part(amount[i], over[i], under[i], rounding));
      }
      FenRows.shares(amount, share, count, rounding, product);
      for (int i = 0; i < count; i++) {
        assertThat(product[i]).isEqualTo(Fen.share(amount[i], share[i], rounding));
      }
      FenRows.billionths(amount, rate, count, rounding, product);
      for (int i = 0; i < count; i++) {
        assertThat(product[i]).isEqualTo(Fen.billionths(amount[i], rate[i], rounding));
      }
    }
  }
}
