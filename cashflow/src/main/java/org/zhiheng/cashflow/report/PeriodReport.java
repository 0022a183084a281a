package org.zhiheng.cashflow.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.run.Collected;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;

/// A report on one payment date of a deal. Amounts in minor units.
///
/// @param deal that is reported on
/// @param paid the deal as it really went until that date
/// @param expected the deal as it was assumed to go
/// @param pay the number of the payment date, from 1
/// @param until the payment date
/// @param pool what the period brought, against what was expected
/// @param since what all periods brought so far, against what was expected
/// @param tranches what was paid on the date, against what was expected
/// @param disclosures whether what must be told at once happened
public record PeriodReport(
    Deal deal,
    LedgerRun paid,
    LedgerRun expected,
    int pay,
    LocalDate until,
    Pooled pool,
    Pooled since,
    List<Paid> tranches,
    List<Disclosure> disclosures) {

  /// Holds the lists unchangeable.
  public PeriodReport {
    tranches = List.copyOf(tranches);
    disclosures = List.copyOf(disclosures);
  }

  /// What a pool brought.
  public record Sums(
      long interest, long principal, long prepay, long defaulted, long recovery, long penalty) {

    /// What came in.
    public long cash() {
      return interest + principal + prepay + recovery + penalty;
    }

    Sums plus(LedgerRun.PoolRow row) {
      return new Sums(
          interest + row.interest(),
          principal + row.principal(),
          prepay + row.prepay(),
          defaulted + row.defaulted(),
          recovery + row.recovery(),
          penalty + row.penalty());
    }
  }

  /// What a pool brought, and what it was expected to.
  public record Pooled(Sums actual, Sums expected) {}

  /// What a tranche was paid on the date.
  ///
  /// @param missedPrincipal that was planned or due by maturity
  /// @param expected the same as it was assumed; none where the deal was expected to be over
  public record Paid(
      String tranche,
      LedgerRun.TrancheRow actual,
      long missedPrincipal,
      Optional<LedgerRun.TrancheRow> expected) {}

  /// Whether something that must be told at once happened.
  ///
  /// @param found empty where nobody said, which is not no
  /// @param why the figures
  public record Disclosure(Duty duty, Optional<Boolean> found, String why) {}

  /// Reports.
  ///
  /// @param expected the deal as it was assumed to go
  /// @param collected what was really collected, read for a plan of the same deal
  /// @param known what happened from outside, and rates as they were fixed
  /// @throws ArithmeticException when an amount does not fit
  public static PeriodReport of(LedgerRun expected, Collected collected, Assumptions known) {
    Plan plan = collected.plan();
    LedgerRun paid = Ledger.run(collected);
    LocalDate until = paid.until();
    int pay = paid.payments();
    LocalDate before = pay == 1 ? LocalDate.MIN : paid.tranche(first(plan)).get(pay - 2).date();
    Pooled since = new Pooled(sums(paid, pay, 1), sums(expected, pay, 1));
    Pooled pool = new Pooled(sums(paid, pay, pay), sums(expected, pay, pay));
    List<Paid> tranches = new ArrayList<>();
    for (Tranche tranche : plan.deal().tranches()) {
      List<LedgerRun.TrancheRow> hoped = expected.tranche(tranche.name());
      tranches.add(
          new Paid(
              tranche.name(),
              paid.tranche(tranche.name()).getLast(),
              paid.missedPrincipal(tranche.name()),
              pay <= hoped.size() ? Optional.of(hoped.get(pay - 1)) : Optional.empty()));
    }
    List<Disclosure> disclosures = new ArrayList<>();
    for (Duty duty : Duty.of(Optional.ofNullable(plan.deal().report().get("ad-hoc")))) {
      disclosures.add(
          switch (duty) {
            case Duty.Loss loss -> loss(loss, since.actual(), tranches);
            case Duty.Cash cash -> cash(cash, pool);
            case Duty.MissedPayment missed -> missed(missed, tranches);
            case Duty.Said said -> said(said, known, before, until);
          });
    }
    return new PeriodReport(
        plan.deal(), paid, expected, pay, until, pool, since, tranches, disclosures);
  }

  private static String first(Plan plan) {
    return plan.deal().tranches().getFirst().name();
  }

  private static Sums sums(LedgerRun run, int pay, int from) {
    Sums sums = new Sums(0, 0, 0, 0, 0, 0);
    for (LedgerRun.PoolRow row : run.pool()) {
      int of = run.paysOn(row.date());
      if (of >= from && of <= pay) {
        sums = sums.plus(row);
      }
    }
    return sums;
  }

  private static Disclosure loss(Duty.Loss duty, Sums since, List<Paid> tranches) {
    long lost = Math.max(0, since.defaulted() - since.recovery());
    long outstanding = tranches.stream().mapToLong(one -> one.actual().begin()).sum();
    boolean found =
        BigDecimal.valueOf(lost).compareTo(duty.above().multiply(BigDecimal.valueOf(outstanding)))
            > 0;
    return new Disclosure(duty, Optional.of(found), part(lost, outstanding));
  }

  private static Disclosure cash(Duty.Cash duty, Pooled pool) {
    long hoped = pool.expected().cash();
    long came = pool.actual().cash();
    int side = BigDecimal.valueOf(came).compareTo(duty.below().multiply(BigDecimal.valueOf(hoped)));
    boolean found = hoped > 0 && (duty.strictly() ? side < 0 : side <= 0);
    return new Disclosure(
        duty, Optional.of(found), hoped == 0 ? "nothing was expected" : part(came, hoped));
  }

  private static Disclosure missed(Duty.MissedPayment duty, List<Paid> tranches) {
    List<String> missed =
        tranches.stream()
            .filter(one -> one.actual().unpaid() > 0 || one.missedPrincipal() > 0)
            .map(Paid::tranche)
            .toList();
    return new Disclosure(
        duty,
        Optional.of(!missed.isEmpty()),
        missed.isEmpty() ? "all due was paid" : String.join(", ", missed));
  }

  private static Disclosure said(
      Duty.Said duty, Assumptions known, LocalDate before, LocalDate until) {
    LocalDate day = known.flags().get(duty.text());
    if (day == null) {
      return new Disclosure(duty, Optional.empty(), "nobody said; it is not known here");
    }
    return new Disclosure(
        duty, Optional.of(day.isAfter(before) && !day.isAfter(until)), day.toString());
  }

  private static String part(long over, long under) {
    return under == 0
        ? "of nothing"
        : BigDecimal.valueOf(over)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(under), MathContext.DECIMAL64)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString()
            + "%";
  }
}
