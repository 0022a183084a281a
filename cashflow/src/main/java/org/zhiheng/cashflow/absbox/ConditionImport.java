package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Condition.Sign;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads conditions of AbsBox. What was refused never holds.
final class ConditionImport {

  private static final Formula ZERO = new Formula.Literal(BigDecimal.ZERO, false);
  private static final Formula PERIOD = FormulaImport.name("period");
  private static final Condition NEVER = new Condition.Compare(Sign.LESS, PERIOD, ZERO);
  private static final Condition ALWAYS = new Condition.Compare(Sign.MORE, PERIOD, ZERO);

  /// Half a unit: what rounds to nothing is nothing to AbsBox.
  private static final Formula HALF = new Formula.Literal(new BigDecimal("0.5"), false);

  private final FormulaImport formulas;
  private final GivenNames names;
  private final String status;

  /// @param status in which the condition is asked; empty for any
  ConditionImport(FormulaImport formulas, GivenNames names, String status) {
    this.formulas = formulas;
    this.names = names;
    this.status = status;
  }

  Condition condition(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    return switch (tagged.tag()) {
      case "IfZero" ->
          tagged
              .contents()
              .<Condition>map(at -> new Condition.Compare(Sign.AT_MOST, formulas.formula(at), HALF))
              .orElse(NEVER);
      case "If", "IfRate", "IfInt", "If2", "IfRate2", "IfInt2" -> {
        List<YamlPlace> items = tagged.items(3);
        yield items.isEmpty()
            ? NEVER
            : new Condition.Compare(
                sign(items.get(0)), formulas.formula(items.get(1)), formulas.formula(items.get(2)));
      }
      case "IfCurve", "IfRateCurve", "IfIntCurve" -> curve(tagged);
      case "IfIntBetween" -> {
        List<YamlPlace> items = tagged.items(4);
        yield items.isEmpty()
            ? NEVER
            : between(
                formulas.formula(items.get(0)),
                items.get(1),
                formulas.formula(items.get(2)),
                formulas.formula(items.get(3)));
      }
      case "IfIntIn" -> {
        List<YamlPlace> items = tagged.items(2);
        if (items.isEmpty()) {
          yield NEVER;
        }
        Formula of = formulas.formula(items.get(0));
        yield joined(
            items.get(1).list().stream().map(one -> same(of, formulas.formula(one))).toList(),
            Condition.Either::new);
      }
      case "IfDate" -> {
        List<YamlPlace> items = tagged.items(2);
        yield items.isEmpty()
            ? NEVER
            : new Condition.Compare(sign(items.get(0)), today(), day(items.get(1)));
      }
      case "IfDateBetween" -> {
        List<YamlPlace> items = tagged.items(3);
        yield items.isEmpty()
            ? NEVER
            : between(today(), items.get(0), day(items.get(1)), day(items.get(2)));
      }
      case "IfDateIn" ->
          joined(
              tagged.items(1).stream().map(one -> same(today(), day(one))).toList(),
              Condition.Either::new);
      case "IfBool" -> {
        List<YamlPlace> items = tagged.items(2);
        if (items.isEmpty()) {
          yield NEVER;
        }
        Condition holds = truth(Json.tagged(items.get(0)));
        yield items.get(1).yes() ? holds : new Condition.Not(holds);
      }
      case "IfDealStatus" -> {
        if (status.isEmpty()) {
          tagged.unknown("condition");
        }
        yield tagged.contents().map(ActionsImport::status).filter(status::equals).isPresent()
            ? ALWAYS
            : NEVER;
      }
      case "Always" -> tagged.contents().filter(YamlPlace::yes).isPresent() ? ALWAYS : NEVER;
      case "IfNot" -> new Condition.Not(tagged.contents().map(this::condition).orElse(NEVER));
      case "Any" ->
          joined(tagged.items(1).stream().map(this::condition).toList(), Condition.Either::new);
      case "All" ->
          joined(tagged.items(1).stream().map(this::condition).toList(), Condition.Both::new);
      default -> {
        tagged.unknown("condition");
        yield NEVER;
      }
    };
  }

  /// What is true or not of a deal.
  private Condition truth(Tagged tagged) {
    List<String> tranches =
        switch (tagged.tag()) {
          case "IsPaidOff", "IsOutstanding" ->
              tagged.contents().map(at -> names.several(Kind.TRANCHE, at)).orElse(List.of());
          default -> List.of();
        };
    return switch (tagged.tag()) {
      case "IsPaidOff" ->
          joined(tranches.stream().map(ConditionImport::paidOff).toList(), Condition.Both::new);
      case "IsOutstanding" ->
          joined(
              tranches.stream().<Condition>map(one -> new Condition.Not(paidOff(one))).toList(),
              Condition.Both::new);
      case "IsMostSenior" -> {
        List<YamlPlace> items = tagged.items(2);
        if (items.isEmpty()) {
          yield NEVER;
        }
        Condition alone = new Condition.Not(paidOff(names.one(Kind.TRANCHE, items.get(0))));
        for (String other : names.several(Kind.TRANCHE, items.get(1))) {
          alone = new Condition.Both(alone, paidOff(other));
        }
        yield alone;
      }
      case "IsFeePaidOff" ->
          joined(
              tagged.contents().map(at -> names.several(Kind.FEE, at)).orElse(List.of()).stream()
                  .map(one -> same(FormulaImport.name(one + ".due"), ZERO))
                  .toList(),
              Condition.Both::new);
      case "IsLiqSupportPaidOff" ->
          joined(
              tagged
                  .contents()
                  .map(at -> names.several(Kind.SUPPORT, at))
                  .orElse(List.of())
                  .stream()
                  .map(one -> same(FormulaImport.name(one + ".drawn"), ZERO))
                  .toList(),
              Condition.Both::new);
      case "TestNot" ->
          new Condition.Not(tagged.contents().map(at -> truth(Json.tagged(at))).orElse(NEVER));
      default -> {
        tagged.unknown("condition");
        yield NEVER;
      }
    };
  }

  private static Condition paidOff(String tranche) {
    return new Condition.Both(
        same(FormulaImport.name(tranche), ZERO),
        same(FormulaImport.name(tranche + ".due-interest"), ZERO));
  }

  /// Compared with a threshold by date: each point holds until its day, the last for ever.
  private Condition curve(Tagged tagged) {
    List<YamlPlace> items = tagged.items(3);
    if (items.isEmpty()) {
      return NEVER;
    }
    Tagged points = Json.tagged(items.get(2));
    if (!points.tag().equals("ThresholdCurve")) {
      points.unknown("curve of thresholds");
      return NEVER;
    }
    Sign sign = sign(items.get(0));
    Formula of = formulas.formula(items.get(1));
    List<YamlPlace> pairs = points.items(1);
    List<Condition> spans = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      List<YamlPlace> pair = pairs.get(i).list();
      if (pair.size() != 2) {
        pairs.get(i).refuse("absbox", "", "A point is a day and a number.");
        continue;
      }
      Condition holds = new Condition.Compare(sign, of, formulas.formula(pair.get(1)));
      if (i + 1 < pairs.size()) {
        holds =
            new Condition.Both(
                holds, new Condition.Compare(Sign.AT_MOST, today(), day(pair.get(0))));
      }
      if (i > 0) {
        List<YamlPlace> before = pairs.get(i - 1).list();
        if (!before.isEmpty()) {
          holds =
              new Condition.Both(
                  holds, new Condition.Compare(Sign.MORE, today(), day(before.getFirst())));
        }
      }
      spans.add(holds);
    }
    return joined(spans, Condition.Either::new);
  }

  private static Condition between(Formula of, YamlPlace range, Formula from, Formula to) {
    String word = range.text();
    return new Condition.Both(
        new Condition.Compare(word.startsWith("E") ? Sign.MORE : Sign.AT_LEAST, of, from),
        new Condition.Compare(word.endsWith("E") ? Sign.LESS : Sign.AT_MOST, of, to));
  }

  private static Condition joined(List<Condition> parts, BinaryOperator<Condition> join) {
    if (parts.size() > 2) {
      // halves, for brackets nest no deeper than a reader of deals goes
      int half = parts.size() / 2;
      return join.apply(
          joined(parts.subList(0, half), join), joined(parts.subList(half, parts.size()), join));
    }
    return parts.stream().reduce(join).orElse(NEVER);
  }

  private static Condition same(Formula left, Formula right) {
    return new Condition.Compare(Sign.SAME, left, right);
  }

  private static Formula today() {
    return FormulaImport.name("date");
  }

  private static Formula day(YamlPlace place) {
    return new Formula.Day(place.date());
  }

  private static Sign sign(YamlPlace place) {
    String word = Json.tagged(place).tag();
    return switch (word) {
      case "G" -> Sign.MORE;
      case "GE" -> Sign.AT_LEAST;
      case "L" -> Sign.LESS;
      case "LE" -> Sign.AT_MOST;
      case "E" -> Sign.SAME;
      default -> {
        place.refuse("absbox", word, "A comparison is G, GE, L, LE or E.");
        yield Sign.SAME;
      }
    };
  }
}
