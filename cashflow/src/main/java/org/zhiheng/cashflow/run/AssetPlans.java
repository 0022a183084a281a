package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.StreamDues;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.values.YearFraction;

/// Makes the plans of assets from their terms and assumptions.
final class AssetPlans {

  private static final long MILLION = 1_000_000;

  private final Deal deal;
  private final Assumptions assumptions;

  AssetPlans(Deal deal, Assumptions assumptions) {
    this.deal = deal;
    this.assumptions = assumptions;
  }

  /// The plans of all assets that pay; collection periods are not yet set.
  List<AssetPlan> all() {
    List<AssetPlan> plans = new ArrayList<>();
    for (Asset asset : deal.pool().assets()) {
      if (!asset.defaulted()) {
        Behaviour behaviour = assumptions.assets().getOrDefault(asset.id(), assumptions.pool());
        plan(asset, behaviour).ifPresent(plans::add);
      }
    }
    return plans;
  }

  /// The plan of one asset; none when nothing is left to pay.
  Optional<AssetPlan> plan(Asset asset, Behaviour behaviour) {
    AssetPlan plan =
        switch (asset) {
          case Asset.Loan loan -> loan(loan, behaviour);
          case Asset.Stream stream -> stream(stream, behaviour);
        };
    return plan.payments() == 0 || plan.balance == 0 ? Optional.empty() : Optional.of(plan);
  }

  private AssetPlan loan(Asset.Loan loan, Behaviour behaviour) {
    LocalDate[] days = new LocalDate[loan.term()];
    for (int k = 0; k < days.length; k++) {
      days[k] = loan.day(k);
    }
    LocalDate before = loan.day(-1);
    boolean level = loan.repay() instanceof Asset.Repay.Level;
    AssetPlan plan =
        begin(
            loan.id(),
            loan.outstanding(),
            level ? AssetPlan.LEVEL : AssetPlan.PART,
            days,
            behaviour,
            loan.penalties().fixed());
    LocalDate from = before;
    for (int k = 0; k < days.length; k++) {
      long rate = new Curve(assumptions.rates()).ofLoan(loan.coupon(), from, loan.next());
      interest(plan, k, loan, rate, from, days[k]);
      repay(plan, k, loan, rate);
      hazards(
          plan,
          k,
          behaviour,
          days[k].toEpochDay() - from.toEpochDay(),
          loan.everyMonths(),
          (loan.originalTerm() - loan.term() + k + 1) * loan.everyMonths());
      plan.penalty[k] = penalty(loan, loan.originalTerm() - loan.term() + k + 1);
      from = days[k];
    }
    return loan.asOf().isPresent() ? sinceCutoff(plan) : plan;
  }

  /// The plan without the payments until the cut-off, with what they leave of the balance.
  private AssetPlan sinceCutoff(AssetPlan whole) {
    long cutoff = deal.dates().cutoff().toEpochDay();
    int before = 0;
    while (before < whole.payments() && whole.day[before] <= cutoff) {
      before++;
    }
    AssetPlan reckoned = part(whole, 0, whole.balance, 0);
    Flows flows = new Flows(whole.payments());
    for (int k = 0; k < whole.payments(); k++) {
      reckoned.collect[k] = k;
    }
    reckoned.run(0, whole.balance, Plan.order(deal), deal.rounding(), flows);
    long left = whole.balance;
    for (int k = 0; k < before; k++) {
      left -= flows.principal[k] + flows.prepay[k] + flows.defaulted[k];
    }
    return part(whole, before, left, whole.late);
  }

  private static AssetPlan part(AssetPlan whole, int from, long balance, long late) {
    AssetPlan part =
        new AssetPlan(
            whole.id,
            balance,
            whole.kind,
            Arrays.copyOfRange(whole.day, from, whole.day.length),
            whole.riskNames,
            whole.penaltyFixed,
            late,
            whole.latePeriods);
    int count = part.day.length;
    System.arraycopy(whole.interestOver, from, part.interestOver, 0, count);
    System.arraycopy(whole.interestUnder, from, part.interestUnder, 0, count);
    System.arraycopy(whole.payOver, from, part.payOver, 0, count);
    System.arraycopy(whole.payUnder, from, part.payUnder, 0, count);
    System.arraycopy(whole.prepay, from, part.prepay, 0, count);
    System.arraycopy(whole.penalty, from, part.penalty, 0, count);
    System.arraycopy(whole.recovery, 0, part.recovery, 0, whole.recovery.length);
    for (int r = 0; r < whole.risk.length; r++) {
      System.arraycopy(whole.risk[r], from, part.risk[r], 0, count);
    }
    return part;
  }

  private void interest(
      AssetPlan plan, int k, Asset.Loan loan, long rate, LocalDate from, LocalDate to) {
    if (loan.dayCount().isPresent()) {
      YearFraction years = loan.dayCount().get().yearFraction(from, to);
      plan.interestOver[k] = Math.multiplyExact(rate, years.numerator());
      plan.interestUnder[k] = Math.multiplyExact(Fen.BILLION, years.denominator());
    } else if (deal.rounding() == Rounding.FLOOR_EACH_PRODUCT) {
      plan.interestOver[k] = rate * loan.everyMonths() / 12 * MILLION / Fen.BILLION;
      plan.interestUnder[k] = MILLION;
    } else {
      plan.interestOver[k] = rate * loan.everyMonths();
      plan.interestUnder[k] = 12 * Fen.BILLION;
    }
  }

  private static void repay(AssetPlan plan, int k, Asset.Loan loan, long rate) {
    int left = loan.term() - k;
    plan.payUnder[k] = 1;
    switch (loan.repay()) {
      case Asset.Repay.Level level -> {
        int over =
            level.amortiseOver() == 0
                ? left
                : level.amortiseOver() - (loan.originalTerm() - loan.term()) - k;
        if (rate == 0) {
          plan.payOver[k] = 1;
          plan.payUnder[k] = over;
        } else {
          double periodic =
              loan.dayCount().isPresent()
                  ? rate / 1e9 * loan.everyMonths() / 12
                  : (double) plan.interestOver[k] / plan.interestUnder[k];
          double payment = periodic / (1 - StrictMath.pow(1 + periodic, -over));
          plan.payOver[k] = Math.round(payment * Fen.SHARE);
          plan.payUnder[k] = Fen.SHARE;
        }
      }
      case Asset.Repay.Even _ -> {
        plan.payOver[k] = 1;
        plan.payUnder[k] = left;
      }
      case Asset.Repay.Bullet _ -> plan.payOver[k] = left == 1 ? 1 : 0;
      case Asset.Repay.Parts parts -> {
        long rest =
            parts.amounts().subList(k, parts.amounts().size()).stream().mapToLong(a -> a).sum();
        plan.payOver[k] = parts.amounts().get(k);
        plan.payUnder[k] = Math.max(1, rest);
      }
    }
  }

  private static long penalty(Asset.Loan loan, int number) {
    for (Asset.PenaltyStep step : loan.penalties().steps()) {
      if (number <= step.until()) {
        return step.part().billionths();
      }
    }
    return 0;
  }

  private AssetPlan stream(Asset.Stream stream, Behaviour behaviour) {
    StreamDues dues = StreamDues.of(stream, deal.rounding());
    LocalDate[] days = dues.days().toArray(new LocalDate[0]);
    AssetPlan plan = begin(stream.id(), dues.balance(), AssetPlan.PART, days, behaviour, 0);
    LocalDate from = deal.dates().cutoff();
    long rest = dues.balance();
    for (int k = 0; k < days.length; k++) {
      plan.interestOver[k] = dues.interest().get(k);
      plan.interestUnder[k] = Math.max(1, rest);
      plan.payOver[k] = dues.principal().get(k);
      plan.payUnder[k] = Math.max(1, rest);
      int months = Math.max(1, (int) from.until(days[k]).toTotalMonths());
      hazards(plan, k, behaviour, days[k].toEpochDay() - from.toEpochDay(), months, k + 1);
      rest -= dues.principal().get(k);
      from = days[k];
    }
    return plan;
  }

  private static AssetPlan begin(
      String id, long balance, int kind, LocalDate[] days, Behaviour behaviour, long fixed) {
    return new AssetPlan(
        id,
        balance,
        kind,
        Arrays.stream(days).mapToLong(LocalDate::toEpochDay).toArray(),
        behaviour.risks().stream().map(Risk::name).toArray(String[]::new),
        fixed,
        behaviour.delinquency().part().billionths(),
        behaviour.delinquency().lagPeriods());
  }

  private static void hazards(
      AssetPlan plan, int k, Behaviour behaviour, long days, int months, int ageMonths) {
    plan.prepay[k] = share(part(behaviour.prepay(), k, days, months, ageMonths));
    int count = behaviour.risks().size();
    double[] hazard = new double[count];
    double sum = 0;
    double only = 0;
    for (int r = 0; r < count; r++) {
      only = part(behaviour.risks().get(r).rate(), k, days, months, ageMonths);
      hazard[r] = only >= 1 ? 1e9 : -StrictMath.log1p(-only);
      sum += hazard[r];
    }
    for (int r = 0; r < count; r++) {
      Risk risk = behaviour.risks().get(r);
      plan.recovery[r] = risk.recovery().billionths();
      if (sum > 0) {
        // risks compete: each has its share, by hazard, of what any of them ends
        double ends = count == 1 ? only : -StrictMath.expm1(-sum) * hazard[r] / sum;
        plan.risk[r][k] = share(ends);
      }
    }
  }

  /// The part that a vector takes in a period.
  static double part(RateVector vector, int k, long days, int months, int ageMonths) {
    double number = vector.billionths(k) / 1e9;
    return switch (vector.kind()) {
      case ANNUAL -> 1 - StrictMath.pow(1 - number, days / 365.0);
      case ANNUAL_BY_MONTHS -> 1 - StrictMath.pow(1 - number, months / 12.0);
      case MONTHLY -> 1 - StrictMath.pow(1 - number, months);
      case PSA ->
          1
              - StrictMath.pow(
                  1 - Math.min(1, number * 0.002 * Math.min(30, ageMonths)), months / 12.0);
      case SDA -> 1 - StrictMath.pow(1 - Math.min(1, number * sda(ageMonths)), months / 12.0);
    };
  }

  private static double sda(int ageMonths) {
    if (ageMonths <= 30) {
      return 0.0002 * ageMonths;
    }
    if (ageMonths <= 60) {
      return 0.006;
    }
    return ageMonths < 120 ? 0.006 - 0.000095 * (ageMonths - 60) : 0.0003;
  }

  private static long share(double part) {
    return Math.round(part * Fen.SHARE);
  }
}
