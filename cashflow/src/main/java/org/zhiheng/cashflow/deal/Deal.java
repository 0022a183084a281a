package org.zhiheng.cashflow.deal;

import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;

/// A deal on cash flows, as declared.
///
/// @param name of the deal
/// @param currency of all its amounts
/// @param rounding how every product becomes whole minor units
/// @param parties role to name
/// @param dates when what happens
/// @param pool what pays
/// @param deductions what is taken from collections before any waterfall, in order
/// @param tranches what is paid, senior first
/// @param fees by name
/// @param accounts the first takes the collections
/// @param supports lines and guarantors
/// @param hedges agreements on interest rates
/// @param ledgers of deficiencies of principal
/// @param triggers in the order they are looked at
/// @param cleanUp when the pool is sold and the deal ends
/// @param waterfalls the first is the status that the deal begins in
/// @param report what has to be reported when, by name; words for people
public record Deal(
    String name,
    Currency currency,
    Rounding rounding,
    Map<String, String> parties,
    DealDates dates,
    Pool pool,
    List<Deduction> deductions,
    List<Tranche> tranches,
    List<Fee> fees,
    List<Account> accounts,
    List<Support> supports,
    List<Hedge> hedges,
    List<Deficiency> ledgers,
    List<Trigger> triggers,
    Optional<CleanUp> cleanUp,
    List<Waterfall> waterfalls,
    Map<String, String> report) {

  /// Tranches, fees, accounts and the like of one deal, each: more are a slip of the pen.
  public static final int PARTS_MAX = 200;

  /// Rules of one waterfall.
  public static final int RULES_MAX = 500;

  /// Holds the collections unchangeable, in their order.
  public Deal {
    parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
    deductions = List.copyOf(deductions);
    tranches = List.copyOf(tranches);
    fees = List.copyOf(fees);
    accounts = List.copyOf(accounts);
    supports = List.copyOf(supports);
    hedges = List.copyOf(hedges);
    ledgers = List.copyOf(ledgers);
    triggers = List.copyOf(triggers);
    waterfalls = List.copyOf(waterfalls);
    report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
  }

  /// The same with this tranche in place of the one of its name.
  public Deal withTranche(Tranche other) {
    return new Deal(
        name,
        currency,
        rounding,
        parties,
        dates,
        pool,
        deductions,
        tranches.stream().map(one -> one.name().equals(other.name()) ? other : one).toList(),
        fees,
        accounts,
        supports,
        hedges,
        ledgers,
        triggers,
        cleanUp,
        waterfalls,
        report);
  }

  /// What is taken from collections first, such as the inventors' share of licence income.
  ///
  /// @param amount of each payment date
  public record Deduction(String name, Formula amount) {}

  /// An account.
  ///
  /// @param opening what it holds at closing, in minor units
  /// @param target what it should hold
  public record Account(String name, long opening, Optional<Formula> target) {}

  /// A ledger of deficiency: losses are booked to it and cured by excess.
  ///
  /// @param tranches who bears losses, the last first; each at most its balance
  public record Deficiency(String name, List<String> tranches) {

    /// Holds the list unchangeable.
    public Deficiency {
      tranches = List.copyOf(tranches);
    }
  }

  /// What changes when a condition holds on a payment date.
  ///
  /// @param curable whether it ends when the condition no longer holds
  /// @param after whether it is looked at after the payments of the day rather than before
  public record Trigger(
      String name, Condition when, boolean curable, boolean after, Effect effect) {}

  /// What a trigger does.
  public sealed interface Effect {

    /// The deal goes over to the waterfall of this status.
    record Enter(String status) implements Effect {
      @Override
      public String toString() {
        return "status " + status;
      }
    }

    /// Somebody has to act; no cash moves by it.
    record Note(String what) implements Effect {
      @Override
      public String toString() {
        return "note " + what;
      }
    }
  }

  /// When the pool is sold, and for how much of its balance.
  ///
  /// @param price times the balance of the pool
  public record CleanUp(Condition when, Formula price) {}

  /// The order of payments in one status.
  public record Waterfall(String status, List<Rule> rules) {

    /// Holds the list unchangeable.
    public Waterfall {
      rules = List.copyOf(rules);
    }
  }
}
