package org.zhiheng.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WholeSignsTest {

  @Test
  void partsNoSign() {
    try (WholeSigns signs = new WholeSigns("a🎈b")) {
      char[] two = new char[2];
      assertThat(signs.read(two, 0, 2)).isEqualTo(1);
      assertThat(signs.read(two, 0, 2)).isEqualTo(2);
      assertThat(two).containsExactly("🎈".toCharArray());
      assertThat(signs.read(two, 0, 2)).isEqualTo(1);
      assertThat(signs.read(two, 0, 2)).isEqualTo(-1);
    }
  }

  @Test
  void givesHalfASignAsItStands() {
    try (WholeSigns signs = new WholeSigns("\uD83C")) {
      char[] two = new char[2];
      assertThat(signs.read(two, 0, 2)).isEqualTo(1);
      assertThat(signs.read(two, 0, 2)).isEqualTo(-1);
    }
  }
}
