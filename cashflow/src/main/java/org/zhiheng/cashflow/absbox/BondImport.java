package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.Timing;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// Reads the bonds of AbsBox. Interest that was not paid bears interest, as it does there.
final class BondImport {

  private static final Coupon.ResetTerms FREE = Coupon.ResetTerms.FREE;

  private final GivenNames names;
  private final DealDates dates;

  BondImport(GivenNames names, DealDates dates) {
    this.names = names;
    this.dates = dates;
  }

  List<Tranche> all(YamlMap deal) {
    List<Tranche> tranches = new ArrayList<>();
    GivenNames.bonds(deal)
        .forEach((given, place) -> {
          if (Json.isGroup(place)) {
            Json.members(place)
                .entries()
                .forEach((member, bond) -> tranches.add(tranche(member, bond.names())));
          } else {
            tranches.add(tranche(given, place.names()));
          }
        });
    return tranches;
  }

  private Tranche tranche(String given, YamlMap bond) {
    bond.find("tag")
        .filter(tag -> !tag.text().equals("Bond"))
        .ifPresent(tag ->
            tag.refuse("absbox-unsupported", tag.text(), "This bond has no counterpart here."));
    Json.refuseUnlessNothing(bond, List.of("bndDueInt", "bndDueIntOverInt", "bndDuePrin"));
    Rate.PerYear now = bond.find("bndRate").map(Json::rate).orElse(new Rate.PerYear(0));
    Interest interest =
        bond.find("bndInterestInfo")
            .map(at -> interest(Json.tagged(at), now, Optional.empty(), Optional.empty()))
            .orElse(new Interest(new Coupon.Fixed(now, new TreeMap<>()), DayCount.ACT_365F));
    Coupon coupon =
        bond.find("bndStepUp")
            .filter(at -> !at.isNothing())
            .map(at -> stepped(interest.coupon(), Json.tagged(at)))
            .orElse(interest.coupon());
    Map<String, String> notes = new LinkedHashMap<>();
    Tranche.Repayment repayment = new Tranche.Repayment.AsSent(Optional.empty());
    Optional<YamlPlace> type = bond.find("bndType");
    if (type.isPresent()) {
      Tagged tagged = Json.tagged(type.get());
      if (tagged.tag().equals("Equity")) {
        notes.put("residual", "true");
      } else {
        repayment = repayment(tagged);
      }
    }
    Optional<LocalDate> maturity =
        bond.find("bndOriginInfo")
            .flatMap(at -> at.names().find("maturityDate"))
            .filter(at -> !at.isNothing())
            .map(YamlPlace::date)
            .filter(day -> day.isAfter(dates.closing()));
    return new Tranche(
        names.known(Kind.TRANCHE, given),
        bond.find("bndBalance").map(Json::amount).orElse(0L),
        coupon,
        interest.dayCount(),
        Tranche.OnUnpaid.COUPON,
        repayment,
        maturity,
        notes);
  }

  private Tranche.Repayment repayment(Tagged tagged) {
    Tranche.Repayment.AsSent sequential = new Tranche.Repayment.AsSent(Optional.empty());
    return switch (tagged.tag()) {
      case "Sequential" -> sequential;
      case "Lockout" -> new Tranche.Repayment.AsSent(tagged.contents().map(YamlPlace::date));
      case "PAC" ->
          new Tranche.Repayment.Planned(
              tagged.contents().map(BondImport::balances).orElse(new TreeMap<>()), List.of());
      case "PacAnchor", "PAC_Anchor" -> {
        List<YamlPlace> items = tagged.items(2);
        yield items.isEmpty()
            ? sequential
            : new Tranche.Repayment.Planned(
                balances(items.get(0)), names.several(Kind.TRANCHE, items.get(1)));
      }
      default -> {
        tagged.unknown("kind of tranche");
        yield sequential;
      }
    };
  }

  private record Interest(Coupon coupon, DayCount dayCount) {}

  private Interest interest(
      Tagged tagged, Rate.PerYear now, Optional<Rate.PerYear> cap, Optional<Rate.PerYear> floor) {
    Interest fixed = new Interest(new Coupon.Fixed(now, new TreeMap<>()), DayCount.ACT_365F);
    return switch (tagged.tag()) {
      case "Fix" -> {
        List<YamlPlace> items =
            tagged.contents().filter(YamlPlace::isList).map(YamlPlace::list).orElse(List.of());
        yield items.size() < 2 ? fixed : new Interest(fixed.coupon(), Json.dayCount(items.get(1)));
      }
      case "Floater" -> {
        List<YamlPlace> given = tagged.items(4);
        // older: without the rate at the start
        int from = !given.isEmpty() && given.getFirst().isNumber() ? 1 : 0;
        List<YamlPlace> items = given.isEmpty() ? given : given.subList(from, given.size());
        if (items.size() < 4) {
          tagged.unknown("floating rate");
          yield fixed;
        }
        yield new Interest(
            new Coupon.Floating(
                items.get(0).text(),
                Json.rate(items.get(1)),
                now,
                Json.timing(items.get(2), dates.closing()),
                new Coupon.ResetTerms(
                    held(items, 5).or(() -> cap),
                    held(items, 4).or(() -> floor),
                    FREE.firstStep(),
                    FREE.step(),
                    FREE.roundDown())),
            Json.dayCount(items.get(3)));
      }
      case "CapRate", "FloorRate" -> {
        List<YamlPlace> items = tagged.items(2);
        if (items.isEmpty()) {
          yield fixed;
        }
        Optional<Rate.PerYear> bound = Optional.of(Json.rate(items.get(1)));
        boolean caps = tagged.tag().equals("CapRate");
        yield interest(Json.tagged(items.get(0)), now, caps ? bound : cap, caps ? floor : bound);
      }
      default -> {
        tagged.unknown("kind of interest");
        yield fixed;
      }
    };
  }

  /// What is added to a fixed rate on a day, or on each of a pattern's days.
  private Coupon stepped(Coupon coupon, Tagged tagged) {
    List<YamlPlace> items = tagged.items(2);
    if (items.isEmpty()
        || !(coupon instanceof Coupon.Fixed fixed)
        || !List.of("PassDateSpread", "PassDateLadderSpread").contains(tagged.tag())) {
      tagged.unknown("step of a rate");
      return coupon;
    }
    NavigableMap<LocalDate, Rate.PerYear> steps = new TreeMap<>(fixed.steps());
    LocalDate day = items.get(0).date();
    steps.put(day, Json.rate(items.get(1)));
    if (tagged.tag().equals("PassDateLadderSpread") && items.size() > 2) {
      Timing timing = Json.timing(items.get(2), day);
      LocalDate next = timing.next(day, day);
      while (next.isBefore(dates.legal())) {
        steps.put(next, Json.rate(items.get(1)));
        next = timing.next(next, day);
      }
    }
    return new Coupon.Fixed(fixed.rate(), steps);
  }

  private static Optional<Rate.PerYear> held(List<YamlPlace> items, int at) {
    return items.size() > at && !items.get(at).isNothing()
        ? Optional.of(Json.rate(items.get(at)))
        : Optional.empty();
  }

  /// `{"tag": "BalanceCurve", "contents": [[day, balance], …]}`
  static NavigableMap<LocalDate, Long> balances(YamlPlace place) {
    NavigableMap<LocalDate, Long> balances = new TreeMap<>();
    for (YamlPlace point : Json.tagged(place).items(1)) {
      List<YamlPlace> pair = point.list();
      if (pair.size() == 2) {
        balances.put(pair.get(0).date(), Json.amount(pair.get(1)));
      }
    }
    return balances;
  }
}
