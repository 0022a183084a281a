package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.Rate;

/// Reads mortgages and loans of AbsBox.
final class LoanImport {

  private final DealDates dates;

  LoanImport(DealDates dates) {
    this.dates = dates;
  }

  /// `{"tag": "Mortgage", "contents": [origin, balance, rate, term, borrowers, status]}`; a loan
  /// has no borrowers.
  Asset asset(YamlPlace place, int number) {
    Tagged tagged = Json.tagged(place);
    boolean mortgage = tagged.tag().equals("Mortgage");
    if (!mortgage && !tagged.tag().equals("PersonalLoan")) {
      tagged.unknown("kind of asset");
      return nothing(number);
    }
    List<YamlPlace> items = tagged.items(mortgage ? 6 : 5);
    if (items.isEmpty()) {
      return nothing(number);
    }
    YamlMap origin = items.get(0).names();
    Json.refuseIfThere(origin, Set.of("prepaymentPenalty"));
    Tagged status = Json.tagged(items.getLast());
    if (!status.tag().equals("Current") && !status.tag().equals("Defaulted")) {
      status.unknown("status of an asset");
    }
    int every = origin.find("period").map(Json::months).orElse(1);
    int original = origin.find("originTerm").map(at -> at.number(1, Asset.PAYMENTS_MAX)).orElse(1);
    int term = items.get(3).number(1, original);
    LocalDate start = Json.day(origin.find("startDate"), dates.cutoff());
    LocalDate next = start.plusMonths((long) (original - term + 1) * every);
    if (!next.isAfter(dates.cutoff())) {
      items
          .get(3)
          .refuse(
              "absbox",
              next.toString(),
              "The next payment is after the cut-off, " + dates.cutoff() + ".");
      next = dates.cutoff().plusMonths(every);
    }
    return new Asset.Loan(
        Integer.toString(number),
        Map.of(),
        status.tag().equals("Defaulted"),
        Json.amount(items.get(1)),
        coupon(origin, Json.rate(items.get(2))),
        Optional.empty(),
        repay(origin),
        term,
        original,
        next,
        every,
        Asset.Penalty.NONE);
  }

  private static Coupon coupon(YamlMap origin, Rate.PerYear now) {
    Optional<YamlPlace> rate = origin.find("originRate");
    if (rate.isEmpty()) {
      return new Coupon.Fixed(now, new TreeMap<>());
    }
    Tagged tagged = Json.tagged(rate.get());
    if (tagged.tag().equals("Floater")) {
      List<YamlPlace> items = tagged.items(5);
      if (!items.isEmpty()) {
        // day count, index, spread, rate at origin, resets, floor, cap, rounding
        items.stream()
            .skip(7)
            .filter(at -> !at.isNothing())
            .forEach(
                at -> at.refuse("absbox-unsupported", "rounding", "This has no counterpart here."));
        return new Coupon.Floating(
            items.get(1).text(),
            Json.rate(items.get(2)),
            now,
            Json.timing(items.get(4)),
            new Coupon.ResetTerms(
                held(items, 6),
                held(items, 5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    } else if (!tagged.tag().equals("Fix")) {
      tagged.unknown("kind of rate");
    }
    return new Coupon.Fixed(now, new TreeMap<>());
  }

  private static Optional<Rate.PerYear> held(List<YamlPlace> items, int at) {
    return items.size() > at && !items.get(at).isNothing()
        ? Optional.of(Json.rate(items.get(at)))
        : Optional.empty();
  }

  private static Asset.Repay repay(YamlMap origin) {
    Optional<YamlPlace> type = origin.find("prinType");
    if (type.isEmpty()) {
      return new Asset.Repay.Level(0);
    }
    Tagged tagged = Json.tagged(type.get());
    return switch (tagged.tag()) {
      case "Level" -> new Asset.Repay.Level(0);
      case "Even" -> new Asset.Repay.Even();
      case "I_P" -> new Asset.Repay.Bullet();
      case "Balloon" ->
          new Asset.Repay.Level(
              tagged.contents().map(at -> at.number(1, Asset.PAYMENTS_MAX)).orElse(1));
      default -> {
        tagged.unknown("way to pay back");
        yield new Asset.Repay.Level(0);
      }
    };
  }

  private Asset nothing(int number) {
    return new Asset.Loan(
        Integer.toString(number),
        Map.of(),
        true,
        0,
        Coupon.NONE,
        Optional.empty(),
        new Asset.Repay.Bullet(),
        1,
        1,
        dates.cutoff().plusMonths(1),
        1,
        Asset.Penalty.NONE);
  }
}
