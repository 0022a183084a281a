package org.zhiheng.cashflow.report;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.zhiheng.cashflow.deal.JsonText;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.values.Money;

/// A report as JSON; the format is described in `docs/formats/deal.md`. The same report is the same
/// text, to the last sign.
public final class ReportJson {

  private final PeriodReport report;
  private final StringBuilder out = new StringBuilder();

  private ReportJson(PeriodReport report) {
    this.report = report;
  }

  /// All of it, amounts as decimal texts.
  public static String of(PeriodReport report) {
    ReportJson json = new ReportJson(report);
    json.all();
    return json.out.toString();
  }

  private void all() {
    out.append("{\"format\":\"zhiheng-deal-report-1\"");
    text("deal", report.deal().name());
    text("currency", report.deal().currency().getCurrencyCode());
    out.append(",\"period\":").append(report.pay());
    text("until", report.until().toString());
    out.append(",\n\"pool\":{\"actual\":");
    sums(report.pool().actual());
    out.append(",\"expected\":");
    sums(report.pool().expected());
    out.append("},\n\"poolSinceCutoff\":{\"actual\":");
    sums(report.since().actual());
    out.append(",\"expected\":");
    sums(report.since().expected());
    out.append("},\n\"tranches\":{");
    Iterator<PeriodReport.Paid> tranches = report.tranches().iterator();
    while (tranches.hasNext()) {
      tranche(tranches.next());
      out.append(tranches.hasNext() ? ",\n" : "");
    }
    out.append("},\n\"fees\":{");
    named(report.deal().deductions().stream().map(one -> one.name()).toList(), true);
    named(
        report.deal().fees().stream().map(one -> one.name()).toList(),
        report.deal().deductions().isEmpty());
    out.append("},\n\"accounts\":{");
    Iterator<String> accounts = report.deal().accounts().stream().map(one -> one.name()).iterator();
    while (accounts.hasNext()) {
      String name = accounts.next();
      LedgerRun.AccountRow row = report.paid().account(name).getLast();
      out.append(JsonText.quoted(name)).append(":{\"begin\":");
      out.append(JsonText.quoted(decimal(row.begin())));
      amount("end", row.end());
      amount("target", row.target());
      out.append('}').append(accounts.hasNext() ? "," : "");
    }
    out.append("},\n\"status\":").append(JsonText.quoted(report.paid().status()));
    out.append(",\n\"changes\":");
    list(
        report.paid().changes().stream()
            .filter(change -> change.date().equals(report.until()))
            .toList(),
        change -> {
          out.append("{\"by\":").append(JsonText.quoted(change.by()));
          text("status", change.status());
          out.append(",\"holds\":").append(change.holds()).append('}');
        });
    out.append(",\n\"disclosures\":");
    list(
        report.disclosures(),
        one -> {
          out.append("{\"duty\":").append(JsonText.quoted(one.duty().text()));
          text("source", one.duty().source());
          text("found", one.found().map(found -> found ? "yes" : "no").orElse("unknown"));
          text("why", one.why());
          out.append('}');
        });
    out.append(",\n\"transfers\":");
    list(
        report.paid().transfers().stream()
            .filter(transfer -> transfer.date().equals(report.until()))
            .toList(),
        transfer -> {
          out.append("{\"rule\":").append(JsonText.quoted(transfer.rule()));
          text("from", transfer.from());
          text("to", transfer.to());
          amount("amount", transfer.amount());
          text("why", transfer.why());
          out.append('}');
        });
    out.append("}\n");
  }

  private void tranche(PeriodReport.Paid paid) {
    out.append(JsonText.quoted(paid.tranche())).append(":{\"actual\":");
    row(paid.actual());
    amount("missedPrincipal", paid.missedPrincipal());
    out.append(",\"expected\":");
    if (paid.expected().isPresent()) {
      row(paid.expected().get());
    } else {
      out.append("null");
    }
    out.append('}');
  }

  private void row(LedgerRun.TrancheRow row) {
    out.append("{\"begin\":").append(JsonText.quoted(decimal(row.begin())));
    amount("interest", row.interest());
    amount("principal", row.principal());
    amount("end", row.end());
    amount("unpaid", row.unpaid());
    out.append('}');
  }

  private void sums(PeriodReport.Sums sums) {
    out.append("{\"interest\":").append(JsonText.quoted(decimal(sums.interest())));
    amount("principal", sums.principal());
    amount("prepay", sums.prepay());
    amount("default", sums.defaulted());
    amount("recovery", sums.recovery());
    amount("penalty", sums.penalty());
    amount("cash", sums.cash());
    out.append('}');
  }

  private void named(List<String> fees, boolean first) {
    boolean begins = first;
    for (String name : fees) {
      LedgerRun.FeeRow row = report.paid().fee(name).getLast();
      out.append(begins ? "" : ",").append(JsonText.quoted(name)).append(":{\"due\":");
      out.append(JsonText.quoted(decimal(row.due())));
      amount("paid", row.paid());
      amount("end", row.end());
      out.append('}');
      begins = false;
    }
  }

  private <T> void list(List<T> items, Consumer<T> one) {
    out.append('[');
    Iterator<T> each = items.iterator();
    while (each.hasNext()) {
      one.accept(each.next());
      out.append(each.hasNext() ? ",\n" : "");
    }
    out.append(']');
  }

  private void text(String name, String value) {
    out.append(',').append(JsonText.quoted(name)).append(':').append(JsonText.quoted(value));
  }

  private void amount(String name, long minor) {
    text(name, decimal(minor));
  }

  private String decimal(long minor) {
    return new Money(minor, report.deal().currency()).decimal();
  }
}
