package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.deal.Pool;
import org.zhiheng.cashflow.deal.Timing;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// Reads a deal of AbsBox: loans, tranches, fees, accounts and waterfalls of the kinds known here.
///
/// The deal rounds as Hastructure does: every product is cut down. Interest that was not paid bears
/// interest, as it does there. What a deal does at its end (`CleanUp`) becomes the waterfall
/// `clean-up`, which runs when the pool is called.
public final class AbsBoxImport {

  private static final Coupon.ResetTerms FREE = Coupon.ResetTerms.FREE;

  private AbsBoxImport() {}

  /// Reads a deal.
  ///
  /// @param source the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong or has no counterpart
  public static Deal deal(String source, String json) {
    return YamlReader.read(source, json, new AbsBoxImport()::deal);
  }

  private Deal deal(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    YamlMap map = tagged.contents().orElse(place).names();
    Json.refuseIfThere(
        map,
        Set.of(
            "rateSwap",
            "rateCap",
            "currencySwap",
            "custom",
            "triggers",
            "liqProvider",
            "ledgers",
            "call"));
    DealDates dates =
        map.find("dates")
            .map(this::dates)
            .orElseGet(() -> {
              map.place().refuse("absbox", "dates", "The dates are missing.");
              return noDates();
            });
    Map<String, Deal.Account> accounts = accounts(map);
    List<Tranche> tranches = new ArrayList<>();
    map.find("bonds")
        .ifPresent(at ->
            at.names()
                .entries()
                .forEach((name, bond) -> tranches.add(tranche(name, bond.names(), dates))));
    List<Fee> fees = new ArrayList<>();
    map.find("fees")
        .ifPresent(at ->
            at.names().entries().forEach((name, fee) -> fees.add(fee(name, fee.names(), dates))));
    return new Deal(
        map.text("name", "imported"),
        Currency.getInstance("CNY"),
        Rounding.FLOOR_EACH_PRODUCT,
        Map.of(),
        dates,
        pool(map, dates),
        List.of(),
        tranches,
        fees,
        List.copyOf(accounts.values()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        new ActionsImport(tranches, fees, accounts.keySet()).waterfalls(map),
        Map.of());
  }

  private DealDates dates(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    List<YamlPlace> items = tagged.items(6);
    if (!tagged.tag().equals("PreClosingDates") || items.isEmpty()) {
      tagged.unknown("way to give dates");
      return noDates();
    }
    List<YamlPlace> collect = Json.items(items.get(4), 2);
    List<YamlPlace> pay = Json.items(items.get(5), 2);
    if (collect.isEmpty() || pay.isEmpty()) {
      return noDates();
    }
    return new DealDates(
        items.get(0).date(),
        items.get(1).date(),
        Json.timing(collect.get(1)),
        Optional.of(collect.get(0).date()),
        Json.timing(pay.get(1)),
        Optional.of(pay.get(0).date()),
        items.get(3).date());
  }

  /// Stand in for what was refused.
  private static DealDates noDates() {
    LocalDate epoch = LocalDate.EPOCH;
    return new DealDates(
        epoch,
        epoch,
        new Timing.AtEnd(1),
        Optional.empty(),
        new Timing.AtEnd(1),
        Optional.empty(),
        epoch.plusYears(1));
  }

  private Map<String, Deal.Account> accounts(YamlMap map) {
    Map<String, Deal.Account> accounts = new LinkedHashMap<>();
    // the account of collections comes first
    for (YamlPlace item : map.items("collects")) {
      Tagged collect = Json.tagged(item);
      List<YamlPlace> contents = collect.items(3);
      if (collect.tag().equals("Collect") && !contents.isEmpty()) {
        String name = Json.name(contents.get(2).text());
        if (!accounts.isEmpty() && !accounts.containsKey(name)) {
          item.refuse("absbox-unsupported", name, "All collections must go to one account here.");
        }
        accounts.putIfAbsent(name, new Deal.Account(name, 0, Optional.empty()));
      } else {
        collect.unknown("collection rule");
      }
    }
    map.find("accounts")
        .ifPresent(at ->
            at.names()
                .entries()
                .forEach((given, value) -> {
                  YamlMap account = value.names();
                  Json.refuseIfThere(account, Set.of("accInterest"));
                  String name = Json.name(given);
                  long opening = account.find("accBalance").map(Json::amount).orElse(0L);
                  accounts.put(name, new Deal.Account(name, opening, target(account)));
                }));
    return accounts;
  }

  private static Optional<Formula> target(YamlMap account) {
    Optional<YamlPlace> type = account.find("accType").filter(at -> !at.isNothing());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Tagged tagged = Json.tagged(type.get());
    if (!tagged.tag().equals("FixReserve") || tagged.contents().isEmpty()) {
      tagged.unknown("kind of account");
      return Optional.empty();
    }
    return Optional.of(new Formula.Literal(Json.number(tagged.contents().get()), false));
  }

  private Pool pool(YamlMap map, DealDates dates) {
    List<Asset> assets = new ArrayList<>();
    Optional<YamlPlace> pools = map.find("pool").map(Json::tagged).flatMap(Tagged::contents);
    pools.ifPresent(at -> {
      Map<String, YamlPlace> each = at.names().entries();
      if (each.size() != 1) {
        at.refuse("absbox-unsupported", "pool", "A deal has exactly one pool here.");
      }
      each.values()
          .forEach(one ->
              one.names()
                  .items("assets")
                  .forEach(
                      asset -> assets.add(new LoanImport(dates).asset(asset, assets.size() + 1))));
    });
    return new Pool("mixed", assets, List.of(Pool.Event.values()), List.of());
  }

  private Tranche tranche(String given, YamlMap bond, DealDates dates) {
    refuseArrears(bond);
    Json.refuseIfThere(bond, Set.of("bndStepUp"));
    Rate.PerYear now = bond.find("bndRate").map(Json::rate).orElse(new Rate.PerYear(0));
    Coupon coupon = new Coupon.Fixed(now, new TreeMap<>());
    DayCount dayCount = DayCount.ACT_365F;
    Optional<YamlPlace> interest = bond.find("bndInterestInfo");
    if (interest.isPresent()) {
      Tagged tagged = Json.tagged(interest.get());
      switch (tagged.tag()) {
        case "Fix" -> {
          List<YamlPlace> items = tagged.items(2);
          dayCount = items.isEmpty() ? dayCount : Json.dayCount(items.get(1));
        }
        case "Floater" -> {
          List<YamlPlace> items = tagged.items(5);
          if (!items.isEmpty()) {
            dayCount = Json.dayCount(items.get(4));
            coupon =
                new Coupon.Floating(
                    items.get(1).text(),
                    Json.rate(items.get(2)),
                    now,
                    Json.timing(items.get(3)),
                    new Coupon.ResetTerms(
                        optionalRate(items, 6),
                        optionalRate(items, 5),
                        FREE.firstStep(),
                        FREE.step(),
                        FREE.roundDown()));
          }
        }
        default -> tagged.unknown("kind of interest");
      }
    }
    Map<String, String> notes = new LinkedHashMap<>();
    Tranche.Repayment repayment = new Tranche.Repayment.AsSent(Optional.empty());
    Optional<YamlPlace> type = bond.find("bndType");
    if (type.isPresent()) {
      Tagged tagged = Json.tagged(type.get());
      switch (tagged.tag()) {
        case "Sequential" -> notes.clear();
        case "Equity" -> notes.put("residual", "true");
        case "Lockout" ->
            repayment = new Tranche.Repayment.AsSent(tagged.contents().map(YamlPlace::date));
        case "PAC" ->
            repayment =
                new Tranche.Repayment.Planned(
                    tagged.contents().map(AbsBoxImport::balances).orElse(new TreeMap<>()),
                    List.of());
        case "PacAnchor" -> {
          List<YamlPlace> items = tagged.items(2);
          if (!items.isEmpty()) {
            repayment =
                new Tranche.Repayment.Planned(
                    balances(items.get(0)),
                    items.get(1).list().stream().map(one -> Json.name(one.text())).toList());
          }
        }
        default -> tagged.unknown("kind of tranche");
      }
    }
    Optional<LocalDate> maturity =
        bond.find("bndOriginInfo")
            .flatMap(at -> at.names().find("maturityDate"))
            .filter(at -> !at.isNothing())
            .map(YamlPlace::date)
            .filter(day -> day.isAfter(dates.closing()));
    return new Tranche(
        Json.name(given),
        bond.find("bndBalance").map(Json::amount).orElse(0L),
        coupon,
        dayCount,
        Tranche.OnUnpaid.COUPON,
        repayment,
        maturity,
        notes);
  }

  private static Optional<Rate.PerYear> optionalRate(List<YamlPlace> items, int at) {
    return items.size() > at && !items.get(at).isNothing()
        ? Optional.of(Json.rate(items.get(at)))
        : Optional.empty();
  }

  private static void refuseArrears(YamlMap bond) {
    for (String key : List.of("bndDueInt", "bndDueIntOverInt", "bndDuePrin")) {
      bond.find(key)
          .filter(at -> !at.isNothing())
          .filter(at -> Json.amount(at) != 0)
          .ifPresent(
              at -> at.refuse("absbox-unsupported", key, "A deal begins without arrears here."));
    }
  }

  /// `{"tag": "BalanceCurve", "contents": [[day, balance], …]}`
  private static NavigableMap<LocalDate, Long> balances(YamlPlace place) {
    NavigableMap<LocalDate, Long> balances = new TreeMap<>();
    for (YamlPlace point : Json.tagged(place).items(1)) {
      List<YamlPlace> pair = point.list();
      if (pair.size() == 2) {
        balances.put(pair.get(0).date(), Json.amount(pair.get(1)));
      }
    }
    return balances;
  }

  private Fee fee(String given, YamlMap fee, DealDates dates) {
    for (String key : List.of("feeDue", "feeArrears")) {
      fee.find(key)
          .filter(at -> !at.isNothing())
          .filter(at -> Json.amount(at) != 0)
          .ifPresent(
              at -> at.refuse("absbox-unsupported", key, "A deal begins without arrears here."));
    }
    LocalDate from = Json.day(fee.find("feeStart"), dates.closing());
    Fee.Kind kind = new Fee.Kind.Fixed(0);
    Optional<YamlPlace> type = fee.find("feeType");
    if (type.isPresent()) {
      Tagged tagged = Json.tagged(type.get());
      switch (tagged.tag()) {
        case "FixFee" -> kind = new Fee.Kind.Fixed(tagged.contents().map(Json::amount).orElse(0L));
        case "RecurFee" -> {
          List<YamlPlace> items = tagged.items(2);
          if (!items.isEmpty()) {
            kind = new Fee.Kind.Recurring(Json.amount(items.get(1)), Json.timing(items.get(0)));
          }
        }
        case "ByCollectPeriod" ->
            kind = new Fee.Kind.PerCollection(tagged.contents().map(Json::amount).orElse(0L));
        case "FeeFlow" -> {
          NavigableMap<LocalDate, Long> flow =
              tagged.contents().map(AbsBoxImport::balances).orElse(new TreeMap<>());
          kind = new Fee.Kind.Listed(flow);
        }
        default -> tagged.unknown("kind of fee");
      }
    }
    return new Fee(Json.name(given), kind, from);
  }
}
