package org.zhiheng.cashflow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.values.ProblemsException;

final class YamlReaderTest {

  private static String nested(int depth) {
    return "[".repeat(depth) + "x" + "]".repeat(depth);
  }

  @Test
  void readsWhatIsNestedAsDeepAsItMay() {
    assertThat(YamlReader.read("deep", nested(YamlReader.DEPTH_MAX), YamlPlace::isList)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {YamlReader.DEPTH_MAX + 1, 100_000})
  void refusesWhatIsNestedDeeper(int depth) {
    assertThatThrownBy(() -> YamlReader.read("deep", nested(depth), YamlPlace::isList))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("[deal-limit]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \"\\u\"", "a: \"\\uD\"", "a: \"\\UFFFFFFFF\"", "a: \"\\U0011FFFF\""})
  void refusesAnEscapeThatIsNone(String text) {
    assertThatThrownBy(() -> YamlReader.read("escape", text, YamlReaderTest::value))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("[deal-yaml]");
  }

  /// The library reads 1,025 signs at once, and runs past them where the last is half of one.
  @Test
  void readsASignOfTwoHalvesWhereverItStands() {
    for (int at = 1_000; at < 1_100; at++) {
      String value = "b".repeat(at) + "🎈".repeat(2_000);
      assertThat(YamlReader.<String>read("far", "a: " + value, place -> value(place)))
          .isEqualTo(value);
    }
  }

  private static String value(YamlPlace place) {
    return place.names().get("a").text();
  }
}
