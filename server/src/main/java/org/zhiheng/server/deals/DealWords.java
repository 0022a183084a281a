package org.zhiheng.server.deals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.OptionalDouble;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Money;

/// Amounts, rates and times of deals as they are shown.
///
/// @param currency of the deal
record DealWords(Words words, Currency currency) {

  private static final String NONE = "–";

  /// ¥ 21,000,000.00
  String amount(long minor) {
    String shown =
        words.money(
            currency.getCurrencyCode() + " " + new Money(Math.abs(minor), currency).decimal());
    return minor < 0 ? "−" + shown : shown;
  }

  /// 21,000,000.00, where the currency stands elsewhere.
  String bare(long minor) {
    String shown = amount(minor);
    return shown.replaceFirst("^(−?)[^0-9]*", "$1");
  }

  /// 2.15 %
  String rate(OptionalDouble share) {
    return share.isEmpty() ? NONE : percent(share.getAsDouble(), 2);
  }

  String years(OptionalDouble years) {
    return years.isEmpty() ? NONE : words.say("workbench.years", places(years.getAsDouble(), 2));
  }

  /// A share as per cent; what is above nothing and rounds to it reads so.
  static String percent(double share, int places) {
    double least = Math.pow(10, -places);
    double hundred = share * 100;
    return hundred > 0 && hundred < least / 2
        ? "< " + places(least, places) + " %"
        : places(hundred, places) + " %";
  }

  static String places(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  /// A coupon in few words.
  String coupon(Coupon coupon) {
    return switch (coupon) {
      case Coupon.Fixed fixed -> {
        String text = fixed.rate().percent().replace("%", " %");
        yield coupon.equals(Coupon.NONE) ? NONE : text + (fixed.steps().isEmpty() ? "" : " ↗");
      }
      case Coupon.Floating floating ->
          floating.index() + " + " + floating.spread().percent().replace("%", " %");
    };
  }

  /// What amounts of charts are counted in: ten thousand where Chinese is read, else a thousand.
  double chartUnit() {
    return Math.pow(10, currency.getDefaultFractionDigits())
        * (switch (words.language()) {
          case CHINESE -> 10_000;
          case ENGLISH -> 1_000;
        });
  }

  /// Its name.
  String chartUnitName() {
    return words.say("workbench.unit", currency.getCurrencyCode());
  }
}
