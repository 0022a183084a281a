package org.zhiheng.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.similarity.meaning.ModelMeaning;
import org.zhiheng.similarity.meaning.Vector;

/// The model as it is shipped.
class OnnxEmbeddingsTest {

  private static OnnxEmbeddings embeddings;

  @BeforeAll
  static void load() throws IOException {
    embeddings = OnnxEmbeddings.load();
  }

  @AfterAll
  static void close() throws IOException {
    embeddings.close();
  }

  @Test
  void placesEveryTextAtDistanceOne() {
    Vector vector = embeddings.embed("凤凰");

    assertThat(vector.size()).isEqualTo(512);
    assertThat(vector.cosine(vector)).isEqualTo(1, within(1e-6));
  }

  @Test
  void placesLikeSensesCloserThanOthers() {
    Vector bank = embeddings.embed("银行");

    assertThat(bank.cosine(embeddings.embed("储蓄所")))
        .isGreaterThan(bank.cosine(embeddings.embed("小笼包")));
  }

  @Test
  void mapsUnrelatedNamesToNearNothing() {
    List<String> names = List.of("全聚德", "比亚迪", "周黑鸭", "联想", "长城", "蒙牛", "晨光", "老凤祥");
    List<Vector> vectors = embeddings.embed(names);
    List<Double> values = new ArrayList<>();
    for (int left = 0; left < names.size(); left++) {
      for (int right = 0; right < left; right++) {
        values.add(
            ModelMeaning.likeness(
                names.get(left), names.get(right), vectors.get(left).cosine(vectors.get(right))));
      }
    }

    assertThat(values.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .isLessThan(.1);
  }

  @Test
  void placesSynonymsAboveChanceAndOppositesToo() {
    // 美丽 and 漂亮 mean the same; 快 and 慢 are opposites: why no cosine is a finding of its own
    assertThat(likeness("美丽", "漂亮")).isGreaterThan(.5);
    assertThat(likeness("快", "慢")).isGreaterThan(.5);
    assertThat(likeness("美丽", "小笼包")).isLessThan(.1);
  }

  private static double likeness(String left, String right) {
    return ModelMeaning.likeness(
        left, right, embeddings.embed(left).cosine(embeddings.embed(right)));
  }

  @Test
  void doesNotJoinLanguages() {
    // What the documentation says it can't do: the translation is hardly closer than another word.
    Vector phoenix = embeddings.embed("phoenix");

    assertThat(phoenix.cosine(embeddings.embed("凤凰")) - phoenix.cosine(embeddings.embed("银行")))
        .isLessThan(.3);
  }

  @Test
  void placesManyAsItPlacesEach() {
    List<String> texts =
        IntStream.range(0, OnnxEmbeddings.BATCH_MAX + 3).mapToObj(at -> "第" + at + "号").toList();
    List<Vector> together = embeddings.embed(texts);

    assertThat(together).hasSize(texts.size());
    for (int at = 0; at < texts.size(); at += 7) {
      assertThat(together.get(at).cosine(embeddings.embed(texts.get(at)))).isGreaterThan(.98);
    }
  }

  @Test
  void cutsWhatIsTooLongAndReadsWhatIsEmpty() {
    assertThat(embeddings.embed("长".repeat(10_000)).size()).isEqualTo(512);
    assertThat(embeddings.embed("").size()).isEqualTo(512);
    assertThat(embeddings.embed(List.of())).isEmpty();
  }

  @Test
  void refusesToOpenWhereTheRuntimeWouldEndTheProcess() {
    assertThatCode(() -> OnnxEmbeddings.checkCommandLine(3_600)).doesNotThrowAnyException();
    assertThatThrownBy(() -> OnnxEmbeddings.checkCommandLine(3_601))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3601 bytes");
  }

  @Test
  void namesItsModel() {
    assertThat(embeddings.modelHash()).matches("[0-9a-f]{64}");
  }
}
