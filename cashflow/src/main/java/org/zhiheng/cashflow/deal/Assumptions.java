package org.zhiheng.cashflow.deal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.zhiheng.values.Rate;

/// What is supposed to happen to a deal.
///
/// @param name by which it is called
/// @param pool what happens to every asset that is not named
/// @param assets by id, what happens to these instead
/// @param rates by index, the rate from a day on
/// @param flags what happens from outside, and when
/// @param purchase what is bought while the deal revolves
/// @param simulation how chance is drawn
public record Assumptions(
    String name,
    Behaviour pool,
    Map<String, Behaviour> assets,
    Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates,
    Map<String, LocalDate> flags,
    Optional<Purchase> purchase,
    Simulation simulation) {

  /// Nothing happens but what is scheduled.
  public static final Assumptions NONE =
      new Assumptions(
          "none", Behaviour.NONE, Map.of(), Map.of(), Map.of(), Optional.empty(), Simulation.FREE);

  /// Holds the collections unchangeable, in their order.
  public Assumptions {
    assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    Map<String, NavigableMap<LocalDate, Rate.PerYear>> copied = new LinkedHashMap<>();
    rates.forEach((index, rate) ->
        copied.put(index, Collections.unmodifiableNavigableMap(new TreeMap<>(rate))));
    rates = Collections.unmodifiableMap(copied);
  }

  /// The same with what is known by now: rates as they were fixed instead of those assumed for the
  /// same days, and only what really happened from outside.
  public Assumptions knowing(Assumptions known) {
    Map<String, NavigableMap<LocalDate, Rate.PerYear>> fixed = new LinkedHashMap<>(rates);
    known
        .rates()
        .forEach((index, at) -> {
          NavigableMap<LocalDate, Rate.PerYear> both =
              new TreeMap<>(rates.getOrDefault(index, new TreeMap<>()));
          both.headMap(at.lastKey(), true).clear();
          both.putAll(at);
          fixed.put(index, both);
        });
    return new Assumptions(name, pool, assets, fixed, known.flags(), purchase, simulation);
  }

  /// The same, each asset behaving otherwise.
  public Assumptions with(UnaryOperator<Behaviour> change) {
    Map<String, Behaviour> changed = new LinkedHashMap<>();
    assets.forEach((id, behaviour) -> changed.put(id, change.apply(behaviour)));
    return new Assumptions(
        name,
        change.apply(pool),
        changed,
        rates,
        flags,
        purchase.map(bought ->
            new Purchase(bought.asset(), bought.price(), change.apply(bought.behaviour()))),
        simulation);
  }

  /// What happens to an asset.
  ///
  /// @param risks what may end it, each at its rate; the first is the default
  /// @param prepay what is paid early
  /// @param delinquency what is paid late
  public record Behaviour(List<Risk> risks, RateVector prepay, Delinquency delinquency) {

    /// Nothing.
    public static final Behaviour NONE =
        new Behaviour(List.of(), RateVector.NONE, new Delinquency(new Rate.PerYear(0), 0));

    /// Holds the list unchangeable.
    public Behaviour {
      risks = List.copyOf(risks);
    }

    /// The same with other risks.
    public Behaviour withRisks(List<Risk> others) {
      return new Behaviour(others, prepay, delinquency);
    }

    /// The same with this rate of default; where none is assumed, nothing of it comes back.
    public Behaviour withDefault(RateVector rate) {
      List<Risk> changed = new ArrayList<>();
      boolean there = false;
      for (Risk risk : risks) {
        boolean is = risk.name().equals("default");
        there |= is;
        changed.add(is ? new Risk(risk.name(), rate, risk.recovery(), risk.lagMonths()) : risk);
      }
      if (!there) {
        changed.addFirst(new Risk("default", rate, new Rate.PerYear(0), 0));
      }
      return withRisks(changed);
    }
  }

  /// One of several events that compete to end an asset: default, invalidation, a lapsed annuity,
  /// the licensee's default, an early end.
  ///
  /// @param name default, invalidated, annuity-lapsed, licensee-default, early-end or any other
  /// @param rate how often
  /// @param recovery the part that comes back
  /// @param lagMonths how many months later
  public record Risk(String name, RateVector rate, Rate.PerYear recovery, int lagMonths) {

    /// The same, so much more often; a part stays at most the whole.
    public Risk times(long over, long under) {
      return new Risk(name, rate.times(over, under), recovery, lagMonths);
    }
  }

  /// What is paid late.
  ///
  /// @param part of interest and principal due
  /// @param lagPeriods how many collection periods later
  public record Delinquency(Rate.PerYear part, int lagPeriods) {}

  /// How often something happens, by the asset's periods from the first that is left.
  ///
  /// @param kind what the numbers say
  /// @param values one a period; the last goes on
  public record RateVector(Kind kind, List<Rate.PerYear> values) {

    /// Never.
    public static final RateVector NONE = new RateVector(Kind.ANNUAL, List.of());

    /// Holds the list unchangeable.
    public RateVector {
      values = List.copyOf(values);
    }

    /// So much more often. A part stays at most the whole; multiples of a standard have no most but
    /// what fits.
    public RateVector times(long over, long under) {
      return new RateVector(
          kind,
          values.stream()
              .map(rate -> {
                BigInteger more =
                    BigInteger.valueOf(rate.billionths())
                        .multiply(BigInteger.valueOf(over))
                        .divide(BigInteger.valueOf(under));
                BigInteger most =
                    switch (kind) {
                      case ANNUAL, ANNUAL_BY_MONTHS, MONTHLY -> BigInteger.valueOf(1_000_000_000L);
                      case PSA, SDA -> BigInteger.valueOf(1_000_000_000_000L);
                    };
                return new Rate.PerYear(more.min(most).longValueExact());
              })
              .toList());
    }

    /// The number of a period, from 0; 0 where there is none.
    public long billionths(int period) {
      return values.isEmpty() ? 0 : values.get(Math.min(period, values.size() - 1)).billionths();
    }
  }

  /// What the numbers of a vector say.
  public enum Kind {
    /// A part for a year (CPR, CDR), by the days of the period over 365.
    ANNUAL,
    /// A part for a year, by the months of the period over 12.
    ANNUAL_BY_MONTHS,
    /// A part for a month (SMM, MDR).
    MONTHLY,
    /// Times the prepayment standard of the Public Securities Association: 0.2 % a year more each
    /// month of age up to 6 %.
    PSA,
    /// Times the standard default assumption of the same: 0.02 % more each month to 0.60 % in month
    /// 30, flat to 60, down to 0.03 % in month 120.
    SDA
  }

  /// What is bought while the deal revolves.
  ///
  /// @param asset like which; its balance is scaled
  /// @param price for one of balance
  /// @param behaviour what happens to it
  public record Purchase(Asset asset, Rate.PerYear price, Behaviour behaviour) {}

  /// How chance is drawn.
  ///
  /// @param correlation of a one-factor normal model of when assets end; 0: they are independent
  public record Simulation(Rate.PerYear correlation) {

    /// Independent.
    public static final Simulation FREE = new Simulation(new Rate.PerYear(0));
  }
}
