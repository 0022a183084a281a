package org.zhiheng.jobs.finance.deal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One condition that a deal names under `eligible`; lines joined by `and` are several.
sealed interface PoolRule {

  Pattern SHARE =
      Pattern.compile("(?:largest-)?([\\p{L}_][\\p{L}\\p{N}_-]*) <= (\\d{1,3}(?:\\.\\d{1,4})?)%");
  Pattern TOP =
      Pattern.compile(
          "top-(\\d{1,3})-([\\p{L}_][\\p{L}\\p{N}_-]*?)s? <= (\\d{1,3}(?:\\.\\d{1,4})?)%");
  Pattern EXPIRY =
      Pattern.compile(
          "patent-expiry >=? last-payment(?: \\+ (\\d{1,3}) (month|months|year|years))?");
  Pattern COMPARED =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_-]*) (<=|>=|<|>) (-?\\d{1,15}(?:\\.\\d{1,6})?)(%?)");
  Pattern SAYS = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_-]*) = (.+)");

  /// As the deal writes it.
  String text();

  /// Something that the register tells of a right.
  ///
  /// @param wanted whether it has to be so, or not
  record Standing(String text, What what, boolean wanted) implements PoolRule {
    enum What {
      GRANTED,
      ANNUITY_PAID,
      PLEDGED_ELSEWHERE,
      INVALIDATION_PENDING,
      PLEDGE_REGISTERED
    }
  }

  /// The owner is a party of the deal, or has this name.
  record Owner(String text, String who) implements PoolRule {}

  /// The patent outlives the asset's last payment by so many months.
  record Outlives(String text, int months) implements PoolRule {}

  /// The largest part of the pool that assets with one value of a fact have; several where `top` is
  /// more than 1.
  record Share(String text, String fact, int top, BigDecimal percent) implements PoolRule {}

  /// The asset's balance over a fact of it, an amount.
  record LoanToValue(String text, BigDecimal percent) implements PoolRule {}

  /// A fact of the asset, as a number.
  record Compared(String text, String fact, String sign, BigDecimal number) implements PoolRule {}

  /// A fact of the asset, in words.
  record Says(String text, String fact, String value) implements PoolRule {}

  /// Words that no machine reads.
  record Words(String text) implements PoolRule {}

  /// Reads a line of the deal.
  static List<PoolRule> of(String line) {
    List<PoolRule> rules = new ArrayList<>();
    for (String part : line.strip().replaceAll("\\s+", " ").split(" and ", -1)) {
      rules.add(one(part.strip()));
    }
    return rules;
  }

  private static PoolRule one(String text) {
    boolean not = text.startsWith("not ");
    String word = not ? text.substring("not ".length()) : text;
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "status = granted" -> new Standing(text, Standing.What.GRANTED, !not);
      case "annuity-paid" -> new Standing(text, Standing.What.ANNUITY_PAID, !not);
      case "pledged-elsewhere" -> new Standing(text, Standing.What.PLEDGED_ELSEWHERE, !not);
      case "invalidation-pending" -> new Standing(text, Standing.What.INVALIDATION_PENDING, !not);
      case "pledge-registered" -> new Standing(text, Standing.What.PLEDGE_REGISTERED, !not);
      default -> not ? new Words(text) : compared(text);
    };
  }

  private static PoolRule compared(String text) {
    Matcher expiry = EXPIRY.matcher(text);
    if (expiry.matches()) {
      int number = expiry.group(1) == null ? 0 : Integer.parseInt(expiry.group(1));
      boolean years = expiry.group(2) != null && expiry.group(2).startsWith("year");
      return new Outlives(text, years ? number * 12 : number);
    }
    Matcher top = TOP.matcher(text);
    if (top.matches() && Integer.parseInt(top.group(1)) > 0) {
      return new Share(
          text, top.group(2), Integer.parseInt(top.group(1)), new BigDecimal(top.group(3)));
    }
    Matcher share = SHARE.matcher(text);
    if (share.matches()) {
      BigDecimal percent = new BigDecimal(share.group(2));
      return share.group(1).equals("loan-to-value")
          ? new LoanToValue(text, percent)
          : new Share(text, share.group(1), 1, percent);
    }
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches() && compared.group(4).isEmpty()) {
      return new Compared(
          text, compared.group(1), compared.group(2), new BigDecimal(compared.group(3)));
    }
    Matcher says = SAYS.matcher(text);
    if (says.matches()) {
      return says.group(1).equals("owner")
          ? new Owner(text, says.group(2).strip())
          : new Says(text, says.group(1), says.group(2).strip());
    }
    return new Words(text);
  }
}
