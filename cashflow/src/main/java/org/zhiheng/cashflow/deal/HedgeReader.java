package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.deal.DealReader.Deferred;
import org.zhiheng.cashflow.deal.DealReader.Named;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.DayCount;

/// Reads the hedges of a deal.
final class HedgeReader {

  private static final List<String> KINDS = List.of("swap", "cap", "floor");
  private static final Set<String> COMMON = Set.of("daycount", "until");
  private static final Set<String> INDEX = Set.of("spread", "now", "reset");

  private final Terms terms;
  private final List<Deferred> later;

  HedgeReader(Terms terms, List<Deferred> later) {
    this.terms = terms;
    this.later = later;
  }

  Hedge hedge(Named named) {
    String kind =
        Optional.ofNullable(named.place().names().entries().get("kind"))
            .map(YamlPlace::text)
            .orElse("swap");
    Set<String> required = new HashSet<>(Set.of("kind", "notional"));
    Set<String> optional = new HashSet<>(COMMON);
    if (kind.equals("swap")) {
      required.addAll(Set.of("pay", "receive"));
    } else {
      required.addAll(Set.of("index", "strike"));
      optional.addAll(INDEX);
    }
    YamlMap map = named.place().map(required, optional);
    if (!KINDS.contains(kind)) {
      map.find("kind")
          .ifPresent(at -> at.refuse("deal-value", kind, YamlPlace.nearest("value", kind, KINDS)));
    }
    Optional<LocalDate> until = map.find("until").map(YamlPlace::date);
    return new Hedge(
        named.name(),
        kind.equals("swap") ? swap(map) : option(map, kind),
        notional(map),
        map.find("daycount").map(Terms::dayCount).orElse(DayCount.ACT_365F),
        until);
  }

  private static Hedge.Kind swap(YamlMap map) {
    return new Hedge.Kind.Swap(
        map.find("pay").map(Terms::coupon).orElse(Coupon.NONE),
        map.find("receive").map(Terms::coupon).orElse(Coupon.NONE));
  }

  private static Hedge.Kind option(YamlMap map, String kind) {
    Coupon.Floating index =
        Terms.coupon(map) instanceof Coupon.Floating floating
            ? floating
            : new Coupon.Floating(
                "", Terms.ZERO, Terms.ZERO, new Timing.AtEnd(1), Coupon.ResetTerms.FREE);
    return kind.equals("floor")
        ? new Hedge.Kind.Floor(index, map.find("strike").map(Terms::rate).orElse(Terms.ZERO))
        : new Hedge.Kind.Cap(index, map.find("strike").map(Terms::rate).orElse(Terms.ZERO));
  }

  private Hedge.Notional notional(YamlMap map) {
    Optional<YamlPlace> at = map.find("notional");
    if (at.isPresent() && at.get().isMap()) {
      return new Hedge.Notional.Listed(terms.amounts(at.get()));
    }
    Formula amount = at.map(Terms::formula).orElse(new Formula.Name("pool"));
    at.ifPresent(place -> later.add(known -> known.check(amount, place)));
    return new Hedge.Notional.Reckoned(amount);
  }
}
