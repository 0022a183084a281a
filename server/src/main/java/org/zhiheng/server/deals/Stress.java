package org.zhiheng.server.deals;

import java.util.List;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.values.Rate;

/// How much worse it is supposed to come than was assumed, in per cent.
///
/// @param defaults every risk's rate times this, 100 is as assumed
/// @param recovery every recovery times this, at most all; 100 is as assumed
/// @param prepay so much more of the balance a year is paid early; 0 is as assumed
record Stress(int defaults, int recovery, int prepay) {

  static final int DEFAULTS_MAX = 800;
  static final int RECOVERY_MAX = 150;
  static final int PREPAY_MAX = 40;

  /// As assumed.
  static final Stress NONE = new Stress(100, 100, 0);

  private static final long HUNDRED = 100;
  private static final long WHOLE = 1_000_000_000L;
  private static final long PERCENT = WHOLE / 100;

  /// Whether anything is other than assumed.
  boolean any() {
    return !equals(NONE);
  }

  /// What is then supposed.
  Assumptions of(Assumptions assumed) {
    return any() ? assumed.with(this::of) : assumed;
  }

  /// Whether the assumptions name a risk that could be multiplied.
  static boolean hasRisks(Assumptions assumed) {
    return !assumed.pool().risks().isEmpty()
        || assumed.assets().values().stream().anyMatch(one -> !one.risks().isEmpty());
  }

  /// Whether more prepayment can be added to all rates that are assumed: those of a standard's
  /// multiples or of a month are left as they are.
  static boolean addsPrepay(Assumptions assumed) {
    return adds(assumed.pool().prepay())
        && assumed.assets().values().stream().allMatch(one -> adds(one.prepay()));
  }

  private Behaviour of(Behaviour behaviour) {
    List<Risk> risks =
        behaviour.risks().stream()
            .map(risk -> {
              Risk more = risk.times(defaults, HUNDRED);
              long back = risk.recovery().billionths() * recovery / HUNDRED;
              return new Risk(
                  more.name(),
                  more.rate(),
                  new Rate.PerYear(Math.min(WHOLE, back)),
                  more.lagMonths());
            })
            .toList();
    return new Behaviour(risks, more(behaviour.prepay()), behaviour.delinquency());
  }

  private RateVector more(RateVector assumed) {
    if (prepay == 0 || !adds(assumed)) {
      return assumed;
    }
    List<Rate.PerYear> rates =
        assumed.values().isEmpty() ? List.of(new Rate.PerYear(0)) : assumed.values();
    return new RateVector(
        assumed.kind(),
        rates.stream()
            .map(rate -> new Rate.PerYear(Math.min(WHOLE, rate.billionths() + prepay * PERCENT)))
            .toList());
  }

  private static boolean adds(RateVector assumed) {
    return switch (assumed.kind()) {
      case ANNUAL, ANNUAL_BY_MONTHS -> true;
      case MONTHLY, PSA, SDA -> false;
    };
  }
}
