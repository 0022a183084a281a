package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /// has no borrowers, and before the balance of an adjustable rate stand its terms.
  Asset loan(Tagged tagged, int number) {
    boolean adjusts = tagged.tag().equals("AdjustRateMortgage");
    List<YamlPlace> given = tagged.items(adjusts ? 7 : tagged.tag().equals("Mortgage") ? 6 : 5);
    if (given.isEmpty()) {
      return nothing(number);
    }
    YamlMap origin = given.get(0).names();
    List<YamlPlace> items = given.subList(adjusts ? 1 : 0, given.size());
    Tagged status = Json.tagged(items.getLast());
    if (!status.tag().equals("Current") && !status.tag().equals("Defaulted")) {
      status.unknown("status of an asset");
    }
    int every = origin.find("period").map(Json::months).orElse(1);
    int original = origin.find("originTerm").map(at -> at.number(1, Asset.PAYMENTS_MAX)).orElse(1);
    int term = items.get(3).number(1, original);
    LocalDate start = Json.day(origin.find("startDate"), dates.cutoff());
    int paid = original - term;
    LocalDate next = start.plusMonths((long) (paid + 1) * every);
    Coupon coupon = coupon(origin, Json.rate(items.get(2)), next);
    return new Asset.Loan(
        Integer.toString(number),
        Map.of(),
        status.tag().equals("Defaulted"),
        Json.amount(items.get(1)),
        next.isAfter(dates.cutoff()) ? Optional.empty() : Optional.of(next.minusDays(1)),
        adjusts ? adjusted(coupon, Json.tagged(given.get(1)), paid * every) : coupon,
        Optional.empty(),
        repay(origin, original),
        term,
        original,
        next,
        start.getDayOfMonth(),
        every,
        penalty(origin, original));
  }

  /// `[months until the first reset, most change then, most rise later, cap, floor]`
  private static Coupon adjusted(Coupon coupon, Tagged terms, int ageMonths) {
    List<YamlPlace> items = terms.items(5);
    if (items.isEmpty() || !(coupon instanceof Coupon.Floating floating)) {
      terms.unknown("adjustable rate");
      return coupon;
    }
    int initial = items.get(0).number(0, Asset.PAYMENTS_MAX);
    if (ageMonths < initial) {
      terms.unknown("first reset that is still to come");
    }
    return new Coupon.Floating(
        floating.index(),
        floating.spread(),
        floating.now(),
        floating.reset(),
        new Coupon.ResetTerms(
            held(items, 3).or(() -> floating.terms().cap()),
            held(items, 4).or(() -> floating.terms().floor()),
            ageMonths > initial ? held(items, 2) : held(items, 1),
            held(items, 2),
            Optional.empty()));
  }

  /// What early payment costs; parts that fall from payment to payment are listed.
  private static Asset.Penalty penalty(YamlMap origin, int payments) {
    Optional<YamlPlace> place = origin.find("prepaymentPenalty").filter(at -> !at.isNothing());
    if (place.isEmpty()) {
      return Asset.Penalty.NONE;
    }
    Tagged tagged = Json.tagged(place.get());
    List<YamlPlace> items = tagged.items(1);
    List<Asset.PenaltyStep> steps = new ArrayList<>();
    int ever = Integer.MAX_VALUE;
    boolean whole = !items.isEmpty();
    switch (tagged.tag()) {
      case "ByTerm" -> {
        whole = items.size() > 2;
        if (whole) {
          int until = items.get(0).number(1, Asset.PAYMENTS_MAX);
          steps.add(new Asset.PenaltyStep(until, Json.rate(items.get(1))));
          steps.add(new Asset.PenaltyStep(ever, Json.rate(items.get(2))));
        }
      }
      case "FixPct" -> {
        boolean ends = items.size() > 1 && !items.get(1).isNothing();
        steps.add(
            new Asset.PenaltyStep(
                ends ? items.get(1).number(1, Asset.PAYMENTS_MAX) : ever, Json.rate(items.get(0))));
      }
      case "FixAmount" -> {
        if (items.size() > 1 && !items.get(1).isNothing()) {
          tagged.unknown("amount that is owed for some terms alone");
        }
        return new Asset.Penalty(List.of(), Json.amount(items.get(0)));
      }
      case "Sliding" -> {
        whole = items.size() > 1;
        long left = whole ? Json.rate(items.get(0)).billionths() : 0;
        for (int k = 1; k <= payments && left > 0; k++) {
          steps.add(new Asset.PenaltyStep(k, new Rate.PerYear(left)));
          left -= Json.rate(items.get(1)).billionths();
        }
      }
      case "StepDown" -> {
        for (YamlPlace item : items) {
          List<YamlPlace> pair = item.list();
          if (pair.size() == 2) {
            steps.add(
                new Asset.PenaltyStep(
                    pair.get(0).number(1, Asset.PAYMENTS_MAX), Json.rate(pair.get(1))));
          }
        }
      }
      default -> whole = false;
    }
    if (!whole) {
      tagged.unknown("price of early payment");
    }
    return new Asset.Penalty(steps, 0);
  }

  private static Coupon coupon(YamlMap origin, Rate.PerYear now, LocalDate anchor) {
    Optional<YamlPlace> rate = origin.find("originRate");
    if (rate.isEmpty()) {
      return new Coupon.Fixed(now, new TreeMap<>());
    }
    Tagged tagged = Json.tagged(rate.get());
    if (tagged.tag().equals("Floater")) {
      List<YamlPlace> given = tagged.items(4);
      // older: without the day count in the first place
      List<YamlPlace> items = new ArrayList<>(given);
      if (!given.isEmpty() && !given.getFirst().text().startsWith("DC_")) {
        items.addFirst(given.getFirst());
      }
      if (items.size() > 4) {
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
            Json.timing(items.get(4), anchor),
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

  private static Asset.Repay repay(YamlMap origin, int original) {
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
              tagged
                  .contents()
                  .map(at -> at.number(original, Asset.PAYMENTS_MAX))
                  .orElse(original));
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
        Optional.empty(),
        Coupon.NONE,
        Optional.empty(),
        new Asset.Repay.Bullet(),
        1,
        1,
        dates.cutoff().plusMonths(1),
        1,
        1,
        Asset.Penalty.NONE);
  }
}
