package org.zhiheng.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// An amount of money: whole minor units of a currency (cents, fen), negative ones too.
///
/// Sums are exact; an amount that does not fit a `long` is an [ArithmeticException]. Whatever
/// rounds is told how.
///
/// @param minor minor units
/// @param currency with a minor unit (not gold, not test currencies)
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /// Most digits before the point that [#parse] reads: far above any sum on earth, below a `long`.
  public static final int DIGITS_MAX = 15;

  /// @throws IllegalArgumentException when the currency has no minor unit
  public Money {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException("currency must have a minor unit: " + currency);
    }
  }

  /// Nothing, in this currency.
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /// Reads `1234.50`, `-3`, `1,234.5` in this currency; more places than it has are refused.
  public static Parsed<Money> parse(Currency currency, String text) {
    String number = text.strip();
    int places = currency.getDefaultFractionDigits();
    boolean grouped = number.matches("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    String plain = grouped ? number.replace(",", "") : number;
    if (!plain.matches("-?[0-9]{1," + DIGITS_MAX + "}(\\.[0-9]{1," + Math.max(1, places) + "})?")
        || (places == 0 && plain.contains("."))) {
      return Parsed.refused(
          "money",
          text,
          "An amount in "
              + currency.getCurrencyCode()
              + " is a decimal number with at most "
              + places
              + " places, such as 1234"
              + (places == 0 ? "." : "." + "5".repeat(places) + "."));
    }
    long minor =
        new BigDecimal(plain)
            .setScale(places, RoundingMode.UNNECESSARY)
            .unscaledValue()
            .longValueExact();
    return Parsed.ok(new Money(minor, currency));
  }

  /// Reads `CNY 1234.50`, as [#toString] prints it.
  public static Parsed<Money> parse(String text) {
    String stripped = text.strip();
    Optional<Currency> currency =
        stripped.length() < 4 ? Optional.empty() : currency(stripped.substring(0, 3));
    return currency
        .map(known -> parse(known, stripped.substring(3)))
        .orElseGet(() ->
            Parsed.refused(
                "currency",
                text,
                "An amount begins with an ISO 4217 currency, such as CNY 1234.50."));
  }

  /// The sum.
  ///
  /// @throws IllegalArgumentException when the currencies differ
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  /// The difference.
  ///
  /// @throws IllegalArgumentException when the currencies differ
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  /// The same amount the other way.
  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /// This many times the amount.
  public Money times(long count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  /// The amount times a fraction, rounded to a minor unit once, at the end.
  ///
  /// @throws IllegalArgumentException when the denominator is 0
  public Money times(long numerator, long denominator, RoundingMode rounding) {
    return times(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), rounding);
  }

  /// What the rate gives on this amount in that time, rounded once, at the end.
  public Money times(Rate.PerYear rate, YearFraction time, RoundingMode rounding) {
    return times(
        BigInteger.valueOf(rate.billionths()).multiply(BigInteger.valueOf(time.numerator())),
        BigInteger.TEN.pow(Rate.SCALE).multiply(BigInteger.valueOf(time.denominator())),
        rounding);
  }

  /// What the rate gives on this amount in so many days, rounded once, at the end.
  public Money times(Rate.PerDay rate, long days, RoundingMode rounding) {
    return times(
        BigInteger.valueOf(rate.billionths()).multiply(BigInteger.valueOf(days)),
        BigInteger.TEN.pow(Rate.SCALE),
        rounding);
  }

  /// The amount in parts that are to each other as the weights; their sum is the amount.
  ///
  /// Each part is first cut to a whole minor unit towards zero; the units left over go one each to
  /// the parts that lost most by the cut, among equals to the earlier (largest remainder).
  ///
  /// @throws IllegalArgumentException when a weight is negative or all are 0
  public List<Money> split(List<Long> weights) {
    BigInteger sum = BigInteger.ZERO;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("weights must not be negative: " + weight);
      }
      sum = sum.add(BigInteger.valueOf(weight));
    }
    if (sum.signum() == 0) {
      throw new IllegalArgumentException("weights must not all be 0: " + weights);
    }
    long sign = Long.signum(minor);
    BigInteger whole = BigInteger.valueOf(minor).abs();
    List<BigInteger> lost = new ArrayList<>();
    long[] parts = new long[weights.size()];
    BigInteger left = whole;
    for (int i = 0; i < parts.length; i++) {
      BigInteger[] cut = whole.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(sum);
      parts[i] = sign * cut[0].longValueExact();
      left = left.subtract(cut[0]);
      lost.add(cut[1]);
    }
    // the sort is stable: among equal losses the earlier part stays in front
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparing(lost::get, Comparator.reverseOrder()))
        .limit(left.longValueExact())
        .forEach(part -> parts[part] += sign);
    List<Money> split = new ArrayList<>();
    for (long part : parts) {
      split.add(new Money(part, currency));
    }
    return List.copyOf(split);
  }

  /// `1234.50`: the amount alone, with all places of its currency.
  public String decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  /// @throws IllegalArgumentException when the currencies differ
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  /// `CNY 1234.50`.
  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + decimal();
  }

  private Money times(BigInteger numerator, BigInteger denominator, RoundingMode rounding) {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("denominator must not be 0: " + numerator + " / 0");
    }
    BigDecimal product = new BigDecimal(BigInteger.valueOf(minor).multiply(numerator));
    BigDecimal quotient = product.divide(new BigDecimal(denominator), 0, rounding);
    return new Money(quotient.longValueExact(), currency);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("currencies must be the same: " + this + ", " + other);
    }
    return other;
  }

  private static Optional<Currency> currency(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(upper))
        .filter(known -> known.getDefaultFractionDigits() >= 0)
        .findAny();
  }
}
