package org.zhiheng.similarity.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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

  @Test
  void mapsUnrelatedToNothing() {
    // .46 is the measured mark of the unrelated; (.73 - .46) / (1 - .46) = .5
    assertThat(ModelMeaning.likeness(.46)).isZero();
    assertThat(ModelMeaning.likeness(-1)).isZero();
    assertThat(ModelMeaning.likeness(.73)).isEqualTo(.5, within(1e-9));
    assertThat(ModelMeaning.likeness(1)).isEqualTo(1);
  }

  @Test
  void comparesByAnyEmbeddings() {
    Embeddings lengths =
        new Embeddings() {
          @Override
          public Vector embed(String text) {
            return Vector.of(new float[] {text.length(), 1});
          }

          @Override
          public List<Vector> embed(List<String> texts) {
            return texts.stream().map(this::embed).toList();
          }

          @Override
          public String modelHash() {
            return "0".repeat(64);
          }
        };

    assertThat(new ModelMeaning(lengths).compare("高", "低").value()).isEqualTo(1, within(1e-6));
  }
}
