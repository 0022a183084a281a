package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.Kind;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.cashflow.deal.Assumptions.Simulation;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// Reads assumptions of AbsBox: what a pool does, and index rates.
public final class ScenarioImport {

  private ScenarioImport() {}

  /// Reads one file and adds it to what others said; what it says again counts.
  ///
  /// @param source the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong or has no counterpart
  public static Assumptions scenario(String source, String json, Assumptions before) {
    return YamlReader.read(source, json, place -> new ScenarioImport().read(place, before));
  }

  private Assumptions read(YamlPlace place, Assumptions before) {
    YamlMap map = place.names();
    Behaviour pool = before.pool();
    Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates = new LinkedHashMap<>(before.rates());
    if (map.has("tag")) {
      pool = pool(Json.tagged(place));
    } else {
      for (YamlPlace rate : map.items("interest")) {
        rate(Json.tagged(rate), rates);
      }
      map.entries()
          .forEach((key, value) -> {
            if (!key.equals("interest")) {
              value.refuse("absbox-unsupported", key, "This assumption has no counterpart here.");
            }
          });
    }
    return new Assumptions(
        "imported", pool, Map.of(), rates, Map.of(), Optional.empty(), Simulation.FREE);
  }

  private static void rate(
      Tagged tagged, Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates) {
    List<YamlPlace> items = tagged.items(2);
    if (items.isEmpty()) {
      return;
    }
    NavigableMap<LocalDate, Rate.PerYear> curve = new TreeMap<>();
    switch (tagged.tag()) {
      case "RateFlat" -> curve.put(LocalDate.of(1900, 1, 1), Json.rate(items.get(1)));
      case "RateCurve" -> {
        for (YamlPlace point : Json.tagged(items.get(1)).items(1)) {
          List<YamlPlace> pair = point.list();
          if (pair.size() == 2) {
            curve.put(pair.get(0).date(), Json.rate(pair.get(1)));
          }
        }
      }
      default -> tagged.unknown("way to give a rate");
    }
    if (!curve.isEmpty()) {
      rates.put(items.get(0).text(), curve);
    }
  }

  private static Behaviour pool(Tagged level) {
    List<YamlPlace> items = level.items(1);
    if (!level.tag().equals("PoolLevel") || items.isEmpty()) {
      level.unknown("level of assumptions");
      return Behaviour.NONE;
    }
    Tagged assumption = Json.tagged(items.getFirst());
    if (!List.of("MortgageAssump", "LoanAssump").contains(assumption.tag())) {
      assumption.unknown("kind of assumption");
      return Behaviour.NONE;
    }
    List<YamlPlace> parts = assumption.items(3);
    if (parts.isEmpty()) {
      return Behaviour.NONE;
    }
    RateVector rate = there(parts.get(0)).map(ScenarioImport::vector).orElse(RateVector.NONE);
    RateVector prepay = there(parts.get(1)).map(ScenarioImport::vector).orElse(RateVector.NONE);
    Rate.PerYear recovery = new Rate.PerYear(0);
    int lag = 0;
    if (there(parts.get(2)).isPresent()) {
      Tagged tagged = Json.tagged(parts.get(2));
      List<YamlPlace> terms = tagged.items(2);
      if (tagged.tag().equals("Recovery") && !terms.isEmpty()) {
        recovery = Json.rate(terms.get(0));
        lag = terms.get(1).number(0, 240);
      } else {
        tagged.unknown("way to recover");
      }
    }
    parts.stream()
        .skip(3)
        .flatMap(part -> there(part).stream())
        .forEach(part ->
            part.refuse("absbox-unsupported", "extra", "Extra stress has no counterpart here."));
    List<Risk> risks =
        rate.values().isEmpty() ? List.of() : List.of(new Risk("default", rate, recovery, lag));
    return new Behaviour(risks, prepay, Behaviour.NONE.delinquency());
  }

  private static RateVector vector(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    return switch (tagged.tag()) {
      case "DefaultCDR", "PrepaymentCPR" ->
          new RateVector(Kind.ANNUAL, tagged.contents().map(Json::rate).stream().toList());
      case "DefaultVec", "PrepaymentVec" ->
          new RateVector(Kind.ANNUAL, tagged.items(1).stream().map(Json::rate).toList());
      case "PrepaymentPSA" ->
          new RateVector(Kind.PSA, tagged.contents().map(Json::rate).stream().toList());
      default -> {
        tagged.unknown("vector");
        yield RateVector.NONE;
      }
    };
  }

  private static Optional<YamlPlace> there(YamlPlace place) {
    return place.isNothing() ? Optional.empty() : Optional.of(place);
  }
}
