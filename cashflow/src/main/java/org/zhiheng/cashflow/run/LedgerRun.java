package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.YearFraction;

/// What a run to the minor unit came to. Amounts are in minor units; tables have a row for each
/// payment date, that of the pool one for each collection period.
public final class LedgerRun {

  private final Plan plan;
  private final Flows flows;
  private final Trace trace;
  private final long[][] begins;
  private final long[][] ends;
  private final List<Change> changes = new ArrayList<>();
  private final long[] bought;
  private final int[] ranUnder;
  private int pays;
  private int collects;
  private int calledAt = -1;

  LedgerRun(Plan plan, Flows flows, Trace trace) {
    this.plan = plan;
    this.flows = flows;
    this.trace = trace;
    begins = new long[plan.payDay.length][];
    ends = new long[plan.payDay.length][];
    bought = new long[plan.payDay.length];
    ranUnder = new int[plan.payDay.length];
  }

  /// A row of a tranche.
  ///
  /// @param unpaid interest that stays due
  public record TrancheRow(
      LocalDate date, long begin, long interest, long principal, long end, long unpaid) {}

  /// A row of a fee.
  ///
  /// @param due before the payments of the day
  public record FeeRow(LocalDate date, long due, long paid, long end) {}

  /// A row of an account.
  ///
  /// @param begin before the payments of the day, with what was collected
  public record AccountRow(LocalDate date, long begin, long end, long target) {}

  /// A row of a support.
  ///
  /// @param drawn what stands drawn after the day
  /// @param due interest and premium that stay due
  public record SupportRow(LocalDate date, long drawn, long due) {}

  /// A row of a hedge.
  ///
  /// @param notional of the period
  /// @param received from the other side
  /// @param due to it, before the payments of the day
  /// @param paid to it
  /// @param end what stays due
  public record HedgeRow(
      LocalDate date, long notional, long received, long due, long paid, long end) {}

  /// A row of the pool.
  public record PoolRow(
      LocalDate date,
      long begin,
      long interest,
      long principal,
      long prepay,
      long defaulted,
      long recovery,
      long penalty,
      long end) {}

  /// The deal went over to a status, or a trigger was noted.
  ///
  /// @param by the trigger, or `clean-up`
  /// @param holds whether its condition came to hold, or ceased to
  public record Change(LocalDate date, String status, String by, boolean holds) {}

  /// Money that moved, or was looked for in vain.
  ///
  /// @param rule the line of the waterfall; `collections` for what the pool paid, `hedges` for what
  ///   came from the other side of one
  /// @param why all that was due was paid, cash was short, and so on
  public record Transfer(
      LocalDate date, String rule, String from, String to, long amount, String why) {}

  void begin(int pay, long[] state) {
    begins[pay] = state.clone();
  }

  void end(int pay, long[] state) {
    ends[pay] = state.clone();
  }

  /// The waterfall of this status is run on that date.
  void runs(int pay, int status) {
    ranUnder[pay] = status;
  }

  /// The status whose waterfall was run.
  int ranUnder(int pay) {
    return ranUnder[pay];
  }

  /// The state before the payments of a date; not to be changed.
  long[] before(int pay) {
    return begins[pay];
  }

  /// The state after the payments of a date; not to be changed.
  long[] after(int pay) {
    return ends[pay];
  }

  void fired(int pay, int trigger, boolean holds, long status) {
    changes.add(
        new Change(
            plan.pay(pay),
            plan.layout.statuses.get((int) status),
            plan.layout.triggers.get(trigger),
            holds));
  }

  void called(int pay) {
    calledAt = pay;
    changes.add(new Change(plan.pay(pay), "clean-up", "clean-up", true));
  }

  void bought(int pay, long balance) {
    bought[pay] += balance;
  }

  void done(int count, long[] state, int lastCollect) {
    pays = count;
    int last = 0;
    for (int c = 0; c <= lastCollect; c++) {
      if ((flows.interest[c] | flows.principal[c] | flows.prepay[c]) != 0
          || (flows.defaulted[c] | flows.recovery[c]) != 0) {
        last = c;
      }
    }
    collects = last + 1;
    ends[count - 1] = state.clone();
  }

  /// The plan it is a run of.
  public Plan plan() {
    return plan;
  }

  /// How many payment dates were run.
  public int payments() {
    return pays;
  }

  /// Rows of a tranche.
  public List<TrancheRow> tranche(String name) {
    int j = index("tranche", plan.layout.tranches, name);
    List<TrancheRow> rows = new ArrayList<>();
    for (int p = 0; p < pays; p++) {
      int at = plan.layout.tranche(j, 0);
      rows.add(
          new TrancheRow(
              plan.pay(p),
              begins[p][at + Layout.T_BALANCE],
              ends[p][at + Layout.T_PAID_INTEREST],
              ends[p][at + Layout.T_PAID_PRINCIPAL],
              ends[p][at + Layout.T_BALANCE],
              ends[p][at + Layout.T_DUE_INTEREST] + ends[p][at + Layout.T_DUE_ON_UNPAID]));
    }
    return rows;
  }

  /// The first payment date on which interest or principal that was due was not paid; where only
  /// the end of the run leaves something outstanding, the day it all falls due.
  public Optional<LocalDate> firstUnpaid(String name) {
    int j = index("tranche", plan.layout.tranches, name);
    for (int p = 0; p < pays; p++) {
      if (ends[p][plan.layout.tranche(j, Layout.T_DUE_INTEREST)] > 0
          || ends[p][plan.layout.tranche(j, Layout.T_DUE_ON_UNPAID)] > 0
          || ends[p][plan.layout.tranche(j, Layout.T_DUE_PRINCIPAL)] > 0) {
        return Optional.of(plan.pay(p));
      }
    }
    long left =
        ends[pays - 1][plan.layout.tranche(j, Layout.T_BALANCE)]
            + ends[pays - 1][plan.layout.tranche(j, Layout.T_WRITTEN_OFF)];
    return left > 0
        ? plan.deal.tranches().get(j).maturity().or(() -> Optional.of(plan.deal.dates().legal()))
        : Optional.empty();
  }

  /// Whether all principal and interest of a tranche was paid by the end, if only late.
  public boolean paidInFull(String name) {
    List<TrancheRow> rows = tranche(name);
    long size = plan.deal.tranches().get(plan.layout.tranches.indexOf(name)).size();
    return rows.getLast().unpaid() == 0
        && rows.stream().mapToLong(TrancheRow::principal).sum() == size;
  }

  /// What rules paid out of cash that nobody was owed, to tranches and fees.
  public long residual() {
    boolean[] residual = new boolean[plan.rules.length];
    for (Op[] ops : plan.ops) {
      for (Op op : ops) {
        residual[op.rule] |= op.what == Op.RESIDUAL_TRANCHE || op.what == Op.RESIDUAL_FEE;
      }
    }
    long sum = 0;
    for (int t = 0; t < trace.count(); t++) {
      int rule = (int) trace.get(t, 1);
      sum += rule >= 0 && residual[rule] ? trace.get(t, 4) : 0;
    }
    return sum;
  }

  /// Interest that was earned on a tranche since the last payment date or closing, and not due yet
  /// on a day: the period's interest by its part of the period's time. Where a rate changes within
  /// the period that is its mean.
  ///
  /// @return 0 on a payment date and after the last
  public double accrued(String name, LocalDate day) {
    int j = index("tranche", plan.layout.tranches, name);
    DayCount count = plan.deal.tranches().get(j).dayCount();
    LocalDate since = plan.deal.dates().closing();
    for (int p = 0; p < pays && day.isAfter(since); p++) {
      LocalDate due = plan.pay(p);
      if (due.isAfter(day)) {
        long balance = begins[p][plan.layout.tranche(j, Layout.T_BALANCE)];
        YearFraction part = count.yearFraction(since, day);
        YearFraction whole = count.yearFraction(since, due);
        double rate = (double) plan.accrualOver[j][p] / plan.accrualUnder[j][p];
        return whole.numerator() == 0
            ? 0
            : balance
                * rate
                * ((double) part.numerator() / part.denominator())
                / ((double) whole.numerator() / whole.denominator());
      }
      since = due;
    }
    return 0;
  }

  /// Principal of a tranche that was planned for the last payment date run, or is due by its
  /// maturity, and was not paid.
  public long missedPrincipal(String name) {
    int j = index("tranche", plan.layout.tranches, name);
    int last = pays - 1;
    return Math.max(
        0,
        begins[last][plan.layout.tranche(j, Layout.T_DUE_PRINCIPAL)]
            - ends[last][plan.layout.tranche(j, Layout.T_PAID_PRINCIPAL)]);
  }

  /// The number of the payment date, from 1, that a collection period pays for.
  ///
  /// @param collected the period's last day
  /// @throws IllegalArgumentException when no period ends then
  public int paysOn(LocalDate collected) {
    int c = Arrays.binarySearch(plan.collectDay, collected.toEpochDay());
    if (c < 0) {
      throw new IllegalArgumentException("no collection period ends on " + collected);
    }
    return plan.collectPay[c] + 1;
  }

  /// The last payment date that was run.
  public LocalDate until() {
    return plan.pay(pays - 1);
  }

  /// Rows of a fee or deduction.
  public List<FeeRow> fee(String name) {
    int f = index("fee", plan.layout.fees, name);
    List<FeeRow> rows = new ArrayList<>();
    for (int p = 0; p < pays; p++) {
      rows.add(
          new FeeRow(
              plan.pay(p),
              begins[p][plan.layout.fee(f, Layout.F_DUE)],
              ends[p][plan.layout.fee(f, Layout.F_PAID)],
              ends[p][plan.layout.fee(f, Layout.F_DUE)]));
    }
    return rows;
  }

  /// Rows of an account.
  public List<AccountRow> account(String name) {
    int at = plan.layout.account(index("account", plan.layout.accounts, name));
    List<AccountRow> rows = new ArrayList<>();
    for (int p = 0; p < pays; p++) {
      rows.add(
          new AccountRow(plan.pay(p), begins[p][at], ends[p][at], ends[p][at + Layout.A_TARGET]));
    }
    return rows;
  }

  /// Rows of a support.
  public List<SupportRow> support(String name) {
    int s = index("support", plan.layout.supports, name);
    List<SupportRow> rows = new ArrayList<>();
    for (int p = 0; p < pays; p++) {
      rows.add(
          new SupportRow(
              plan.pay(p),
              ends[p][plan.layout.support(s, Layout.S_DRAWN)],
              ends[p][plan.layout.support(s, Layout.S_DUE)]));
    }
    return rows;
  }

  /// Rows of a hedge.
  public List<HedgeRow> hedge(String name) {
    int at = plan.layout.hedge(index("hedge", plan.layout.hedges, name), 0);
    List<HedgeRow> rows = new ArrayList<>();
    for (int p = 0; p < pays; p++) {
      rows.add(
          new HedgeRow(
              plan.pay(p),
              begins[p][at + Layout.H_NOTIONAL],
              begins[p][at + Layout.H_RECEIVED],
              begins[p][at + Layout.H_DUE],
              ends[p][at + Layout.H_PAID],
              ends[p][at + Layout.H_DUE]));
    }
    return rows;
  }

  /// What a ledger of deficiency holds after each payment date, by its tranches in order.
  public List<List<Long>> ledger(String name) {
    int l = index("ledger", plan.layout.ledgers, name);
    List<List<Long>> rows = new ArrayList<>();
    for (int p = 0; p < pays; p++) {
      List<Long> row = new ArrayList<>();
      for (int i = 0; i < plan.ledgerTranches[l].length; i++) {
        row.add(ends[p][plan.ledgerSlot[l] + i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /// Rows of the pool, until the last that holds anything.
  public List<PoolRow> pool() {
    List<PoolRow> rows = new ArrayList<>();
    long begin = plan.poolBalance;
    for (int c = 0; c < collects; c++) {
      long end = begin - flows.principal[c] - flows.prepay[c] - flows.defaulted[c];
      for (int p = 0; p < pays; p++) {
        boolean between =
            plan.collectPay[c] == p && (c + 1 == collects || plan.collectPay[c + 1] != p);
        end += between ? bought[p] : 0;
      }
      rows.add(
          new PoolRow(
              LocalDate.ofEpochDay(plan.collectDay[c]),
              begin,
              flows.interest[c],
              flows.principal[c],
              flows.prepay[c],
              flows.defaulted[c],
              flows.recovery[c],
              flows.penalty[c],
              end));
      begin = end;
    }
    return rows;
  }

  /// The status the deal begins in, and every change.
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /// The status at the end.
  public String status() {
    return calledAt >= 0
        ? "clean-up"
        : plan.layout.statuses.get((int) ends[pays - 1][Layout.STATUS]);
  }

  /// Every transfer, in order.
  public List<Transfer> transfers() {
    List<Transfer> transfers = new ArrayList<>();
    for (int t = 0; t < trace.count(); t++) {
      int rule = (int) trace.get(t, 1);
      transfers.add(
          new Transfer(
              plan.pay((int) trace.get(t, 0)),
              rule(rule),
              who((int) trace.get(t, 2)),
              who((int) trace.get(t, 3)),
              trace.get(t, 4),
              why((int) trace.get(t, 5))));
    }
    return transfers;
  }

  private String rule(int rule) {
    return switch (rule) {
      case Trace.OF_POOL -> "collections";
      case Trace.OF_HEDGES -> "hedges";
      default -> plan.rules[rule];
    };
  }

  private String who(int code) {
    Layout layout = plan.layout;
    if (code >= Trace.HEDGE) {
      return layout.hedges.get(code - Trace.HEDGE);
    }
    if (code >= Trace.DEFICIENCY) {
      return layout.ledgers.get(code - Trace.DEFICIENCY);
    }
    if (code == Trace.POOL) {
      return "pool";
    }
    if (code >= Trace.SUPPORT) {
      return layout.supports.get(code - Trace.SUPPORT);
    }
    if (code >= Trace.FEE) {
      return layout.fees.get(code - Trace.FEE);
    }
    return code >= Trace.TRANCHE
        ? layout.tranches.get(code - Trace.TRANCHE)
        : layout.accounts.get(code);
  }

  private static String why(int code) {
    return switch (code) {
      case Trace.PAID -> "all due was paid";
      case Trace.SHORT -> "cash was short";
      case Trace.LIMITED -> "the limit was reached";
      case Trace.LEFT -> "what was left";
      case Trace.COLLECTED -> "the pool paid";
      case Trace.RECEIVED -> "the other side of the hedge paid";
      case Trace.DRAWN -> "stepped in for missing cash";
      case Trace.BOOKED -> "booked, no cash moved";
      default -> throw new IllegalStateException("no such reason: " + code);
    };
  }

  private static int index(String what, List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no such " + what + ": " + name);
    }
    return index;
  }
}
