package org.zhiheng.cashflow.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhiheng.cashflow.deal.DealReader.Deferred;
import org.zhiheng.cashflow.deal.DealReader.Named;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.DayCount;

/// Reads the fees, accounts, supports and ledgers of a deal.
final class PartReader {

  private final Terms terms;
  private final DealDates dates;
  private final List<Deferred> later;

  PartReader(Terms terms, DealDates dates, List<Deferred> later) {
    this.terms = terms;
    this.dates = dates;
    this.later = later;
  }

  Fee fee(Named named) {
    YamlMap map =
        DealReader.map(
            named.place(),
            Set.of(),
            Set.of(
                "fixed",
                "recurring",
                "every",
                "per-collection",
                "rate",
                "of",
                "daycount",
                "days",
                "amount",
                "listed",
                "table",
                "from"));
    List<String> kinds =
        Stream.of("fixed", "recurring", "per-collection", "rate", "amount", "listed", "table")
            .filter(map::has)
            .toList();
    LocalDate from = map.find("from").map(YamlPlace::date).orElse(dates.closing());
    if (kinds.size() != 1) {
      named
          .place()
          .refuse(
              "deal-key",
              String.join(", ", kinds),
              "A fee has exactly one of fixed, recurring, per-collection, rate, amount, listed and"
                  + " table.");
      return new Fee(named.name(), new Fee.Kind.Fixed(0), from);
    }
    Formula base = map.find("of").map(Terms::formula).orElse(new Formula.Name("pool"));
    map.find("of").ifPresent(at -> later.add(known -> known.check(base, at)));
    YamlPlace at = map.get(kinds.getFirst());
    Fee.Kind kind =
        switch (kinds.getFirst()) {
          case "fixed" -> new Fee.Kind.Fixed(terms.money(at));
          case "recurring" ->
              new Fee.Kind.Recurring(
                  terms.money(at),
                  map.find("every").map(Terms::timing).orElse(new Timing.AtEnd(1)));
          case "per-collection" -> new Fee.Kind.PerCollection(terms.money(at));
          case "rate" ->
              new Fee.Kind.PerYear(
                  Terms.rate(at),
                  base,
                  map.find("daycount").map(Terms::dayCount).orElse(DayCount.ACT_365F),
                  map.find("days")
                      .map(days -> days.oneOf(Fee.Days.class))
                      .orElse(Fee.Days.PAYMENTS));
          case "amount" -> {
            Formula amount = Terms.formula(at);
            later.add(known -> known.check(amount, at));
            yield new Fee.Kind.Reckoned(amount);
          }
          case "listed" -> new Fee.Kind.Listed(terms.amounts(at));
          default -> table(base, at);
        };
    return new Fee(named.name(), kind, from);
  }

  private Fee.Kind table(Formula base, YamlPlace at) {
    NavigableMap<Long, Long> steps = new TreeMap<>();
    for (YamlPlace item : at.list()) {
      YamlMap step = item.map(Set.of("from", "amount"), Set.of());
      if (step.complete()) {
        steps.put(terms.money(step.get("from")), terms.money(step.get("amount")));
      }
    }
    return new Fee.Kind.Table(base, steps);
  }

  Deal.Account account(Named named) {
    YamlMap map =
        DealReader.map(named.place(), Set.of(), Set.of("opening", "target", "floor", "cap"));
    Optional<Formula> target = map.find("target").map(Terms::formula);
    map.find("target").ifPresent(at -> target.ifPresent(t -> later.add(k -> k.check(t, at))));
    Optional<Formula> floored = extreme(map, "floor", false, target);
    return new Deal.Account(
        named.name(),
        map.find("opening").map(terms::money).orElse(0L),
        extreme(map, "cap", true, floored));
  }

  private Optional<Formula> extreme(YamlMap map, String key, boolean least, Optional<Formula> of) {
    return map.find(key)
        .<Formula>map(at -> {
          Formula bound =
              new Formula.Literal(
                  BigDecimal.valueOf(terms.money(at), terms.currency().getDefaultFractionDigits()),
                  false);
          return of.<Formula>map(one -> new Formula.Extreme(least, List.of(one, bound)))
              .orElse(bound);
        })
        .or(() -> of);
  }

  Support support(Named named) {
    YamlMap map =
        DealReader.map(
            named.place(),
            Set.of(),
            Set.of(
                "kind", "cap", "restores", "covers", "rate", "undrawn-rate", "daycount", "call"));
    Optional<Formula> cap =
        map.find("cap").filter(at -> !at.text().equals("none")).map(Terms::formula);
    cap.ifPresent(formula -> later.add(known -> known.check(formula, map.get("cap"))));
    List<String> covers = new ArrayList<>();
    map.find("covers")
        .ifPresent(at ->
            at.oneOrMore()
                .forEach(cover -> {
                  covers.add(cover.text());
                  later.add(known -> {
                    List<String> may =
                        known.tranches().stream()
                            .flatMap(name -> Stream.of(name + ".interest", name + ".principal"))
                            .toList();
                    Names.known("cover", cover.text(), may, cover);
                  });
                }));
    Support.Kind kind =
        map.find("kind")
            .map(at -> at.oneOf(Support.Kind.class))
            .orElse(covers.isEmpty() ? Support.Kind.LIQUIDITY : Support.Kind.GUARANTOR);
    return new Support(
        named.name(),
        kind,
        cap,
        map.find("restores").map(YamlPlace::yes).orElse(kind == Support.Kind.LIQUIDITY),
        covers,
        map.find("rate").map(Terms::rate).orElse(Terms.ZERO),
        map.find("undrawn-rate").map(Terms::rate).orElse(Terms.ZERO),
        map.find("daycount").map(Terms::dayCount).orElse(DayCount.ACT_365F));
  }

  Deal.Deficiency deficiency(Named named) {
    List<YamlPlace> items = named.place().oneOrMore();
    items.forEach(
        item -> later.add(known -> Names.known("tranche", item.text(), known.tranches(), item)));
    return new Deal.Deficiency(named.name(), items.stream().map(YamlPlace::text).toList());
  }
}
