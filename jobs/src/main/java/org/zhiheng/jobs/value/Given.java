package org.zhiheng.jobs.value;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.valuation.chance.Draw;
import org.zhiheng.valuation.indicator.Fact;
import org.zhiheng.valuation.indicator.Judgement;
import org.zhiheng.valuation.method.Kind;
import org.zhiheng.valuation.method.Method;

/// What a person's file tells of a patent.
///
/// @param name of the file's contents
/// @param purpose what the report is for
/// @param scene for which indicators are weighed
/// @param currency of its amounts
/// @param relief from annual fees
/// @param facts that the register does not tell
/// @param judgements of indicators
/// @param methods whose figures are there
/// @param leftOut why a family of methods is not used
/// @param draw how cases are drawn, if they are
record Given(
    String name,
    String purpose,
    String scene,
    Currency currency,
    Upkeep.Relief relief,
    List<Fact> facts,
    List<Judgement> judgements,
    List<Method> methods,
    Map<Kind, String> leftOut,
    Optional<Draw> draw) {

  /// Nothing is told.
  static final Given NOTHING =
      new Given(
          "",
          "a first look",
          "other",
          Currency.getInstance("CNY"),
          Upkeep.Relief.NONE,
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Optional.empty());

  /// Copies the collections.
  Given {
    facts = List.copyOf(facts);
    judgements = List.copyOf(judgements);
    methods = List.copyOf(methods);
    leftOut = Map.copyOf(leftOut);
  }
}
