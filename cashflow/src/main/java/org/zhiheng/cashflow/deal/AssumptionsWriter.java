package org.zhiheng.cashflow.deal;

import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.cashflow.deal.Tree.Fields;
import org.zhiheng.cashflow.deal.Tree.Items;
import org.zhiheng.values.Rate;

/// Writes assumptions as YAML or JSON. What was written reads as equal assumptions.
public final class AssumptionsWriter {

  private AssumptionsWriter() {}

  /// The assumptions as YAML.
  public static String yaml(Assumptions assumptions, Deal deal) {
    return tree(assumptions, deal).yaml();
  }

  /// The assumptions as one line of JSON.
  public static String json(Assumptions assumptions, Deal deal) {
    return tree(assumptions, deal).json();
  }

  private static Tree tree(Assumptions assumptions, Deal deal) {
    Fields out = new Fields().put("assume", assumptions.name());
    put(out, "pool", behaviour(assumptions.pool()));
    Fields assets = new Fields();
    assumptions.assets().forEach((id, one) -> assets.put(id, behaviour(one)));
    put(out, "assets", assets);
    Fields rates = new Fields();
    assumptions
        .rates()
        .forEach((index, curve) -> {
          Fields days = new Fields();
          curve.forEach((day, rate) -> days.put(day.toString(), rate.percent()));
          rates.put(index, days);
        });
    put(out, "rates", rates);
    Fields flags = new Fields();
    assumptions.flags().forEach((flag, day) -> flags.put(flag, day.toString()));
    put(out, "flags", flags);
    assumptions
        .purchase()
        .ifPresent(buy ->
            out.put(
                "buy",
                new Fields()
                    .put("asset", new AssetWriter(deal.currency()).tree(buy.asset()))
                    .put("price", buy.price().percent())
                    .put("pool", behaviour(buy.behaviour()))));
    if (assumptions.simulation().correlation().billionths() != 0) {
      out.put(
          "simulate",
          new Fields().put("correlation", assumptions.simulation().correlation().percent()));
    }
    return out;
  }

  private static Fields behaviour(Behaviour behaviour) {
    Fields out = new Fields();
    Fields events = new Fields();
    for (Risk risk : behaviour.risks()) {
      Fields recovery =
          new Fields()
              .put("rate", risk.recovery().percent())
              .put("lag", Integer.toString(risk.lagMonths()));
      if (risk.name().equals("default")) {
        out.put("default", vector(risk.rate(), "cdr")).put("recovery", recovery);
      } else {
        events.put(
            risk.name(),
            new Fields()
                .put("rate", vector(risk.rate(), "cdr"))
                .put("recovery", risk.recovery().percent())
                .put("lag", Integer.toString(risk.lagMonths())));
      }
    }
    if (!behaviour.prepay().values().isEmpty()) {
      out.put("prepay", vector(behaviour.prepay(), "cpr"));
    }
    put(out, "events", events);
    if (behaviour.delinquency().lagPeriods() != 0) {
      out.put(
          "late",
          new Fields()
              .put("part", behaviour.delinquency().part().percent())
              .put("periods", Integer.toString(behaviour.delinquency().lagPeriods())));
    }
    return out;
  }

  private static Fields vector(RateVector vector, String annual) {
    String key =
        switch (vector.kind()) {
          case ANNUAL -> annual;
          case ANNUAL_BY_MONTHS -> "annual";
          case MONTHLY -> "smm";
          case PSA -> "psa";
          case SDA -> "sda";
        };
    return new Fields()
        .put(key, Items.of(vector.values().stream().map(Rate.PerYear::percent).toList()));
  }

  private static void put(Fields out, String key, Fields fields) {
    if (!fields.isEmpty()) {
      out.put(key, fields);
    }
  }
}
