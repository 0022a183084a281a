package org.zhiheng.server.deals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.deal.Support;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.values.Money;

/// A run as a workbook: a sheet for each tranche, fees, accounts, supports, the pool, the
/// transfers. Amounts are numbers in whole units with the currency's places; all text is text and
/// never a formula.
final class Workbook {

  /// Rows of transfers; a sheet of a workbook ends at 1,048,576.
  static final int TRANSFERS_MAX = 200_000;

  private static final int SHEET_NAME_MAX = 31;

  private final LedgerRun run;
  private final org.dhatim.fastexcel.Workbook book;
  private final Set<String> names = new HashSet<>();
  private final String format;

  private Workbook(LedgerRun run, org.dhatim.fastexcel.Workbook book) {
    this.run = run;
    this.book = book;
    int digits = run.plan().deal().currency().getDefaultFractionDigits();
    this.format = digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
  }

  /// The workbook's bytes.
  static byte[] of(Outcome outcome) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (org.dhatim.fastexcel.Workbook book =
        new org.dhatim.fastexcel.Workbook(bytes, "Zhiheng", "1.0")) {
      Workbook all = new Workbook(outcome.run(), book);
      all.summary(outcome);
      all.parts();
      all.transfers();
    }
    return bytes.toByteArray();
  }

  private void summary(Outcome outcome) {
    Worksheet sheet =
        sheet(
            "summary",
            "tranche",
            "size",
            "interest",
            "principal",
            "unpaid",
            "yield at par",
            "life years",
            "expected loss",
            "loss probability");
    int at = 1;
    for (Tranche tranche : outcome.deal().tranches()) {
      List<LedgerRun.TrancheRow> rows = run.tranche(tranche.name());
      sheet.value(at, 0, tranche.name());
      amount(sheet, at, 1, tranche.size());
      amount(sheet, at, 2, rows.stream().mapToLong(LedgerRun.TrancheRow::interest).sum());
      amount(sheet, at, 3, rows.stream().mapToLong(LedgerRun.TrancheRow::principal).sum());
      amount(sheet, at, 4, rows.getLast().end() + rows.getLast().unpaid());
      int row = at;
      outcome.yieldAtPar(tranche.name()).ifPresent(figure -> share(sheet, row, 5, figure));
      outcome.lifeYears(tranche.name()).ifPresent(figure -> sheet.value(row, 6, figure));
      outcome
          .loss(tranche.name())
          .ifPresent(loss -> {
            share(sheet, row, 7, loss.expectedLoss());
            share(sheet, row, 8, loss.lossProbability());
          });
      at++;
    }
    at++;
    at = line(sheet, at, "deal", outcome.deal().name());
    at = line(sheet, at, "currency", outcome.deal().currency().getCurrencyCode());
    at = line(sheet, at, "final status", outcome.run().status());
    sheet.value(at, 0, "paths");
    sheet.value(at, 1, outcome.paths().map(all -> all.paths()).orElse(0L));
  }

  private static int line(Worksheet sheet, int at, String name, String value) {
    sheet.value(at, 0, name);
    sheet.value(at, 1, value);
    return at + 1;
  }

  private void parts() {
    for (Tranche tranche : run.plan().deal().tranches()) {
      Worksheet sheet =
          sheet(tranche.name(), "date", "begin", "interest", "principal", "end", "unpaid");
      int at = 1;
      for (LedgerRun.TrancheRow row : run.tranche(tranche.name())) {
        day(sheet, at, row.date());
        amounts(sheet, at++, row.begin(), row.interest(), row.principal(), row.end(), row.unpaid());
      }
    }
    Worksheet fees = sheet("fees", "date", "due", "paid", "end", "fee");
    int at = 1;
    for (String name : feeNames()) {
      for (LedgerRun.FeeRow row : run.fee(name)) {
        day(fees, at, row.date());
        amounts(fees, at, row.due(), row.paid(), row.end());
        fees.value(at++, 4, name);
      }
    }
    Worksheet accounts = sheet("accounts", "date", "begin", "end", "target", "account");
    at = 1;
    for (Deal.Account account : run.plan().deal().accounts()) {
      for (LedgerRun.AccountRow row : run.account(account.name())) {
        day(accounts, at, row.date());
        amounts(accounts, at, row.begin(), row.end(), row.target());
        accounts.value(at++, 4, account.name());
      }
    }
    if (!run.plan().deal().supports().isEmpty()) {
      Worksheet supports = sheet("support", "date", "drawn", "due", "support");
      at = 1;
      for (Support support : run.plan().deal().supports()) {
        for (LedgerRun.SupportRow row : run.support(support.name())) {
          day(supports, at, row.date());
          amounts(supports, at, row.drawn(), row.due());
          supports.value(at++, 3, support.name());
        }
      }
    }
    Worksheet pool =
        sheet(
            "pool",
            "date",
            "begin",
            "interest",
            "principal",
            "prepay",
            "default",
            "recovery",
            "penalty",
            "end");
    at = 1;
    for (LedgerRun.PoolRow row : run.pool()) {
      day(pool, at, row.date());
      amounts(
          pool,
          at++,
          row.begin(),
          row.interest(),
          row.principal(),
          row.prepay(),
          row.defaulted(),
          row.recovery(),
          row.penalty(),
          row.end());
    }
  }

  private List<String> feeNames() {
    return Stream.concat(
            run.plan().deal().deductions().stream().map(Deal.Deduction::name),
            run.plan().deal().fees().stream().map(Fee::name))
        .toList();
  }

  private void transfers() {
    Worksheet sheet = sheet("transfers", "date", "amount", "from", "to", "rule", "why");
    int at = 1;
    for (LedgerRun.Transfer row : run.transfers()) {
      if (at > TRANSFERS_MAX) {
        sheet.value(at, 4, "more than " + TRANSFERS_MAX + " are in the JSON alone");
        break;
      }
      day(sheet, at, row.date());
      amounts(sheet, at, row.amount());
      sheet.value(at, 2, row.from());
      sheet.value(at, 3, row.to());
      sheet.value(at, 4, row.rule());
      sheet.value(at++, 5, row.why());
    }
  }

  private Worksheet sheet(String wanted, String... columns) {
    String bare = wanted.replaceAll("[\\[\\]*?/\\\\:'\\p{Cntrl}]", "_");
    String name = bare.length() > SHEET_NAME_MAX ? bare.substring(0, SHEET_NAME_MAX) : bare;
    int more = 2;
    while (name.isBlank() || !names.add(name.toLowerCase(Locale.ROOT))) {
      String end = " " + more++;
      name = bare.substring(0, Math.min(bare.length(), SHEET_NAME_MAX - end.length())) + end;
    }
    Worksheet sheet = book.newWorksheet(name);
    for (int at = 0; at < columns.length; at++) {
      sheet.value(0, at, columns[at]);
      sheet.style(0, at).bold().set();
      sheet.width(at, at == 0 ? 14 : 18);
    }
    sheet.freezePane(1, 1);
    return sheet;
  }

  private static void day(Worksheet sheet, int row, LocalDate day) {
    sheet.value(row, 0, day);
    sheet.style(row, 0).format("yyyy-mm-dd").set();
  }

  private void amounts(Worksheet sheet, int row, long... minor) {
    for (int at = 0; at < minor.length; at++) {
      amount(sheet, row, at + 1, minor[at]);
    }
  }

  private void amount(Worksheet sheet, int row, int column, long minor) {
    sheet.value(
        row, column, new BigDecimal(new Money(minor, run.plan().deal().currency()).decimal()));
    sheet.style(row, column).format(format).set();
  }

  private static void share(Worksheet sheet, int row, int column, double share) {
    sheet.value(row, column, share);
    sheet.style(row, column).format("0.0000%").set();
  }
}
