package org.zhiheng.similarity.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.similarity.han.HanLexicon;

/// Names across scripts, from the issue and from the streets.
class BridgeTest {

  private static final Bridge BRIDGE = Bridge.load(HanLexicon.load());

  @ParameterizedTest
  @CsvSource({"LABUBU,拉布布", "La Bu Bu,拉布布", "Zhouheiya,周黑鸭", "zhou hei ya,周黑鴨"})
  void hearsPinyinHoweverSpaced(String latin, String han) {
    assertThat(BRIDGE.sound(BRIDGE.read(latin), BRIDGE.read(han))).isGreaterThanOrEqualTo(.95);
  }

  @ParameterizedTest
  @CsvSource({"Nike,耐克", "Coca-Cola,可口可乐", "McDonald's,麦当劳", "LAFUFU,拉布布"})
  void hearsForeignNamesInCharacters(String latin, String han) {
    assertThat(BRIDGE.sound(BRIDGE.read(latin), BRIDGE.read(han))).isGreaterThanOrEqualTo(.5);
  }

  @Test
  void findsNothingInOneScript() {
    assertThat(BRIDGE.sound(BRIDGE.read("Nike"), BRIDGE.read("Nika"))).isZero();
  }
}
