package org.zhiheng.cashflow.run;

import java.util.List;
import java.util.Locale;
import org.zhiheng.seeds.Seed;

/// Deals drawn by a seed: several loans and streams, three tranches, fees, a reserve, a trigger.
final class RandomDeals {

  private final Seed seed;

  RandomDeals(Seed seed) {
    this.seed = seed;
  }

  /// A pool of like loans under three tranches.
  static String pool(int loans, int months) {
    StringBuilder assets = new StringBuilder();
    for (int i = 0; i < loans; i++) {
      assets.append(
          String.format(
              Locale.ROOT,
              "    - {kind: level, balance: \"%d.00\", rate: %d.25%%, term: %d, next: 2026-01-20}%n",
              900_000 + 2_000 * i,
              5 + i % 3,
              months));
    }
    long size = loans * 900_000L;
    return """
    deal: pool
    dates: {cutoff: 2025-12-31, closing: 2025-12-31, pay: monthly on 15, legal: 2030-12-31}
    pool:
      assets:
    ASSETStranches:
      A: {size: "SENIOR.00", coupon: 3%}
      B: {size: "MIDDLE.00", coupon: 5%}
      C: {size: "JUNIOR.00"}
    fees: {trustee: {rate: 0.2%, of: pool}}
    accounts: {collect: {}, reserve: {target: 1% of A}}
    triggers: {t: {when: cum-default > 6%, do: status turbo}}
    waterfall:
      normal: [fees, interest A, interest B, fill reserve, release reserve, principal A, principal B,
               principal C, residual C]
      turbo: [fees, interest A, release reserve, principal A, interest B, principal B, principal C,
              residual C]
    """
        .replace("ASSETS", assets)
        .replace("SENIOR", Long.toString(size * 7 / 10))
        .replace("MIDDLE", Long.toString(size * 2 / 10))
        .replace("JUNIOR", Long.toString(size / 10));
  }

  String deal() {
    StringBuilder assets = new StringBuilder();
    int count = seed.between(1, 8);
    for (int i = 0; i < count; i++) {
      String kind = seed.oneOf(List.of("level", "even", "bullet", "licence"));
      if (kind.equals("licence")) {
        assets.append(
            String.format(
                Locale.ROOT,
                "    - {kind: licence, amount: \"%d.%02d\", first: 2026-02-%02d, every: %d, count: %d}%n",
                seed.between(100, 90_000),
                seed.between(0, 100),
                seed.between(1, 28),
                seed.between(1, 4),
                seed.between(1, 12)));
      } else {
        assets.append(
            String.format(
                Locale.ROOT,
                "    - {kind: %s, balance: \"%d.%02d\", rate: %d.%d%%, term: %d, next: 2026-01-%02d}%n",
                kind,
                seed.between(1_000, 900_000),
                seed.between(0, 100),
                seed.between(1, 9),
                seed.between(0, 10),
                seed.between(1, 30),
                seed.between(2, 28)));
      }
    }
    return """
    deal: drawn
    rounding: ROUNDING
    dates: {cutoff: 2025-12-31, closing: 2025-12-31, pay: TIMING, legal: 2034-12-31}
    pool:
      events: {order: [ORDER]}
      assets:
    ASSETStranches:
      A: {size: "SENIOR.00", coupon: 3.1%, interest-on-unpaid: UNPAID}
      B: {size: "MIDDLE.00", coupon: 5.3%, daycount: 30/360}
      C: {size: "JUNIOR.00"}
    fees:
      trustee: {rate: 0.2%, of: pool}
      audit: {recurring: "33.33", every: quarter-end}
    accounts: {collect: {}, reserve: {target: 1% of A, floor: "50.00"}}
    triggers: {t: {when: cum-default > 4%, do: status turbo}}
    waterfall:
      normal: [fees, "interest A, B pro-rata", fill reserve, "principal A, B MODE", principal C,
               residual C]
      turbo: [fees, interest A, principal A, interest B, principal B, principal C,
              "transfer collect from reserve", residual C]
    """
        .replace("ROUNDING", seed.oneOf(List.of("half-up", "floor-each-product")))
        .replace("TIMING", seed.oneOf(List.of("monthly on 15", "quarterly on 20", "month-end")))
        .replace(
            "ORDER",
            seed.oneOf(
                List.of(
                    "default, prepay, schedule",
                    "schedule, prepay, default",
                    "prepay, schedule, default")))
        .replace("ASSETS", assets)
        .replace("UNPAID", seed.oneOf(List.of("none", "coupon")))
        .replace("MODE", seed.oneOf(List.of("pro-rata", "sequential")))
        .replace("SENIOR", Integer.toString(seed.between(1_000, 900_000)))
        .replace("MIDDLE", Integer.toString(seed.between(1_000, 300_000)))
        .replace("JUNIOR", Integer.toString(seed.between(1, 100_000)));
  }

  String assumptions() {
    return assumptions(seed.between(0, 15));
  }

  String assumptions(int cdr) {
    return String.format(
        Locale.ROOT,
        "assume: drawn%npool: {default: {cdr: %d%%}, prepay: {cpr: %d%%}, recovery: {rate: %d%%, lag: %d}}%n",
        cdr,
        seed.between(0, 20),
        seed.between(0, 60),
        seed.between(0, 9));
  }
}
