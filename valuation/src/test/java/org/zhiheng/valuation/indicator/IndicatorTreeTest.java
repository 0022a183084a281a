package org.zhiheng.valuation.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.valuation.method.Figures;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

final class IndicatorTreeTest {

  private static final IndicatorTree TREE = IndicatorTree.load();

  /// Two leaves of weights 1 and 3, the first of two facts.
  private static final String SMALL =
      """
      version: 1
      weights-by: a test
      scenes: [finance, other]
      tree:
        - id: top
          zh: 上
          en: top
          parts:
            - id: first
              zh: 一
              en: first
              facts: {a: [[0, 0, 0], [10, 50, 100]], b: [[0, 20, 40]]}
            - id: second
              zh: 二
              en: second
              weight: 3
              weights: {finance: 1}
      """;

  /// The standard has 3, 14 and 27 indicators.
  @Test
  void theProductsTreeHasTheNumbersOfTheStandard() {
    List<Indicator> second = TREE.roots().stream().flatMap(root -> root.parts().stream()).toList();
    List<Indicator> third = second.stream().flatMap(each -> each.parts().stream()).toList();

    assertThat(TREE.roots()).hasSize(3);
    assertThat(second).hasSize(14);
    assertThat(third).hasSize(27).allMatch(leaf -> leaf.parts().isEmpty());
    assertThat(TREE.roots().stream().map(IndicatorTreeTest::leaves)).containsExactly(7L, 10L, 10L);
    assertThat(TREE.weightsBy()).isEqualTo("ours");
  }

  @Test
  void knowingNothingIsTheWholeRange() {
    Assessment assessment = TREE.assess(List.of(), List.of(), "finance");

    assertThat(assessment.low()).isZero();
    assertThat(assessment.high()).isCloseTo(100, within(1e-9));
    assertThat(assessment.known()).isZero();
    assertThat(assessment.notice()).isEqualTo(ModelReport.NOTICE);
  }

  /// a = 5: 25..50; b = 7: 20..40; first 22.5..45; second 0..100 of weight 3: (22.5 + 0) / 4 =
  /// 5.625 and (45 + 300) / 4 = 86.25.
  @Test
  void rangesAreWeightedMeans() {
    Assessment assessment =
        IndicatorTree.read("small", SMALL)
            .assess(List.of(fact("a", 5), fact("b", 7)), List.of(), "other");

    assertThat(assessment.low()).isCloseTo(5.625, within(1e-12));
    assertThat(assessment.high()).isCloseTo(86.25, within(1e-12));
    assertThat(assessment.known()).isCloseTo(0.25, within(1e-12));
  }

  /// Only a: (25 + 0)/2 = 12.5 and (50 + 100)/2 = 75; in finance both leaves weigh alike: (12.5 +
  /// 60)/2 and (75 + 70)/2.
  @Test
  void judgementsCountAlone() {
    Judgement judged = new Judgement("second", 60, 70, "three rivals were asked", Figures.SOURCE);
    Assessment assessment =
        IndicatorTree.read("small", SMALL)
            .assess(List.of(fact("a", 5)), List.of(judged), "finance");

    assertThat(assessment.low()).isCloseTo(36.25, within(1e-12));
    assertThat(assessment.high()).isCloseTo(72.5, within(1e-12));
    assertThat(assessment.known()).isCloseTo(0.75, within(1e-12));
    assertThat(assessment.parts().getFirst().parts())
        .extracting(Scored::missing)
        .containsExactly(List.of("b"), List.of());
  }

  @Test
  void whatTheTreeHasNoPlaceForIsNamed() {
    assertThat(TREE.assess(List.of(fact("colour", 1)), List.of(), "other").unused())
        .containsExactly("colour");
  }

  @Test
  void factsBeyondTheScaleCountAsItsEnd() {
    assertThat(TREE.assess(List.of(fact("family-offices", 40)), List.of(), "other").parts())
        .first()
        .extracting(law -> law.parts().getFirst().parts().get(1).evidence().getFirst())
        .isEqualTo(new Scored.Evidence("family-offices", 40, 80, 100, Figures.SOURCE));
  }

  /// One more fact, or one more judgement, never widens the range.
  @Seeds(200)
  void knowingMoreNeverWidens(Seed seed) {
    List<String> names =
        leavesOf(TREE.roots()).flatMap(leaf -> leaf.scales().keySet().stream()).sorted().toList();
    List<Fact> facts = new ArrayList<>();
    for (String name : names) {
      if (seed.chance(0.5)) {
        facts.add(fact(name, seed.between(0, 20)));
      }
    }
    Assessment more = TREE.assess(facts, List.of(), "licence");
    if (!facts.isEmpty()) {
      facts.remove(seed.between(0, facts.size()));
    }
    Assessment less = TREE.assess(facts, List.of(), "licence");

    assertThat(more.low()).isGreaterThanOrEqualTo(less.low() - 1e-12);
    assertThat(more.high()).isLessThanOrEqualTo(less.high() + 1e-12);
    assertThat(more.high()).isBetween(more.low(), 100.0);
  }

  /// The shares of the leaves come to one.
  @Test
  void sharesComeToOne() {
    for (String scene : TREE.scenes()) {
      Assessment assessment = TREE.assess(List.of(), List.of(), scene);
      assertThat(
              assessment.parts().stream()
                  .flatMap(part -> part.parts().stream())
                  .flatMap(part -> part.parts().stream())
                  .mapToDouble(Scored::share)
                  .sum())
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void refusesAllThatIsWrongInATree() {
    String wrong =
        SMALL
            .replace("[10, 50, 100]", "[10, 50, 101]")
            .replace("id: second", "id: first")
            .replace("weight: 3", "wieght: 3")
            .replace("finance: 1", "war: 1");

    assertThatThrownBy(() -> IndicatorTree.read("mine.yaml", wrong))
        .asInstanceOf(InstanceOfAssertFactories.throwable(ProblemsException.class))
        .extracting(thrown -> thrown.problems().stream().map(Problem::path).toList())
        .isEqualTo(List.of("line 12", "line 16", "line 13", "line 17"));
  }

  @Test
  void refusesASceneThatIsNone() {
    assertThatThrownBy(() -> TREE.assess(List.of(), List.of(), "war"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("war");
    assertThatThrownBy(() -> TREE.assess(List.of(fact("a", 1), fact("a", 2)), List.of(), "other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice: a");
  }

  private static Fact fact(String name, double figure) {
    return new Fact(name, figure, Figures.SOURCE);
  }

  private static long leaves(Indicator of) {
    return leavesOf(List.of(of)).count();
  }

  private static Stream<Indicator> leavesOf(List<Indicator> of) {
    return of.stream()
        .flatMap(each -> each.parts().isEmpty() ? Stream.of(each) : leavesOf(each.parts()));
  }

  @Test
  void refusesATreeThatIsNestedTooDeepOrFullOfOtherSigns() {
    for (String text : List.of("[".repeat(20_000), "a: b" + "🎈".repeat(2_000), "a: \"\\u\"")) {
      assertThatThrownBy(() -> IndicatorTree.read("spoilt", text))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("[indicator-tree]");
    }
  }
}
