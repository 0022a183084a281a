package org.zhiheng.similarity.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Vectors, and what a cosine stands for.
class VectorTest {

  @Test
  void bringsToLengthOne() {
    // (3, 4) has length 5.
    Vector vector = Vector.of(new float[] {3, 4});

    assertThat(vector.at(0)).isEqualTo(.6f, within(1e-6f));
    assertThat(vector.cosine(Vector.of(new float[] {4, 3}))).isEqualTo(24.0 / 25, within(1e-6));
  }

  @Test
  void refusesWhatHasNoDirection() {
    assertThatThrownBy(() -> Vector.of(new float[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Vector.of(new float[] {Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Vector.of(new float[] {1}).cosine(Vector.of(new float[] {1, 0})))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
