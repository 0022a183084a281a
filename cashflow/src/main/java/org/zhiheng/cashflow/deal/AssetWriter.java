package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.zhiheng.cashflow.deal.Tree.Fields;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Money;

/// Writes assets and coupons.
final class AssetWriter {

  private final Currency currency;

  AssetWriter(Currency currency) {
    this.currency = currency;
  }

  Tree tree(Asset asset) {
    Fields out = new Fields().put("id", asset.id());
    if (asset.defaulted()) {
      out.put("status", "defaulted");
    }
    switch (asset) {
      case Asset.Loan loan -> loan(loan, out);
      case Asset.Stream stream -> {
        stream(stream.terms(), out);
        out.put("yield", DealWriter.percent(stream.yield()));
      }
    }
    if (!asset.facts().isEmpty()) {
      Fields facts = new Fields();
      asset.facts().forEach(facts::put);
      out.put("facts", facts);
    }
    return out;
  }

  private void loan(Asset.Loan loan, Fields out) {
    switch (loan.repay()) {
      case Asset.Repay.Level level -> {
        out.put("kind", level.amortiseOver() == 0 ? "level" : "balloon");
        if (level.amortiseOver() != 0) {
          out.put("amortise-over", Integer.toString(level.amortiseOver()));
        }
      }
      case Asset.Repay.Even _ -> out.put("kind", "even");
      case Asset.Repay.Bullet _ -> out.put("kind", "bullet");
      case Asset.Repay.Parts parts ->
          out.put("kind", "parts").put("parts", Tree.items(parts.amounts(), this::amount));
    }
    out.put("balance", money(loan.outstanding()));
    coupon(loan.coupon(), out);
    out.put("daycount", loan.dayCount().map(DayCount::code));
    out.put("term", Integer.toString(loan.term()))
        .put("original-term", Integer.toString(loan.originalTerm()))
        .put("as-of", loan.asOf().map(LocalDate::toString))
        .put("next", loan.next().toString())
        .put("every", Integer.toString(loan.everyMonths()));
    if (loan.payDay() != loan.next().getDayOfMonth()) {
      out.put("pay-day", Integer.toString(loan.payDay()));
    }
    if (loan.penalties().fixed() != 0) {
      out.put("penalty", money(loan.penalties().fixed()));
    } else if (!loan.penalties().steps().isEmpty()) {
      out.put(
          "penalty",
          Tree.items(
              loan.penalties().steps(),
              step -> {
                Fields fields = new Fields().put("part", step.part().percent());
                return step.until() == Integer.MAX_VALUE
                    ? fields
                    : fields.put("until", Integer.toString(step.until()));
              }));
    }
  }

  private void stream(StreamTerms terms, Fields out) {
    switch (terms) {
      case StreamTerms.Listed listed ->
          out.put("kind", "listed").put("amounts", amounts(listed.amounts()));
      case StreamTerms.Fees fees ->
          out.put("kind", "licence")
              .put("amount", money(fees.amount()))
              .put("first", fees.first().toString())
              .put("count", Integer.toString(fees.count()))
              .put("every", Integer.toString(fees.everyMonths()))
              .put("step-each", fees.step().percent());
      case StreamTerms.DailyRent rent ->
          out.put("kind", "lease")
              .put("per-day", money(rent.perDay()))
              .put("from", rent.from().toString())
              .put("paid", DealWriter.timing(rent.due()))
              .put("count", Integer.toString(rent.count()))
              .put("step-each", rent.step().percent());
      case StreamTerms.Royalty royalty ->
          out.put("kind", "royalty")
              .put("sales", amounts(royalty.sales()))
              .put("rate", royalty.rate().percent())
              .put("least", money(royalty.least()));
      case StreamTerms.Scheduled scheduled ->
          out.put("kind", "scheduled")
              .put("principal", amounts(scheduled.principal()))
              .put("interest", amounts(scheduled.interest()));
      case StreamTerms.Receivable receivable ->
          out.put("kind", "receivable")
              .put("amount", money(receivable.amount()))
              .put("due", receivable.due().toString())
              .put("fee", money(receivable.fee()));
    }
  }

  /// A coupon as a map of its own.
  static Fields coupon(Coupon coupon) {
    Fields out = new Fields();
    coupon(coupon, out);
    return out;
  }

  private static void coupon(Coupon coupon, Fields out) {
    switch (coupon) {
      case Coupon.Fixed fixed -> {
        out.put("rate", fixed.rate().percent());
        if (!fixed.steps().isEmpty()) {
          Fields steps = new Fields();
          fixed.steps().forEach((day, step) -> steps.put(day.toString(), step.percent()));
          out.put("step-up", steps);
        }
      }
      case Coupon.Floating floating ->
          out.put("index", floating.index())
              .put("spread", floating.spread().percent())
              .put("now", floating.now().percent())
              .put("reset", DealWriter.timing(floating.reset()))
              .put("cap", DealWriter.percent(floating.terms().cap()))
              .put("floor", DealWriter.percent(floating.terms().floor()))
              .put("first-step", DealWriter.percent(floating.terms().firstStep()))
              .put("step", DealWriter.percent(floating.terms().step()))
              .put("round-down", DealWriter.percent(floating.terms().roundDown()));
    }
  }

  private Fields amounts(Map<LocalDate, Long> amounts) {
    Fields fields = new Fields();
    amounts.forEach((day, amount) -> fields.put(day.toString(), money(amount)));
    return fields;
  }

  private Tree amount(long minor) {
    return new Tree.Text(money(minor));
  }

  private String money(long minor) {
    return new Money(minor, currency).decimal();
  }
}
