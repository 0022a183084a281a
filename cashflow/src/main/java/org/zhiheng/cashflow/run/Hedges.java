package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Hedge;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.values.YearFraction;

/// The hedges of a deal by payment date: of what, and which part of it is owed to whom.
final class Hedges {

  /// By hedge: the notional's program, or -1 where amounts are listed; those by payment date.
  final int[] program;

  final long[][] listed;

  /// By hedge, then payment date: the fraction of the notional that the deal receives; below 0 that
  /// it owes.
  final long[][] over;

  final long[][] under;

  Hedges(PlanBuilder plan) {
    Deal deal = plan.deal;
    int count = deal.hedges().size();
    int pays = plan.payDay.length;
    program = new int[count];
    listed = new long[count][pays];
    over = new long[count][pays];
    under = new long[count][pays];
    Curve curve = new Curve(plan.assumptions.rates());
    for (int h = 0; h < count; h++) {
      Hedge hedge = deal.hedges().get(h);
      program[h] =
          switch (hedge.notional()) {
            case Hedge.Notional.Reckoned reckoned -> plan.add(plan.maker.amount(reckoned.amount()));
            case Hedge.Notional.Listed _ -> -1;
          };
      LocalDate from = deal.dates().closing();
      for (int p = 0; p < pays; p++) {
        LocalDate to = LocalDate.ofEpochDay(plan.payDay[p]);
        if (hedge.notional() instanceof Hedge.Notional.Listed amounts) {
          Map.Entry<LocalDate, Long> amount = amounts.amounts().floorEntry(from);
          listed[h][p] = amount == null ? 0 : amount.getValue();
        }
        fraction(hedge, h, p, from, to, curve, deal.dates().closing());
        from = to;
      }
    }
  }

  private void fraction(
      Hedge hedge, int h, int p, LocalDate from, LocalDate to, Curve curve, LocalDate closing) {
    LocalDate end = hedge.until().filter(until -> until.isBefore(to)).orElse(to);
    long[] sum = {0, 1};
    LocalDate at = from;
    while (at.isBefore(end)) {
      LocalDate next = end;
      for (Coupon leg : legs(hedge)) {
        LocalDate change = Curve.change(leg, at, closing);
        next = change.isBefore(next) ? change : next;
      }
      YearFraction years = hedge.dayCount().yearFraction(at, next);
      long rate = rate(hedge, at, curve, closing);
      sum =
          PlanBuilder.sum(
              sum,
              new long[] {
                Math.multiplyExact(rate, years.numerator()),
                Math.multiplyExact(Fen.BILLION, years.denominator())
              });
      at = next;
    }
    over[h][p] = sum[0];
    under[h][p] = sum[1];
  }

  private static List<Coupon> legs(Hedge hedge) {
    return switch (hedge.kind()) {
      case Hedge.Kind.Swap swap -> List.of(swap.pays(), swap.receives());
      case Hedge.Kind.Cap cap -> List.of(cap.index());
      case Hedge.Kind.Floor floor -> List.of(floor.index());
    };
  }

  /// What the deal receives for a year, in billionths.
  private static long rate(Hedge hedge, LocalDate at, Curve curve, LocalDate closing) {
    return switch (hedge.kind()) {
      case Hedge.Kind.Swap swap ->
          curve.ofTranche(swap.receives(), at, closing) - curve.ofTranche(swap.pays(), at, closing);
      case Hedge.Kind.Cap cap ->
          Math.max(0, curve.ofTranche(cap.index(), at, closing) - cap.strike().billionths());
      case Hedge.Kind.Floor floor ->
          Math.max(0, floor.strike().billionths() - curve.ofTranche(floor.index(), at, closing));
    };
  }
}
