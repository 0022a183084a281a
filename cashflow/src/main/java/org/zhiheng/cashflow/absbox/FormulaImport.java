package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.formula.Formula.Operator;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads what AbsBox asks of the state of a deal. What was refused gives 0.
final class FormulaImport {

  /// As deep as the reader of deal files takes it.
  private static final int DEPTH_MAX = 24;

  private static final Formula ZERO = new Formula.Literal(BigDecimal.ZERO, false);

  private static final Map<String, String> OF_POOL =
      Map.ofEntries(
          Map.entry("CurrentPoolBalance", "pool"),
          Map.entry("CurrentPoolBegBalance", "pool.begin"),
          Map.entry("OriginalPoolBalance", "pool.original"),
          Map.entry("DealIssuanceBalance", "pool.original"),
          Map.entry("CurrentPoolDefaultedBalance", "pool.default"),
          Map.entry("CumulativePoolDefaultedBalance", "pool.cum-default"),
          Map.entry("CumulativePoolRecoveriesBalance", "pool.cum-recovery"),
          Map.entry("CumulativeNetLoss", "pool.cum-loss"),
          Map.entry("CumulativeNetLossRatio", "cum-loss"),
          Map.entry("CumulativePoolDefaultedRate", "cum-default"),
          Map.entry("PoolFactor", "pool-factor"),
          Map.entry("FutureCurrentPoolBalance", "pool"),
          Map.entry("FutureCurrentPoolBegBalance", "pool.begin"),
          Map.entry("FutureCurrentPoolFactor", "pool-factor"));

  /// What collections are made of, as formulas call it. Rents are principal here, and what a debtor
  /// pays beyond an invoice is interest.
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("CollectedInterest", "pool.interest"),
          Map.entry("CollectedPrincipal", "pool.principal"),
          Map.entry("CollectedPrepayment", "pool.prepay"),
          Map.entry("CollectedRecoveries", "pool.recovery"),
          Map.entry("CollectedPrepaymentPenalty", "pool.penalty"),
          Map.entry("CollectedFeePaid", "pool.interest"),
          Map.entry("CollectedRental", "pool.principal"),
          Map.entry("CollectedCash", "pool.cash"),
          Map.entry("NewDefaults", "pool.default"),
          Map.entry("CurBalance", "pool"),
          Map.entry("CurBegBalance", "pool.begin"));

  private final GivenNames names;
  private final Map<String, YamlPlace> custom;
  private final boolean onePool;
  private int depth;

  /// @param custom what the deal names for itself
  /// @param onePool whether all pools are one, so that naming them says nothing
  FormulaImport(GivenNames names, Map<String, YamlPlace> custom, boolean onePool) {
    this.names = names;
    this.custom = custom;
    this.onePool = onePool;
  }

  /// A figure; a bare number is one too.
  Formula formula(YamlPlace place) {
    if (!place.isMap() && !place.isList()) {
      return number(Json.number(place));
    }
    Tagged tagged = Json.tagged(place);
    if (++depth > DEPTH_MAX) {
      depth--;
      place.refuse("absbox", tagged.tag(), "Figures are nested deeper than " + DEPTH_MAX + ".");
      return ZERO;
    }
    Formula formula = read(tagged);
    depth--;
    return formula;
  }

  /// A number that rules can write: those below 0 as a difference.
  static Formula number(BigDecimal number) {
    BigDecimal cut =
        number.setScale(Math.min(12, Math.max(0, number.scale())), RoundingMode.HALF_EVEN);
    Formula most = new Formula.Literal(cut.abs(), false);
    return cut.signum() < 0 ? new Formula.Arithmetic(Operator.MINUS, ZERO, most) : most;
  }

  static Formula name(String name) {
    return new Formula.Name(name);
  }

  /// The sum of the same part of several.
  static Formula sum(List<String> names, String part) {
    return joined(names.stream().<Formula>map(one -> name(one + part)).toList(), Operator.PLUS);
  }

  static Formula floored(Formula formula) {
    return new Formula.Extreme(false, List.of(ZERO, formula));
  }

  /// Part of what the pool brought in, by its name.
  Optional<String> source(YamlPlace place) {
    String given = Json.tagged(place).tag();
    Optional<String> source = Optional.ofNullable(SOURCES.get(given));
    if (source.isEmpty()) {
      place.refuse("absbox-unsupported", given, "This flow of a pool has no counterpart here.");
    }
    return source;
  }

  private static Formula joined(List<Formula> parts, Operator operator) {
    BinaryOperator<Formula> join = (left, right) -> new Formula.Arithmetic(operator, left, right);
    return parts.stream().reduce(join).orElse(ZERO);
  }

  private Formula read(Tagged tagged) {
    String pool = OF_POOL.get(tagged.tag());
    if (pool != null) {
      tagged.contents().ifPresent(this::pools);
      return name(pool);
    }
    return switch (tagged.tag()) {
      case "CurrentBondBalance" -> sum(names.all(Kind.TRANCHE), "");
      case "OriginalBondBalance" -> issued(names.all(Kind.TRANCHE));
      case "BondFactor" ->
          new Formula.Arithmetic(
              Operator.OVER, sum(names.all(Kind.TRANCHE), ""), issued(names.all(Kind.TRANCHE)));
      case "BondFactorOf" -> {
        List<String> tranches = of(tagged, Kind.TRANCHE);
        yield new Formula.Arithmetic(Operator.OVER, sum(tranches, ""), issued(tranches));
      }
      case "CurrentBondBalanceOf" -> sum(of(tagged, Kind.TRANCHE), "");
      case "OriginalBondBalanceOf" -> issued(of(tagged, Kind.TRANCHE));
      case "CurrentDueBondInt", "CurrentDueBondIntTotal" ->
          sum(of(tagged, Kind.TRANCHE), ".due-interest");
      case "LastBondIntPaid" -> sum(of(tagged, Kind.TRANCHE), ".paid-interest");
      case "LastBondPrinPaid" -> sum(of(tagged, Kind.TRANCHE), ".paid-principal");
      // without a plan nothing is to stay outstanding
      case "BondBalanceGap" -> {
        List<String> of = of(tagged, Kind.TRANCHE);
        yield of.stream().anyMatch(names::isLocked)
            ? unknown(tagged)
            : joined(
                of.stream()
                    .<Formula>map(one -> name(names.hasPlan(one) ? one + ".principal" : one))
                    .toList(),
                Operator.PLUS);
      }
      case "AllAccBalance" -> sum(names.all(Kind.ACCOUNT), "");
      case "AccBalance" -> sum(of(tagged, Kind.ACCOUNT), "");
      case "ReserveBalance" -> sum(of(tagged, Kind.ACCOUNT), ".target");
      case "ReserveGap", "ReserveAccGap" -> sum(of(tagged, Kind.ACCOUNT), ".gap");
      case "ReserveExcess" ->
          joined(
              of(tagged, Kind.ACCOUNT).stream().map(FormulaImport::excess).toList(), Operator.PLUS);
      case "CurrentDueFee" -> sum(of(tagged, Kind.FEE), ".due");
      case "LastFeePaid" -> sum(of(tagged, Kind.FEE), ".paid");
      case "LiqCredit" -> sum(of(tagged, Kind.SUPPORT), ".available");
      case "LiqBalance" -> sum(of(tagged, Kind.SUPPORT), ".drawn");
      case "PoolCurCollection" -> collected(tagged, tagged.items(1), 0);
      case "PoolCollectionStats", "PoolCurCollectionStats" -> {
        List<YamlPlace> items = tagged.items(2);
        if (!items.isEmpty() && !items.getFirst().text().equals("0")) {
          tagged.unknown("look back");
        }
        yield collected(tagged, items, 1);
      }
      case "ProjCollectPeriodNum" -> name("period");
      case "DealStatInt" -> {
        String what = tagged.contents().map(YamlPlace::text).orElse("");
        yield switch (what) {
          case "PoolCollectedPeriod" -> name("period");
          // periods that were paid, so without this one
          case "BondPaidPeriod" ->
              new Formula.Arithmetic(
                  Operator.MINUS, name("period"), new Formula.Literal(BigDecimal.ONE, false));
          default -> unknown(tagged);
        };
      }
      case "UseCustomData" -> custom(tagged);
      case "Constant" ->
          tagged.contents().map(Json::number).map(FormulaImport::number).orElse(ZERO);
      default -> arithmetic(tagged);
    };
  }

  private Formula arithmetic(Tagged tagged) {
    return switch (tagged.tag()) {
      case "FloorWithZero" ->
          tagged.contents().map(this::formula).map(FormulaImport::floored).orElse(ZERO);
      case "Abs" -> {
        Formula of = tagged.contents().map(this::formula).orElse(ZERO);
        yield new Formula.Extreme(
            false, List.of(of, new Formula.Arithmetic(Operator.MINUS, ZERO, of)));
      }
      case "Factor", "Divide", "DivideRatio", "FloorWith", "CapWith" -> joined(tagged, 2);
      case "FloorAndCap" -> joined(tagged, 3);
      case "Multiply",
          "Product",
          "Sum",
          "Substract",
          "Subtract",
          "Max",
          "Min",
          "Excess",
          "Avg",
          "AvgRatio" ->
          joined(tagged, 0);
      default -> unknown(tagged);
    };
  }

  /// @param count how many figures there must be; 0: any
  private Formula joined(Tagged tagged, int count) {
    List<Formula> parts = new ArrayList<>();
    tagged.items(1).forEach(one -> parts.add(formula(one)));
    if (parts.isEmpty() || (count > 0 && parts.size() != count)) {
      tagged.unknown("number of figures");
      return ZERO;
    }
    return of(tagged.tag(), parts);
  }

  private static Formula of(String tag, List<Formula> parts) {
    Formula first = parts.getFirst();
    return switch (tag) {
      case "Factor", "Multiply", "Product" -> joined(parts, Operator.TIMES);
      case "Divide", "DivideRatio" -> joined(parts, Operator.OVER);
      case "Sum" -> joined(parts, Operator.PLUS);
      case "Substract", "Subtract" -> joined(parts, Operator.MINUS);
      case "Excess" -> floored(joined(parts, Operator.MINUS));
      case "Max", "FloorWith" -> new Formula.Extreme(false, parts);
      case "Min", "CapWith" -> new Formula.Extreme(true, parts);
      case "FloorAndCap" ->
          new Formula.Extreme(
              true,
              List.of(parts.get(1), new Formula.Extreme(false, List.of(first, parts.get(2)))));
      default ->
          new Formula.Arithmetic(
              Operator.OVER,
              joined(parts, Operator.PLUS),
              new Formula.Literal(BigDecimal.valueOf(parts.size()), false));
    };
  }

  /// What an account holds above its target.
  static Formula excess(String account) {
    return floored(
        new Formula.Arithmetic(Operator.MINUS, name(account), name(account + ".target")));
  }

  /// An amount: beside the balance it is compared with a bare number is one.
  private Formula issued(List<String> tranches) {
    return number(BigDecimal.valueOf(names.originals(tranches), 2));
  }

  private Formula collected(Tagged tagged, List<YamlPlace> items, int at) {
    if (items.size() <= at) {
      return ZERO;
    }
    items.stream().skip(at + 1L).filter(one -> !one.isNothing()).forEach(this::pools);
    // two flows of theirs may be one here
    Set<String> parts = new LinkedHashSet<>();
    for (YamlPlace one : items.get(at).oneOrMore()) {
      source(one).ifPresent(parts::add);
    }
    if (parts.isEmpty()) {
      tagged.unknown("flow of a pool");
    }
    return joined(parts.stream().<Formula>map(FormulaImport::name).toList(), Operator.PLUS);
  }

  private Formula custom(Tagged tagged) {
    String name = tagged.contents().map(YamlPlace::text).orElse("");
    YamlPlace data = custom.get(name);
    if (data == null) {
      tagged.place().refuse("absbox", name, YamlPlace.nearest("name", name, custom.keySet()));
      return ZERO;
    }
    Tagged given = Json.tagged(data);
    return switch (given.tag()) {
      case "CustomConstant" ->
          given.contents().map(Json::number).map(FormulaImport::number).orElse(ZERO);
      case "CustomDS" -> given.contents().map(this::formula).orElse(ZERO);
      default -> unknown(given);
    };
  }

  private List<String> of(Tagged tagged, Kind kind) {
    return tagged.contents().map(at -> names.several(kind, at)).orElse(List.of());
  }

  /// Pools that are named have to be all of them.
  void pools(YamlPlace place) {
    if (!onePool) {
      place.refuse(
          "absbox-unsupported", "pool", "Pools are taken together here; this names some of them.");
    }
  }

  private static Formula unknown(Tagged tagged) {
    tagged.unknown("figure");
    return ZERO;
  }
}
