package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.StreamTerms;
import org.zhiheng.cashflow.deal.Timing;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.Rate;

/// Reads one asset of AbsBox: loans by [LoanImport]; instalments, rents and invoices here.
final class AssetImport {

  private final DealDates dates;

  AssetImport(DealDates dates) {
    this.dates = dates;
  }

  Asset asset(YamlPlace place, int number) {
    Tagged tagged = PoolImport.unwrapped(place);
    return switch (tagged.tag()) {
      case "Mortgage", "PersonalLoan", "AdjustRateMortgage" ->
          new LoanImport(dates).loan(tagged, number);
      case "Installment" -> stream(number, tagged, 4, instalments(tagged));
      case "RegularLease" -> stream(number, tagged, 4, rents(tagged, 0));
      case "StepUpLease" -> stream(number, tagged, 5, rents(tagged, 1));
      case "Invoice" -> stream(number, tagged, 2, invoice(tagged));
      case "ProjectedFlowFixed" -> {
        List<YamlPlace> items = tagged.items(1);
        yield items.isEmpty()
            ? nothing(number)
            : new PoolImport(dates).flows(items.getFirst(), number).orElse(nothing(number));
      }
      default -> {
        tagged.unknown("kind of asset");
        yield nothing(number);
      }
    };
  }

  /// `[origin, balance, terms left, status]`: equal parts of principal, each with its fee.
  private StreamTerms instalments(Tagged tagged) {
    NavigableMap<LocalDate, Long> principal = new TreeMap<>();
    NavigableMap<LocalDate, Long> interest = new TreeMap<>();
    List<YamlPlace> items = tagged.items(4);
    if (!items.isEmpty()) {
      YamlMap origin = items.get(0).names();
      long original = origin.find("originBalance").map(Json::amount).orElse(0L);
      int terms = origin.find("originTerm").map(at -> at.number(1, Asset.PAYMENTS_MAX)).orElse(1);
      int left = items.get(2).number(1, terms);
      int every = origin.find("period").map(Json::months).orElse(1);
      LocalDate start = Json.day(origin.find("startDate"), dates.cutoff());
      BigDecimal rate =
          origin
              .find("originRate")
              .map(at -> Json.tagged(at).items(2))
              .filter(one -> !one.isEmpty())
              .map(one -> Json.number(one.get(1)))
              .orElse(BigDecimal.ZERO);
      origin
          .find("prinType")
          .map(Json::tagged)
          .filter(type -> !type.tag().equals("F_P"))
          .ifPresent(type -> type.unknown("way to pay back"));
      long balance = Json.amount(items.get(1));
      long onSchedule = Math.max(1, original - original / terms * (terms - left));
      long fee = part(part(original, rate), BigDecimal.valueOf(balance), onSchedule);
      long each = part(original / terms, BigDecimal.valueOf(balance), onSchedule);
      long rest = balance;
      for (int k = terms - left + 1; k <= terms; k++) {
        LocalDate day = start.plusMonths((long) k * every);
        long paid = k == terms ? rest : Math.min(rest, each);
        principal.put(day, paid);
        interest.put(day, fee);
        rest -= paid;
      }
    }
    return new StreamTerms.Scheduled(principal, interest);
  }

  private static long part(long amount, BigDecimal part) {
    return BigDecimal.valueOf(amount).multiply(part).longValue();
  }

  private static long part(long amount, BigDecimal over, long under) {
    return BigDecimal.valueOf(amount)
        .multiply(over)
        .divideToIntegralValue(BigDecimal.valueOf(under))
        .longValue();
  }

  /// `[origin, (step,) balance, terms left, status]`
  private StreamTerms rents(Tagged tagged, int steps) {
    List<YamlPlace> items = tagged.items(4 + steps);
    if (items.isEmpty()) {
      return none();
    }
    YamlMap origin = items.get(0).names();
    int terms = origin.find("originTerm").map(at -> at.number(1, Asset.PAYMENTS_MAX)).orElse(1);
    int left = items.get(2 + steps).number(1, terms);
    LocalDate start = Json.day(origin.find("startDate"), dates.cutoff());
    Rate.PerYear step = new Rate.PerYear(0);
    if (steps > 0) {
      Tagged grows = Json.tagged(items.get(1));
      if (grows.tag().equals("FlatRate")
          && grows.contents().filter(at -> !at.isList()).isPresent()) {
        step = grows.contents().map(Json::rate).orElse(step);
      } else {
        grows.unknown("step of a rent");
      }
      if (left < terms) {
        grows.unknown("step of a rent that was paid before");
      }
    }
    Optional<YamlPlace> rental = origin.find("originRental");
    if (rental.isEmpty()) {
      tagged.unknown("rent");
      return none();
    }
    if (!rental.get().isMap()) {
      // older: by the day
      Timing due =
          origin.find("paymentDates").map(at -> Json.timing(at, start)).orElse(new Timing.AtEnd(1));
      return daily(Json.amount(rental.get()), due, start, terms - left, left, step);
    }
    Tagged by = Json.tagged(rental.get());
    List<YamlPlace> rent = by.items(2);
    if (rent.isEmpty()) {
      return none();
    }
    return switch (by.tag()) {
      case "ByDayRate" ->
          daily(
              Json.amount(rent.get(0)),
              Json.timing(rent.get(1), start),
              start,
              terms - left,
              left,
              step);
      case "ByPeriodRental" -> {
        int every = Json.months(rent.get(1));
        yield new StreamTerms.Fees(
            Json.amount(rent.get(0)),
            start.plusMonths((long) (terms - left + 1) * every),
            left,
            every,
            step);
      }
      default -> {
        by.unknown("rent");
        yield none();
      }
    };
  }

  private static StreamTerms daily(
      long perDay, Timing due, LocalDate start, int paid, int left, Rate.PerYear step) {
    LocalDate from = start;
    for (int i = 0; i < paid; i++) {
      from = due.next(from, start);
    }
    return new StreamTerms.DailyRent(perDay, from, due, left, step);
  }

  /// `[origin, status]`
  private StreamTerms invoice(Tagged tagged) {
    List<YamlPlace> items = tagged.items(2);
    if (items.isEmpty()) {
      return none();
    }
    YamlMap origin = items.get(0).names();
    long amount = origin.find("originBalance").map(Json::amount).orElse(0L);
    LocalDate start = Json.day(origin.find("startDate"), dates.cutoff());
    LocalDate due = Json.day(origin.find("dueDate"), dates.cutoff().plusDays(1));
    long advance = origin.find("originAdvance").map(Json::amount).orElse(amount);
    long fee =
        origin
            .find("feeType")
            .filter(at -> !at.isNothing())
            .map(at -> fee(Json.tagged(at), amount, advance, start, due))
            .orElse(0L);
    return new StreamTerms.Receivable(amount, due, Math.min(fee, amount));
  }

  private static long fee(
      Tagged tagged, long amount, long advance, LocalDate start, LocalDate due) {
    long days = ChronoUnit.DAYS.between(start, due);
    return switch (tagged.tag()) {
      case "FixedFee" -> tagged.contents().map(Json::amount).orElse(0L);
      case "FixedRateFee" -> tagged.contents().map(at -> part(amount, Json.number(at))).orElse(0L);
      case "AdvanceFee" ->
          tagged
              .contents()
              .map(at -> part(part(advance, Json.number(at)), BigDecimal.valueOf(days), 365))
              .orElse(0L);
      case "FactorFee" -> {
        List<YamlPlace> items = tagged.items(3);
        if (items.isEmpty()) {
          yield 0L;
        }
        long each = items.get(1).number(1, 3_660);
        boolean up = Json.tagged(items.get(2)).tag().equals("Up");
        long periods = up ? Math.ceilDiv(days, each) : days / each;
        yield part(amount, Json.number(items.get(0)).multiply(BigDecimal.valueOf(periods)));
      }
      case "CompoundFee" ->
          tagged.items(1).stream()
              .mapToLong(one -> fee(Json.tagged(one), amount, advance, start, due))
              .sum();
      default -> {
        tagged.unknown("fee of an invoice");
        yield 0L;
      }
    };
  }

  private Asset stream(int number, Tagged tagged, int least, StreamTerms terms) {
    List<YamlPlace> items = tagged.items(least);
    Tagged status = items.isEmpty() ? tagged : Json.tagged(items.getLast());
    boolean defaulted = status.tag().equals("Defaulted");
    if (!items.isEmpty() && !defaulted && !status.tag().equals("Current")) {
      status.unknown("status of an asset");
    }
    return new Asset.Stream(
        Integer.toString(number), Map.of(), defaulted, terms, Optional.empty(), dates.cutoff());
  }

  private static StreamTerms none() {
    return new StreamTerms.Listed(new TreeMap<>());
  }

  private Asset nothing(int number) {
    return new Asset.Stream(
        Integer.toString(number), Map.of(), true, none(), Optional.empty(), dates.cutoff());
  }
}
