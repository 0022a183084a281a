package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// The ledger against the same deals reckoned in exact decimals, plainly and slowly: the waterfalls
/// of [RandomDeals], written out by hand, from the same flows of the pool.
final class WaterfallAgainstOracle {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  @Seeds(300)
  void agreesToTheCent(Seed seed) {
    RandomDeals deals = new RandomDeals(seed);
    Plan plan = Deals.plan(deals.deal(), deals.assumptions());
    LedgerRun run = Ledger.run(plan);
    Oracle oracle = new Oracle(plan.deal(), run);
    for (int p = 0; p < run.payments(); p++) {
      oracle.pay(p);
      for (int j = 0; j < 3; j++) {
        LedgerRun.TrancheRow row = run.tranche(List.of("A", "B", "C").get(j)).get(p);
        assertThat(List.of(money(row.interest()), money(row.principal()), money(row.end())))
            .as("tranche " + j + " on " + row.date())
            .isEqualTo(List.of(oracle.interest[j], oracle.principal[j], oracle.balance[j]));
      }
      assertThat(money(run.account("reserve").get(p).end())).isEqualTo(oracle.reserve);
      assertThat(money(run.account("collect").get(p).end())).isEqualTo(oracle.collect);
      assertThat(money(run.fee("trustee").get(p).paid())).isEqualTo(oracle.feePaid[0]);
      assertThat(money(run.fee("audit").get(p).paid())).isEqualTo(oracle.feePaid[1]);
    }
  }

  private static BigDecimal money(long minor) {
    return BigDecimal.valueOf(minor, 2);
  }

  private static final class Oracle {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

    final BigDecimal[] balance = new BigDecimal[3];
    final BigDecimal[] interest = new BigDecimal[3];
    final BigDecimal[] principal = new BigDecimal[3];
    final BigDecimal[] feePaid = new BigDecimal[2];
    BigDecimal collect = ZERO;
    BigDecimal reserve = ZERO;

    private final LedgerRun run;
    private final RoundingMode rounding;
    private final BigDecimal[] due = {ZERO, ZERO};
    private final BigDecimal[] feeDue = {ZERO, ZERO};
    private final boolean onUnpaid;
    private final boolean sharing;
    private BigDecimal dueOnUnpaid = ZERO;
    private BigDecimal defaulted = ZERO;
    private BigDecimal pool;
    private final BigDecimal poolAtFirst;
    private boolean turbo;
    private LocalDate from;

    Oracle(Deal deal, LedgerRun run) {
      this.run = run;
      rounding = deal.rounding() == Rounding.HALF_UP ? RoundingMode.HALF_UP : RoundingMode.DOWN;
      for (int j = 0; j < 3; j++) {
        balance[j] = money(deal.tranches().get(j).size());
      }
      onUnpaid = deal.tranches().getFirst().onUnpaid() == Tranche.OnUnpaid.COUPON;
      sharing = deal.waterfalls().getFirst().rules().get(3).toString().contains("pro-rata");
      pool = money(run.pool().getFirst().begin());
      poolAtFirst = pool;
      from = deal.dates().closing();
    }

    void pay(int p) {
      LocalDate to = run.tranche("A").get(p).date();
      for (LedgerRun.PoolRow row : run.pool()) {
        if (row.date().isAfter(p == 0 ? LocalDate.MIN : from) && !row.date().isAfter(to)) {
          collect =
              collect.add(money(row.interest() + row.principal() + row.prepay() + row.recovery()));
          pool = money(row.end());
          defaulted = defaulted.add(money(row.defaulted()));
        }
      }
      BigDecimal days = BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay());
      if (onUnpaid) {
        dueOnUnpaid = dueOnUnpaid.add(accrued(due[0], "0.031", days, 365));
      }
      due[0] = due[0].add(accrued(balance[0], "0.031", days, 365));
      due[1] = due[1].add(accrued(balance[1], "0.053", thirty(from, to), 360));
      feeDue[0] = feeDue[0].add(accrued(pool, "0.002", days, 365));
      for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
        if (day.getMonthValue() % 3 == 0 && day.getDayOfMonth() == day.lengthOfMonth()) {
          feeDue[1] = feeDue[1].add(new BigDecimal("33.33"));
        }
      }
      for (int j = 0; j < 3; j++) {
        interest[j] = ZERO;
        principal[j] = ZERO;
      }
      turbo |= defaulted.compareTo(poolAtFirst.multiply(new BigDecimal("0.04"))) > 0;
      for (int f = 0; f < 2; f++) {
        feePaid[f] = feeDue[f].min(collect);
        feeDue[f] = feeDue[f].subtract(feePaid[f]);
        collect = collect.subtract(feePaid[f]);
      }
      if (turbo) {
        interestOf(0, dueOf(0).min(collect));
        principalOf(0, balance[0].min(collect));
        interestOf(1, dueOf(1).min(collect));
        principalOf(1, balance[1].min(collect));
        principalOf(2, balance[2].min(collect));
        collect = collect.add(reserve);
        reserve = ZERO;
      } else {
        BigDecimal[] paid = shared(List.of(dueOf(0), dueOf(1)), collect);
        interestOf(0, paid[0]);
        interestOf(1, paid[1]);
        BigDecimal target =
            balance[0].multiply(CENT).max(new BigDecimal("50")).setScale(2, rounding);
        BigDecimal fill = target.subtract(reserve).max(ZERO).min(collect);
        reserve = reserve.add(fill);
        collect = collect.subtract(fill);
        if (sharing) {
          BigDecimal[] parts = shared(List.of(balance[0], balance[1]), collect);
          principalOf(0, parts[0]);
          principalOf(1, parts[1]);
        } else {
          principalOf(0, balance[0].min(collect));
          principalOf(1, balance[1].min(collect));
        }
        principalOf(2, balance[2].min(collect));
      }
      interest[2] = interest[2].add(collect);
      collect = ZERO;
      from = to;
    }

    private BigDecimal dueOf(int j) {
      return j == 0 ? due[0].add(dueOnUnpaid) : due[j];
    }

    private void interestOf(int j, BigDecimal amount) {
      BigDecimal left = amount;
      if (j == 0) {
        BigDecimal first = left.min(dueOnUnpaid);
        dueOnUnpaid = dueOnUnpaid.subtract(first);
        left = left.subtract(first);
      }
      due[j] = due[j].subtract(left);
      interest[j] = interest[j].add(amount);
      collect = collect.subtract(amount);
    }

    private void principalOf(int j, BigDecimal amount) {
      balance[j] = balance[j].subtract(amount);
      principal[j] = principal[j].add(amount);
      collect = collect.subtract(amount);
    }

    /// Each its part cut to cents; what is left over goes to the first, as far as it is due.
    private static BigDecimal[] shared(List<BigDecimal> due, BigDecimal cash) {
      BigDecimal sum = due.get(0).add(due.get(1));
      BigDecimal amount = sum.min(cash);
      List<BigDecimal> parts = new ArrayList<>();
      for (BigDecimal one : due) {
        parts.add(
            sum.signum() == 0 ? ZERO : amount.multiply(one).divide(sum, 2, RoundingMode.DOWN));
      }
      BigDecimal left = amount.subtract(parts.get(0)).subtract(parts.get(1));
      BigDecimal first = left.min(due.get(0).subtract(parts.get(0)));
      return new BigDecimal[] {parts.get(0).add(first), parts.get(1).add(left.subtract(first))};
    }

    private BigDecimal accrued(BigDecimal of, String rate, BigDecimal days, int year) {
      return of.multiply(new BigDecimal(rate))
          .multiply(days)
          .divide(BigDecimal.valueOf(year), 2, rounding);
    }

    private static BigDecimal thirty(LocalDate from, LocalDate to) {
      int first = Math.min(30, from.getDayOfMonth());
      int last = first == 30 ? Math.min(30, to.getDayOfMonth()) : to.getDayOfMonth();
      return BigDecimal.valueOf(
          360L * (to.getYear() - from.getYear())
              + 30L * (to.getMonthValue() - from.getMonthValue())
              + last
              - first);
    }
  }
}
