package org.zhiheng.cashflow.run;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.deal.Hedge;
import org.zhiheng.cashflow.deal.Support;
import org.zhiheng.cashflow.deal.Tranche;

/// Where the state of a deal stands: one slot for each amount or count. Both modes use the same
/// slots, as whole minor units or as doubles.
final class Layout {

  /// Of the pool: its balance, and what came in since the last payment date.
  static final int POOL = 0;

  static final int POOL_BEGIN = 1;
  static final int INTEREST = 2;
  static final int PRINCIPAL = 3;
  static final int PREPAY = 4;
  static final int DEFAULT = 5;
  static final int RECOVERY = 6;
  static final int PENALTY = 7;
  static final int CUM_DEFAULT = 8;
  static final int CUM_RECOVERY = 9;
  static final int ORIGINAL = 10;
  static final int DAY = 11;
  static final int PERIOD = 12;
  static final int STATUS = 13;

  /// 1 when the deal was called and ends with this date's payments.
  static final int CALLED = 14;

  private static final int FIXED = 15;

  static final int TRANCHE_SLOTS = 8;
  static final int T_BALANCE = 0;
  static final int T_ORIGINAL = 1;
  static final int T_DUE_INTEREST = 2;
  static final int T_DUE_ON_UNPAID = 3;
  static final int T_DUE_PRINCIPAL = 4;
  static final int T_PAID_INTEREST = 5;
  static final int T_PAID_PRINCIPAL = 6;
  static final int T_WRITTEN_OFF = 7;

  static final int FEE_SLOTS = 2;
  static final int F_DUE = 0;
  static final int F_PAID = 1;

  static final int ACCOUNT_SLOTS = 2;
  static final int A_BALANCE = 0;
  static final int A_TARGET = 1;

  static final int HEDGE_SLOTS = 4;
  static final int H_NOTIONAL = 0;
  static final int H_DUE = 1;
  static final int H_PAID = 2;
  static final int H_RECEIVED = 3;

  static final int SUPPORT_SLOTS = 3;
  static final int S_DRAWN = 0;
  static final int S_AVAILABLE = 1;
  static final int S_DUE = 2;

  final List<String> tranches;
  final List<String> fees;
  final List<String> accounts;
  final List<String> supports;
  final List<String> hedges;
  final List<String> ledgers;
  final List<String> triggers;
  final List<String> statuses;

  private final int tranche;
  private final int fee;
  private final int account;
  private final int support;
  private final int hedge;
  private final int ledger;
  private final int trigger;
  private int size;

  Layout(Deal deal) {
    tranches = deal.tranches().stream().map(Tranche::name).toList();
    List<String> all = new ArrayList<>();
    deal.deductions().forEach(deduction -> all.add(deduction.name()));
    deal.fees().stream().map(Fee::name).forEach(all::add);
    fees = List.copyOf(all);
    accounts = deal.accounts().stream().map(Deal.Account::name).toList();
    supports = deal.supports().stream().map(Support::name).toList();
    hedges = deal.hedges().stream().map(Hedge::name).toList();
    ledgers = deal.ledgers().stream().map(Deal.Deficiency::name).toList();
    triggers = deal.triggers().stream().map(Deal.Trigger::name).toList();
    statuses = deal.waterfalls().stream().map(Deal.Waterfall::status).toList();
    tranche = FIXED;
    fee = tranche + TRANCHE_SLOTS * tranches.size();
    account = fee + FEE_SLOTS * fees.size();
    support = account + ACCOUNT_SLOTS * accounts.size();
    hedge = support + SUPPORT_SLOTS * supports.size();
    ledger = hedge + HEDGE_SLOTS * hedges.size();
    trigger = ledger + deal.ledgers().stream().mapToInt(one -> one.tranches().size()).sum();
    size = trigger + 2 * triggers.size();
  }

  int tranche(int index, int part) {
    return tranche + TRANCHE_SLOTS * index + part;
  }

  int fee(int index, int part) {
    return fee + FEE_SLOTS * index + part;
  }

  int account(int index) {
    return account + ACCOUNT_SLOTS * index;
  }

  int support(int index, int part) {
    return support + SUPPORT_SLOTS * index + part;
  }

  int hedge(int index, int part) {
    return hedge + HEDGE_SLOTS * index + part;
  }

  /// The first slot of a ledger: one for each of its tranches.
  int ledger(Deal deal, int index) {
    int at = ledger;
    for (int i = 0; i < index; i++) {
      at += deal.ledgers().get(i).tranches().size();
    }
    return at;
  }

  /// 1 while the trigger's condition has taken effect; the slot behind it keeps the status before.
  int trigger(int index) {
    return trigger + 2 * index;
  }

  /// One more slot, for a count or a decision.
  int add() {
    return size++;
  }

  int size() {
    return size;
  }
}
