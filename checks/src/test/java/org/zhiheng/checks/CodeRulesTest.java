package org.zhiheng.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/// The rules of names, calls and fields hold in the house, and each of them bites.
final class CodeRulesTest {

  private final JavaClasses house = House.classes();
  private final JavaClasses fixture = House.fixture("fixture.calls");

  @Test
  void noTypeEndsInAWordThatSaysNothing() {
    assertThat(CodeRules.bannedNames(house)).isEmpty();
  }

  @Test
  void refusesAHelper() {
    assertThat(CodeRules.bannedNames(fixture))
        .containsExactly("fixture.calls.DateHelper", "fixture.calls.DateHelper$RowInfo");
  }

  @Test
  void nothingReadsAClockZoneOrChanceOfItsOwn() {
    assertThat(CodeRules.bannedCalls(house)).isEmpty();
  }

  @Test
  void refusesHiddenInputs() {
    assertThat(CodeRules.bannedCalls(fixture))
        .extracting(line -> line.substring(line.indexOf(" calls ") + 7))
        .containsExactlyInAnyOrder(
            "java.time.Instant.now()",
            "java.time.ZoneId.systemDefault()",
            "java.util.Random.<init>()",
            "java.lang.Math.random()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.Thread.sleep(long)");
  }

  @Test
  void nothingButMainTouchesTheTerminal() {
    assertThat(CodeRules.terminalUses(house)).isEmpty();
  }

  @Test
  void refusesSystemOut() {
    assertThat(CodeRules.terminalUses(fixture))
        .containsExactly("fixture.calls.Hidden.print() uses java.lang.System.out");
  }

  @Test
  void noStaticFieldChanges() {
    assertThat(CodeRules.mutableStatics(house)).isEmpty();
  }

  @Test
  void refusesStaticFieldsThatChange() {
    assertThat(CodeRules.mutableStatics(fixture))
        .containsExactly("fixture.calls.Hidden.BUILT", "fixture.calls.Hidden.counted");
  }

  @Test
  void onlyTheListedPackagesCountInDoubles() {
    assertThat(CodeRules.doubles(house)).isEmpty();
  }

  @Test
  void refusesDoubles() {
    assertThat(CodeRules.doubles(fixture))
        .containsExactly("fixture.calls.Hidden.chance()", "fixture.calls.Hidden.share");
  }

  @Test
  void everyClassIsFinalOrSealed() {
    assertThat(CodeRules.openClasses(house)).isEmpty();
  }

  @Test
  void refusesAnOpenClass() {
    assertThat(CodeRules.openClasses(fixture)).containsExactly("fixture.calls.DateHelper");
  }
}
