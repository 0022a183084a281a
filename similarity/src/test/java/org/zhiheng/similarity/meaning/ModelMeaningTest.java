package org.zhiheng.similarity.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;

/// Whom the meaning of names is asked of, and what the answer is worth. The model is invented.
class ModelMeaningTest {

  private static final String HASH = "0".repeat(64);

  private static final Meanings MEANINGS = Meanings.load();

  private final List<String> asked = new ArrayList<>();

  private Score explain(String left, String right, Senses senses) {
    return MEANINGS.explain(MEANINGS.read(left), MEANINGS.read(right), senses);
  }

  private Senses at(double cosine) {
    return (left, right) -> {
      asked.add(left + "|" + right);
      return new Senses.Sensed.Placed("invented", HASH, cosine);
    };
  }

  @ParameterizedTest
  @CsvSource({
    // no character in common: chance ends at .44, (.595 - .44) / (.75 - .44) = half of .75
    "黎明,拂晓,.44,0",
    "黎明,拂晓,-1,0",
    "黎明,拂晓,.595,.375",
    "黎明,拂晓,.75,.75",
    "黎明,拂晓,1,.75",
    // one in common: chance ends at .70, (.76 - .70) / (.85 - .70) = .4 of .75
    "奇迹,神迹,.70,0",
    "奇迹,神迹,.76,.3",
    "奇迹,神迹,.9,.75",
  })
  void isWorthNothingWithinChanceAndNeverASynonym(
      String left, String right, double cosine, double likeness) {
    assertThat(ModelMeaning.likeness(left, right, cosine)).isEqualTo(likeness, within(1e-9));
  }

  @Test
  void asksWhereTheGlossaryHasNoWordInCommonAndSaysByWhom() {
    Score score = explain("黎明", "拂曉", at(.595));

    assertThat(asked).containsExactly("黎明|拂晓");
    assertThat(score.value()).isEqualTo(.375, within(1e-9));
    assertThat(score.evidence())
        .singleElement()
        .isInstanceOfSatisfying(
            Evidence.PlacedByModel.class,
            placed -> {
              assertThat(placed.left()).isEqualTo("黎明");
              assertThat(placed.right()).isEqualTo("拂晓");
              assertThat(placed.model()).isEqualTo("invented");
              assertThat(placed.modelHash()).isEqualTo(HASH);
              assertThat(placed.cosine()).isEqualTo(.595);
              assertThat(placed.mapping()).isEqualTo("above-chance/1");
            });
  }

  @Test
  void asksTheHanPartOfAMixedName() {
    explain("黎明 AURORA", "拂晓", at(.5));

    assertThat(asked).containsExactly("黎明|拂晓");
  }

  @ParameterizedTest
  @CsvSource({
    // one idea in the glossary; a character in common; two words that it knows apart
    "快乐,欢乐",
    "皇冠,王冠",
    "太阳,月亮",
    "Golden Phoenix,金凤凰",
  })
  void doesNotAskWhereTheGlossaryKnows(String left, String right) {
    Score score = explain(left, right, at(1));

    assertThat(asked).isEmpty();
    assertThat(score).isEqualTo(MEANINGS.explain(MEANINGS.read(left), MEANINGS.read(right)));
  }

  @ParameterizedTest
  @CsvSource({"LABUBU,拉布布", "黎明,AURORIX", "AURORIX,VERTAMIX"})
  void saysThatNothingIsKnownWhereANameHasNoHan(String left, String right) {
    Score score = explain(left, right, at(1));

    assertThat(asked).isEmpty();
    assertThat(score).isEqualTo(new Score(0, List.of(new Evidence.NotCompared("meaning-unknown"))));
  }

  @Test
  void saysThatTheModelIsMissing() {
    assertThat(explain("黎明", "拂晓", (_, _) -> new Senses.Sensed.Missing("no file")))
        .isEqualTo(new Score(0, List.of(new Evidence.NotCompared("meaning-model-missing"))));
  }

  @Test
  void leavesTheGlossaryAloneWhenNobodyIsToBeAsked() {
    assertThat(explain("黎明", "拂晓", Senses.NONE)).isEqualTo(new Score(0, List.of()));
  }
}
