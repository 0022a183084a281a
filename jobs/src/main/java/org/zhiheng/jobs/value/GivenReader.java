package org.zhiheng.jobs.value;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.valuation.chance.Draw;
import org.zhiheng.valuation.indicator.Fact;
import org.zhiheng.valuation.indicator.Indicator;
import org.zhiheng.valuation.indicator.IndicatorTree;
import org.zhiheng.valuation.indicator.Judgement;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.valuation.method.Kind;
import org.zhiheng.valuation.method.Method;
import org.zhiheng.values.ProblemsException;

/// Reads a person's file; the format is described in `docs/formats/value.md`.
final class GivenReader {

  private static final YamlReader.Codes CODES =
      new YamlReader.Codes("value-yaml", "value-limit", "value-key", "value-entry");

  private static final Set<String> OPTIONAL =
      Set.of(
          "purpose",
          "scene",
          "currency",
          "relief",
          "facts",
          "judgements",
          "methods",
          "left-out",
          "draw");

  private final IndicatorTree tree;
  private final Function<Upkeep.Relief, Known> knowing;

  private GivenReader(IndicatorTree tree, Function<Upkeep.Relief, Known> knowing) {
    this.tree = tree;
    this.knowing = knowing;
  }

  /// Reads a file.
  ///
  /// @param knowing what the register knows, with fees by the relief that the file tells
  /// @throws ProblemsException with all that is wrong, each with its line and column
  static Given read(GivenFile file, IndicatorTree tree, Function<Upkeep.Relief, Known> knowing) {
    return YamlReader.read(
        CODES, file.name(), file.text(), place -> new GivenReader(tree, knowing).given(place));
  }

  private Given given(YamlPlace place) {
    YamlMap map = place.map(Set.of("value"), OPTIONAL);
    Currency currency =
        map.find("currency").map(GivenReader::currency).orElse(Given.NOTHING.currency());
    Upkeep.Relief relief =
        map.find("relief").map(at -> at.oneOf(Upkeep.Relief.class)).orElse(Upkeep.Relief.NONE);
    Known known = knowing.apply(relief);
    Figures figures = new Figures(currency);
    List<Method> methods =
        map.find("methods")
            .map(at -> new MethodReader(figures, known).methods(at))
            .orElse(List.of());
    return new Given(
        map.text("value", ""),
        map.text("purpose", Given.NOTHING.purpose()),
        map.find("scene").map(this::scene).orElse(Given.NOTHING.scene()),
        currency,
        relief,
        map.find("facts").map(at -> facts(at, figures, known)).orElse(List.of()),
        map.find("judgements").map(at -> judgements(at, figures)).orElse(List.of()),
        methods,
        map.find("left-out").map(GivenReader::leftOut).orElse(Map.of()),
        map.find("draw").flatMap(at -> draw(at, figures)));
  }

  private String scene(YamlPlace place) {
    String scene = place.text();
    if (!tree.scenes().contains(scene)) {
      place.refuse("value-entry", scene, YamlPlace.nearest("scene", scene, tree.scenes()));
      return Given.NOTHING.scene();
    }
    return scene;
  }

  private static Currency currency(YamlPlace place) {
    String code = place.text();
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(code))
        .filter(known -> known.getDefaultFractionDigits() >= 0)
        .findAny()
        .orElseGet(() -> {
          place.refuse("currency", code, "A currency is an ISO 4217 code, such as CNY.");
          return Given.NOTHING.currency();
        });
  }

  private List<Fact> facts(YamlPlace place, Figures figures, Known known) {
    Set<String> names = new TreeSet<>();
    leaves(tree.roots()).forEach(leaf -> names.addAll(leaf.scales().keySet()));
    List<Fact> facts = new ArrayList<>();
    place
        .names()
        .entries()
        .forEach((name, at) -> {
          YamlMap fact = at.map(Figures.required("is"), Set.of("confidence"));
          if (!names.contains(name)) {
            at.refuse("value-entry", name, YamlPlace.nearest("fact", name, names));
          } else if (known.facts().stream().anyMatch(one -> one.name().equals(name))) {
            at.refuse("value-figure", name, "The register tells it already.");
          } else if (fact.complete()) {
            facts.add(
                new Fact(
                    name, figures.number(fact.get("is"), Unit.MULTIPLE), Figures.source(fact)));
          }
        });
    return facts;
  }

  private List<Judgement> judgements(YamlPlace place, Figures figures) {
    Set<String> ids = new TreeSet<>();
    leaves(tree.roots()).forEach(leaf -> ids.add(leaf.id()));
    List<Judgement> judgements = new ArrayList<>();
    place
        .names()
        .entries()
        .forEach((id, at) -> {
          YamlMap made = at.map(Figures.required("low", "high", "reason"), Set.of("confidence"));
          if (!ids.contains(id)) {
            at.refuse("value-entry", id, YamlPlace.nearest("indicator", id, ids));
            return;
          }
          if (!made.complete()) {
            return;
          }
          double low = figures.number(made.get("low"), Unit.MULTIPLE);
          double high = figures.number(made.get("high"), Unit.MULTIPLE);
          String reason = made.get("reason").text();
          if (!(0 <= low && low <= high && high <= 100)) {
            at.refuse("value-figure", id, "Scores are 0 <= low <= high <= 100.");
          } else if (!reason.isEmpty()) {
            judgements.add(new Judgement(id, low, high, reason, Figures.source(made)));
          }
        });
    return judgements;
  }

  private static Map<Kind, String> leftOut(YamlPlace place) {
    YamlMap map = place.map(Set.of(), Set.of("income", "market", "cost"));
    Map<Kind, String> reasons = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      map.find(Figures.word(kind)).ifPresent(at -> reasons.put(kind, at.text()));
    }
    return reasons;
  }

  private static Optional<Draw> draw(YamlPlace place, Figures figures) {
    YamlMap map = place.map(Set.of("hazard"), Set.of("paths", "seed"));
    if (!map.complete()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Draw(
              figures.input("hazard", Unit.SHARE_PER_YEAR, map.get("hazard")),
              map.find("paths").map(at -> at.number(100, 1_000_000)).orElse(10_000),
              map.find("seed").map(at -> at.number(0, 999_999_999)).orElse(1)));
    } catch (IllegalArgumentException refused) {
      place.refuse("value-figure", "", "It cannot be so: " + refused.getMessage() + ".");
      return Optional.empty();
    }
  }

  private static List<Indicator> leaves(List<Indicator> indicators) {
    List<Indicator> leaves = new ArrayList<>();
    for (Indicator one : indicators) {
      if (one.parts().isEmpty()) {
        leaves.add(one);
      } else {
        leaves.addAll(leaves(one.parts()));
      }
    }
    return leaves;
  }
}
