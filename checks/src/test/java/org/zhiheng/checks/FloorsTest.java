package org.zhiheng.checks;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Arrows run down only, and no two packages lean on each other.
final class FloorsTest {

  /// Fewer would mean that a part of the tree was not read, and that every rule passed over it.
  private static final int CLASSES_MIN = 250;

  @Test
  void everyArrowRunsDown() {
    assertThat(Floors.HOUSE.refused(House.classes())).isEmpty();
  }

  @Test
  void noPackagesFormACircle() {
    slices().matching("org.zhiheng.(**)").should().beFreeOfCycles().check(House.classes());
  }

  @Test
  void readsEveryModule() {
    assertThat(House.classes().size()).isGreaterThanOrEqualTo(CLASSES_MIN);
    assertThat(Floors.HOUSE.counts(House.classes()))
        .allSatisfy((module, count) -> assertThat(count).as(module).isPositive());
  }

  @Test
  void refusesAnArrowUp() {
    Floors two =
        new Floors("fixture.floors", Map.of("below", List.of(), "above", List.of("below")));

    assertThat(two.refused(House.fixture("fixture.floors")))
        .containsExactly("fixture.floors.below.Ground -> fixture.floors.above.Roof");
  }

  @Test
  void refusesALibraryThatIsNotListed() {
    Floors one = new Floors("fixture", Map.of("calls", List.of()));

    assertThat(one.refused(House.fixture("fixture.calls.library")))
        .containsExactly(
            "fixture.calls.library.Leaning -> com.tngtech.archunit.core.domain.JavaClasses");
  }

  @Test
  void refusesACircleWithinAModule() {
    assertThatThrownBy(() ->
            slices()
                .matching("fixture.(**)")
                .should()
                .beFreeOfCycles()
                .check(House.fixture("fixture.floors")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected");
  }
}
