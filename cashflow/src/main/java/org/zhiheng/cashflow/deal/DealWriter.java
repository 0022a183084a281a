package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.cashflow.deal.Tree.Fields;
import org.zhiheng.cashflow.deal.Tree.Items;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.Money;
import org.zhiheng.values.Rate;

/// Writes a deal as YAML or JSON. What was written reads as an equal deal.
public final class DealWriter {

  private final Deal deal;
  private final Currency currency;

  private DealWriter(Deal deal) {
    this.deal = deal;
    this.currency = deal.currency();
  }

  /// The deal as YAML.
  public static String yaml(Deal deal) {
    return new DealWriter(deal).tree().yaml();
  }

  /// The deal as one line of JSON.
  public static String json(Deal deal) {
    return new DealWriter(deal).tree().json();
  }

  private Tree tree() {
    Fields out = new Fields();
    out.put("deal", deal.name());
    out.put("currency", currency.getCurrencyCode());
    out.put("rounding", YamlPlace.word(deal.rounding()));
    words(out, "parties", deal.parties());
    DealDates dates = deal.dates();
    out.put(
        "dates",
        new Fields()
            .put("cutoff", dates.cutoff().toString())
            .put("closing", dates.closing().toString())
            .put("collect", timing(dates.collect()))
            .put("first-collect", dates.firstCollect())
            .put("pay", timing(dates.pay()))
            .put("first-pay", dates.firstPay())
            .put("legal", dates.legal().toString()));
    AssetWriter assets = new AssetWriter(currency);
    Fields pool =
        new Fields()
            .put("kind", deal.pool().kind())
            .put(
                "events",
                new Fields()
                    .put(
                        "order",
                        Items.of(deal.pool().order().stream().map(YamlPlace::word).toList())));
    if (!deal.pool().eligible().isEmpty()) {
      pool.put("eligible", Items.of(deal.pool().eligible()));
    }
    pool.put("assets", Tree.items(deal.pool().assets(), assets::tree));
    out.put("pool", pool);
    if (!deal.deductions().isEmpty()) {
      out.put(
          "deduct",
          Tree.items(
              deal.deductions(), one -> new Fields().put(one.name(), one.amount().toString())));
    }
    Fields tranches = new Fields();
    deal.tranches().forEach(tranche -> tranches.put(tranche.name(), tranche(tranche)));
    out.put("tranches", tranches);
    Fields fees = new Fields();
    deal.fees().forEach(fee -> fees.put(fee.name(), fee(fee)));
    put(out, "fees", fees);
    Fields accounts = new Fields();
    for (Deal.Account account : deal.accounts()) {
      Fields fields = new Fields();
      if (account.opening() != 0) {
        fields.put("opening", money(account.opening()));
      }
      accounts.put(account.name(), fields.put("target", account.target()));
    }
    put(out, "accounts", accounts);
    Fields supports = new Fields();
    deal.supports().forEach(support -> supports.put(support.name(), support(support)));
    put(out, "support", supports);
    Fields hedges = new Fields();
    deal.hedges().forEach(hedge -> hedges.put(hedge.name(), hedge(hedge)));
    put(out, "hedges", hedges);
    Fields ledgers = new Fields();
    deal.ledgers().forEach(ledger -> ledgers.put(ledger.name(), Items.of(ledger.tranches())));
    put(out, "ledgers", ledgers);
    Fields triggers = new Fields();
    for (Deal.Trigger trigger : deal.triggers()) {
      triggers.put(
          trigger.name(),
          new Fields()
              .put("when", trigger.when().toString())
              .put("curable", trigger.curable() ? "yes" : "no")
              .put("look", trigger.after() ? "after" : "before")
              .put("do", effect(trigger.effect())));
    }
    put(out, "triggers", triggers);
    deal.cleanUp()
        .ifPresent(call ->
            out.put(
                "clean-up",
                new Fields()
                    .put("when", call.when().toString())
                    .put("price", call.price().toString())));
    Fields waterfalls = new Fields();
    deal.waterfalls().forEach(one -> waterfalls.put(one.status(), rules(one.rules())));
    out.put("waterfall", waterfalls);
    words(out, "report", deal.report());
    return out;
  }

  private static String effect(Deal.Effect effect) {
    return effect instanceof Deal.Effect.Note note && note.what().equals("redirect-obligors")
        ? note.what()
        : effect.toString();
  }

  private static Items rules(List<Rule> rules) {
    List<Tree> trees = new ArrayList<>();
    for (Rule rule : rules) {
      trees.add(
          switch (rule) {
            case Rule.Step step -> new Tree.Text(step.toString());
            case Rule.Choice choice -> {
              Fields fields =
                  new Fields()
                      .put("if", choice.when().toString())
                      .put("then", rules(choice.then()));
              yield choice.otherwise().isEmpty()
                  ? fields
                  : fields.put("else", rules(choice.otherwise()));
            }
          });
    }
    return new Items(trees);
  }

  private Fields tranche(Tranche tranche) {
    Fields fields =
        new Fields()
            .put("size", money(tranche.size()))
            .put("coupon", AssetWriter.coupon(tranche.coupon()))
            .put("daycount", tranche.dayCount().code())
            .put("interest-on-unpaid", YamlPlace.word(tranche.onUnpaid()));
    switch (tranche.repayment()) {
      case Tranche.Repayment.AsSent sent ->
          fields.put("pay", "sequential").put("locked-until", sent.lockedUntil());
      case Tranche.Repayment.Planned plan -> {
        Fields balances = new Fields();
        plan.balances().forEach((day, balance) -> balances.put(day.toString(), money(balance)));
        fields.put("pay", "planned").put("balances", balances);
        if (!plan.whileOutstanding().isEmpty()) {
          fields.put("while", Items.of(plan.whileOutstanding()));
        }
      }
    }
    fields.put("maturity", tranche.maturity());
    tranche.notes().forEach(fields::put);
    return fields;
  }

  private Fields fee(Fee fee) {
    Fields fields = new Fields();
    switch (fee.kind()) {
      case Fee.Kind.Fixed fixed -> fields.put("fixed", money(fixed.amount()));
      case Fee.Kind.Recurring recurring ->
          fields
              .put("recurring", money(recurring.amount()))
              .put("every", timing(recurring.timing()));
      case Fee.Kind.PerCollection per -> fields.put("per-collection", money(per.amount()));
      case Fee.Kind.PerYear rate ->
          fields
              .put("rate", rate.rate().percent())
              .put("of", rate.base().toString())
              .put("daycount", rate.dayCount().code())
              .put("days", YamlPlace.word(rate.days()));
      case Fee.Kind.Reckoned reckoned -> fields.put("amount", reckoned.amount().toString());
      case Fee.Kind.Listed listed -> {
        Fields amounts = new Fields();
        listed.amounts().forEach((day, amount) -> amounts.put(day.toString(), money(amount)));
        fields.put("listed", amounts);
      }
      case Fee.Kind.Table table ->
          fields
              .put("of", table.base().toString())
              .put(
                  "table",
                  Tree.items(
                      List.copyOf(table.steps().entrySet()),
                      step ->
                          new Fields()
                              .put("from", money(step.getKey()))
                              .put("amount", money(step.getValue()))));
    }
    return fields.put("from", fee.from().toString());
  }

  private static Fields support(Support support) {
    Fields fields =
        new Fields()
            .put("kind", YamlPlace.word(support.kind()))
            .put("cap", support.cap().map(Object::toString).orElse("none"))
            .put("restores", support.restores() ? "yes" : "no");
    if (!support.covers().isEmpty()) {
      fields.put("covers", Items.of(support.covers()));
    }
    return fields
        .put("rate", support.drawnRate().percent())
        .put("undrawn-rate", support.undrawnRate().percent())
        .put("daycount", support.dayCount().code());
  }

  private Fields hedge(Hedge hedge) {
    Fields fields = new Fields();
    switch (hedge.kind()) {
      case Hedge.Kind.Swap swap ->
          fields
              .put("kind", "swap")
              .put("pay", AssetWriter.coupon(swap.pays()))
              .put("receive", AssetWriter.coupon(swap.receives()));
      case Hedge.Kind.Cap cap -> option("cap", cap.index(), cap.strike(), fields);
      case Hedge.Kind.Floor floor -> option("floor", floor.index(), floor.strike(), fields);
    }
    switch (hedge.notional()) {
      case Hedge.Notional.Reckoned reckoned -> fields.put("notional", reckoned.amount().toString());
      case Hedge.Notional.Listed listed -> {
        Fields amounts = new Fields();
        listed.amounts().forEach((day, amount) -> amounts.put(day.toString(), money(amount)));
        fields.put("notional", amounts);
      }
    }
    return fields.put("daycount", hedge.dayCount().code()).put("until", hedge.until());
  }

  private static void option(
      String kind, Coupon.Floating index, Rate.PerYear strike, Fields fields) {
    fields
        .put("kind", kind)
        .put("strike", strike.percent())
        .put("index", index.index())
        .put("spread", index.spread().percent())
        .put("now", index.now().percent())
        .put("reset", timing(index.reset()));
  }

  private static void words(Fields out, String key, Map<String, String> words) {
    Fields fields = new Fields();
    words.forEach(fields::put);
    put(out, key, fields);
  }

  private static void put(Fields out, String key, Fields fields) {
    if (!fields.isEmpty()) {
      out.put(key, fields);
    }
  }

  /// Timings are one text, but for listed days.
  static Tree timing(Timing timing) {
    return timing instanceof Timing.Listed listed
        ? Items.of(listed.days().stream().map(LocalDate::toString).toList())
        : new Tree.Text(timing.toString());
  }

  static Optional<String> percent(Optional<Rate.PerYear> rate) {
    return rate.map(Rate.PerYear::percent);
  }

  private String money(long minor) {
    return new Money(minor, currency).decimal();
  }
}
