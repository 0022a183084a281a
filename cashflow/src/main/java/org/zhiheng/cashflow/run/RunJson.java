package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.zhiheng.cashflow.deal.JsonText;
import org.zhiheng.values.Money;

/// A run as JSON or CSV; the formats are described in `docs/formats/deal.md`.
public final class RunJson {

  private final LedgerRun run;
  private final Plan plan;
  private final StringBuilder out = new StringBuilder();

  private RunJson(LedgerRun run) {
    this.run = run;
    this.plan = run.plan();
  }

  /// All tables of a run, amounts as decimal texts.
  public static String of(LedgerRun run) {
    RunJson json = new RunJson(run);
    json.all(false);
    return json.out.toString();
  }

  /// All tables of a run, and every transfer.
  public static String withTransfers(LedgerRun run) {
    RunJson json = new RunJson(run);
    json.all(true);
    return json.out.toString();
  }

  /// All tables as one, a row for each date of each: part, name, date and the amounts; those that a
  /// part has not are empty.
  public static String csv(LedgerRun run) {
    RunJson csv = new RunJson(run);
    csv.rows();
    return csv.out.toString();
  }

  private void all(boolean transfers) {
    out.append("{\"deal\":").append(JsonText.quoted(plan.deal.name()));
    out.append(",\"currency\":").append(JsonText.quoted(plan.deal.currency().getCurrencyCode()));
    out.append(",\n\"tranches\":");
    named(
        plan.layout.tranches,
        name ->
            list(
                run.tranche(name),
                row -> {
                  date(row.date());
                  amount("begin", row.begin());
                  amount("interest", row.interest());
                  amount("principal", row.principal());
                  amount("end", row.end());
                  amount("unpaid", row.unpaid());
                }));
    out.append(",\n\"fees\":");
    named(
        plan.layout.fees,
        name ->
            list(
                run.fee(name),
                row -> {
                  date(row.date());
                  amount("due", row.due());
                  amount("paid", row.paid());
                  amount("end", row.end());
                }));
    out.append(",\n\"accounts\":");
    named(
        plan.layout.accounts,
        name ->
            list(
                run.account(name),
                row -> {
                  date(row.date());
                  amount("begin", row.begin());
                  amount("end", row.end());
                  amount("target", row.target());
                }));
    if (!plan.layout.supports.isEmpty()) {
      out.append(",\n\"support\":");
      named(
          plan.layout.supports,
          name ->
              list(
                  run.support(name),
                  row -> {
                    date(row.date());
                    amount("drawn", row.drawn());
                    amount("due", row.due());
                  }));
    }
    if (!plan.layout.hedges.isEmpty()) {
      out.append(",\n\"hedges\":");
      named(
          plan.layout.hedges,
          name ->
              list(
                  run.hedge(name),
                  row -> {
                    date(row.date());
                    amount("notional", row.notional());
                    amount("received", row.received());
                    amount("due", row.due());
                    amount("paid", row.paid());
                    amount("end", row.end());
                  }));
    }
    if (!plan.layout.ledgers.isEmpty()) {
      out.append(",\n\"ledgers\":");
      named(plan.layout.ledgers, this::ledger);
    }
    out.append(",\n\"pool\":");
    list(
        run.pool(),
        row -> {
          date(row.date());
          amount("begin", row.begin());
          amount("interest", row.interest());
          amount("principal", row.principal());
          amount("prepay", row.prepay());
          amount("default", row.defaulted());
          amount("recovery", row.recovery());
          if (row.penalty() != 0) {
            amount("penalty", row.penalty());
          }
          amount("end", row.end());
        });
    out.append(",\n\"status\":").append(JsonText.quoted(run.status()));
    out.append(",\n\"changes\":");
    list(
        run.changes(),
        row -> {
          date(row.date());
          text("status", row.status());
          text("by", row.by());
          out.append(",\"holds\":").append(row.holds());
        });
    if (transfers) {
      out.append(",\n\"transfers\":");
      list(
          run.transfers(),
          row -> {
            date(row.date());
            text("rule", row.rule());
            text("from", row.from());
            text("to", row.to());
            amount("amount", row.amount());
            text("why", row.why());
          });
    }
    out.append('}');
  }

  private void ledger(String name) {
    List<List<Long>> rows = run.ledger(name);
    List<String> bears = plan.deal.ledgers().get(plan.layout.ledgers.indexOf(name)).tranches();
    out.append('[');
    for (int p = 0; p < rows.size(); p++) {
      out.append(p == 0 ? "\n  {" : ",\n  {");
      date(plan.pay(p));
      for (int i = 0; i < bears.size(); i++) {
        amount(bears.get(i), rows.get(p).get(i));
      }
      out.append('}');
    }
    out.append(']');
  }

  private void named(List<String> names, Consumer<String> each) {
    out.append('{');
    Iterator<String> at = names.iterator();
    while (at.hasNext()) {
      String name = at.next();
      out.append(JsonText.quoted(name)).append(':');
      each.accept(name);
      out.append(at.hasNext() ? ",\n " : "");
    }
    out.append('}');
  }

  private <T> void list(List<T> rows, Consumer<T> each) {
    out.append('[');
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == 0 ? "\n  {" : ",\n  {");
      each.accept(rows.get(i));
      out.append('}');
    }
    out.append(']');
  }

  private void date(LocalDate date) {
    out.append("\"date\":\"").append(date).append('"');
  }

  private void amount(String key, long minor) {
    text(key, decimal(minor));
  }

  private void text(String key, String text) {
    out.append(',').append(JsonText.quoted(key)).append(':').append(JsonText.quoted(text));
  }

  private String decimal(long minor) {
    return new Money(minor, plan.deal.currency()).decimal();
  }

  private void rows() {
    out.append("part,name,date,begin,due,interest,principal,prepay,default,recovery,paid,end\n");
    for (String name : plan.layout.tranches) {
      run.tranche(name)
          .forEach(row ->
              row(
                  "tranche",
                  name,
                  row.date(),
                  row.begin(),
                  row.unpaid(),
                  row.interest(),
                  row.principal(),
                  -1,
                  -1,
                  -1,
                  row.interest() + row.principal(),
                  row.end()));
    }
    for (String name : plan.layout.fees) {
      run.fee(name)
          .forEach(row ->
              row(
                  "fee",
                  name,
                  row.date(),
                  -1,
                  row.due(),
                  -1,
                  -1,
                  -1,
                  -1,
                  -1,
                  row.paid(),
                  row.end()));
    }
    for (String name : plan.layout.accounts) {
      run.account(name)
          .forEach(row ->
              row("account", name, row.date(), row.begin(), -1, -1, -1, -1, -1, -1, -1, row.end()));
    }
    for (String name : plan.layout.supports) {
      run.support(name)
          .forEach(row ->
              row("support", name, row.date(), -1, row.due(), -1, -1, -1, -1, -1, -1, row.drawn()));
    }
    for (String name : plan.layout.hedges) {
      run.hedge(name)
          .forEach(row ->
              row(
                  "hedge",
                  name,
                  row.date(),
                  row.notional(),
                  row.due(),
                  row.received(),
                  -1,
                  -1,
                  -1,
                  -1,
                  row.paid(),
                  row.end()));
    }
    run.pool()
        .forEach(row ->
            row(
                "pool",
                "",
                row.date(),
                row.begin(),
                -1,
                row.interest() + row.penalty(),
                row.principal(),
                row.prepay(),
                row.defaulted(),
                row.recovery(),
                -1,
                row.end()));
  }

  /// @param amounts in the order of the header; below 0: the part has none
  private void row(String part, String name, LocalDate date, long... amounts) {
    out.append(part).append(',').append(name).append(',').append(date);
    for (long amount : amounts) {
      out.append(',').append(amount < 0 ? "" : decimal(amount));
    }
    out.append('\n');
  }
}
