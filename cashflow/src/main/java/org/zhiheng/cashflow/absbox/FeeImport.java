package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// Reads the fees of AbsBox.
///
/// A yearly rate on the pool's balance counts the days of collection periods there, and what lies
/// between the last of them and the payment date counts nowhere.
final class FeeImport {

  private final GivenNames names;
  private final FormulaImport formulas;
  private final DealDates dates;

  FeeImport(GivenNames names, FormulaImport formulas, DealDates dates) {
    this.names = names;
    this.formulas = formulas;
    this.dates = dates;
  }

  List<Fee> all(YamlMap deal) {
    List<Fee> fees = new ArrayList<>();
    GivenNames.entries(deal, "fees")
        .forEach((given, place) -> fees.add(fee(names.known(Kind.FEE, given), place.names())));
    return fees;
  }

  private Fee fee(String name, YamlMap fee) {
    Json.refuseUnlessNothing(fee, List.of("feeDue", "feeArrears"));
    LocalDate from = Json.day(fee.find("feeStart"), dates.closing());
    Fee.Kind kind =
        fee.find("feeType").map(at -> kind(name, Json.tagged(at))).orElse(new Fee.Kind.Fixed(0));
    Optional<LocalDate> until =
        fee.find("feeDueDate").filter(at -> !at.isNothing()).map(YamlPlace::date);
    return until.map(day -> since(name, kind, from, day)).orElse(new Fee(name, kind, from));
  }

  /// A fee that was reckoned until a day already.
  private static Fee since(String name, Fee.Kind kind, LocalDate from, LocalDate day) {
    return switch (kind) {
      case Fee.Kind.Fixed _ -> new Fee(name, new Fee.Kind.Fixed(0), day);
      // the day itself counts again there
      case Fee.Kind.Recurring _ -> new Fee(name, kind, day.minusDays(1));
      case Fee.Kind.PerYear _, Fee.Kind.PerCollection _ -> new Fee(name, kind, day);
      // points that fell due are gone from the file; the others are reckoned anew on each date
      case Fee.Kind.Listed _, Fee.Kind.Reckoned _, Fee.Kind.Table _ -> new Fee(name, kind, from);
    };
  }

  private Fee.Kind kind(String name, Tagged tagged) {
    return switch (tagged.tag()) {
      case "FixFee" -> new Fee.Kind.Fixed(tagged.contents().map(Json::amount).orElse(0L));
      case "AnnualRateFee" -> perYear(tagged);
      case "PctFee" -> {
        List<YamlPlace> items = tagged.items(2);
        yield items.isEmpty()
            ? new Fee.Kind.Fixed(0)
            : new Fee.Kind.Reckoned(times(rate(items.get(1)), formulas.formula(items.get(0))));
      }
      case "TargetBalanceFee" -> {
        List<YamlPlace> items = tagged.items(2);
        yield items.isEmpty()
            ? new Fee.Kind.Fixed(0)
            // what stands due already counts towards it
            : new Fee.Kind.Reckoned(
                FormulaImport.floored(
                    new Formula.Arithmetic(
                        Formula.Operator.MINUS,
                        new Formula.Arithmetic(
                            Formula.Operator.MINUS,
                            formulas.formula(items.get(0)),
                            formulas.formula(items.get(1))),
                        FormulaImport.name(name + ".due"))));
      }
      case "RecurFee" -> {
        List<YamlPlace> items = tagged.items(2);
        yield items.isEmpty()
            ? new Fee.Kind.Fixed(0)
            : new Fee.Kind.Recurring(
                Json.amount(items.get(1)), Json.timing(items.get(0), dates.closing()));
      }
      case "ByCollectPeriod" ->
          new Fee.Kind.PerCollection(tagged.contents().map(Json::amount).orElse(0L));
      case "AmtByTbl" -> table(tagged);
      case "FeeFlow" ->
          new Fee.Kind.Listed(tagged.contents().map(BondImport::balances).orElse(new TreeMap<>()));
      default -> {
        tagged.unknown("kind of fee");
        yield new Fee.Kind.Fixed(0);
      }
    };
  }

  private Fee.Kind perYear(Tagged tagged) {
    List<YamlPlace> items = tagged.items(2);
    if (items.isEmpty()) {
      return new Fee.Kind.Fixed(0);
    }
    Optional<Rate.PerYear> rate = constant(items.get(1));
    if (rate.isEmpty()) {
      tagged.unknown("rate that changes");
    }
    boolean ofPool =
        Set.of("CurrentPoolBalance", "FutureCurrentPoolBalance")
            .contains(Json.tagged(items.get(0)).tag());
    Formula base = ofPool ? FormulaImport.name("pool.begin") : formulas.formula(items.get(0));
    return new Fee.Kind.PerYear(
        rate.orElse(new Rate.PerYear(0)),
        base,
        DayCount.ACT_365F,
        ofPool ? Fee.Days.COLLECTIONS : Fee.Days.PAYMENTS);
  }

  /// `[days, figure, [[from, amount], …]]`; the days have to be those of payments.
  private Fee.Kind table(Tagged tagged) {
    List<YamlPlace> items = tagged.items(3);
    if (items.isEmpty()) {
      return new Fee.Kind.Fixed(0);
    }
    if (!Json.timing(items.get(0), dates.firstPay().orElse(dates.closing())).equals(dates.pay())) {
      items
          .get(0)
          .refuse(
              "absbox-unsupported",
              "AmtByTbl",
              "A table is looked up on payment dates here, " + dates.pay() + ".");
    }
    NavigableMap<Long, Long> steps = new TreeMap<>();
    for (YamlPlace row : items.get(2).list()) {
      List<YamlPlace> pair = row.list();
      if (pair.size() == 2) {
        steps.put(Json.amount(pair.get(0)), Json.amount(pair.get(1)));
      }
    }
    return new Fee.Kind.Table(formulas.formula(items.get(1)), steps);
  }

  private Formula rate(YamlPlace place) {
    return constant(place)
        .<Formula>map(rate -> new Formula.Literal(BigDecimal.valueOf(rate.billionths(), 9), true))
        .orElseGet(() -> formulas.formula(place));
  }

  private static Formula times(Formula rate, Formula base) {
    return new Formula.Arithmetic(Formula.Operator.TIMES, rate, base);
  }

  /// A rate that is a number, or a figure that always is one.
  private static Optional<Rate.PerYear> constant(YamlPlace place) {
    if (!place.isMap()) {
      return Optional.of(Json.rate(place));
    }
    Tagged tagged = Json.tagged(place);
    return tagged.tag().equals("Constant") ? tagged.contents().map(Json::rate) : Optional.empty();
  }
}
