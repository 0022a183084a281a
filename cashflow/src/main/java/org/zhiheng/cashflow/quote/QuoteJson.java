package org.zhiheng.cashflow.quote;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import org.zhiheng.cashflow.deal.JsonText;

/// Quotes as JSON: amounts as decimal texts, ratios and prices for 100 as numbers, what cannot be
/// said as null. The format is described in `docs/formats/deal.md`.
public final class QuoteJson {

  private QuoteJson() {}

  /// The tranches by name, in the order of the deal.
  ///
  /// @param digits of the currency's minor unit
  public static String of(List<Quote> quotes, int digits) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < quotes.size(); i++) {
      Quote quote = quotes.get(i);
      out.append(i == 0 ? "\n " : ",\n ").append(JsonText.quoted(quote.tranche()));
      out.append(":{\"face\":").append(whole(quote.face(), digits));
      out.append(",\"cash\":").append(whole(quote.cash(), digits));
      quote.figures().ifPresent(figures -> figures(figures, digits, out));
      quote
          .reason()
          .ifPresent(reason -> out.append(",\"reason\":").append(JsonText.quoted(reason)));
      out.append('}');
    }
    return out.append('}').toString();
  }

  private static void figures(Quote.Figures figures, int digits, StringBuilder out) {
    out.append(",\"accrued\":").append(money(figures.accrued(), digits));
    out.append(",\"value\":").append(money(figures.value(), digits));
    out.append(",\"clean\":").append(number(figures.clean()));
    out.append(",\"dirty\":").append(number(figures.dirty()));
    out.append(",\"yield\":").append(number(figures.yield()));
    out.append(",\"lifeYears\":").append(number(figures.lifeYears()));
    out.append(",\"macaulay\":").append(number(figures.macaulay()));
    out.append(",\"modified\":").append(number(figures.modified()));
    out.append(",\"convexity\":").append(number(figures.convexity()));
    out.append(",\"basisPoint\":");
    out.append(
        figures.basisPoint().isEmpty()
            ? "null"
            : money(figures.basisPoint().getAsDouble(), digits));
    out.append(",\"zSpread\":").append(number(figures.zSpread()));
    out.append(",\"xirr\":").append(number(figures.xirr()));
    out.append(",\"irr\":").append(number(figures.irr()));
  }

  private static String whole(long minor, int digits) {
    return JsonText.quoted(BigDecimal.valueOf(minor, digits).toPlainString());
  }

  private static String money(double minor, int digits) {
    return JsonText.quoted(
        new BigDecimal(minor)
            .movePointLeft(digits)
            .setScale(digits, RoundingMode.HALF_UP)
            .toPlainString());
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty()
        ? "null"
        : new BigDecimal(value.getAsDouble(), new MathContext(12))
            .stripTrailingZeros()
            .toPlainString();
  }
}
