package org.zhiheng.similarity.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Confidence;

/// What the rules say of letters beside Chinese characters, by the scores of the engine itself.
class AcrossScriptsTest {

  private static final Words WORDS = Words.load();
  private static final HanLexicon LEXICON = WORDS.lexicon();
  private static final Guideline GUIDELINE =
      Guideline.load(
          new CharacterLikeness() {
            @Override
            public double sound(int left, int right) {
              return LEXICON.sound(left, right);
            }

            @Override
            public double shape(int left, int right) {
              return LEXICON.shape(left, right);
            }
          });
  private static final MarkViews VIEWS = MarkViews.load();

  private static RuleFinding finding(int rule, String left, String right) {
    Scores scores = WORDS.compare(WORDS.read(left).orThrow(), WORDS.read(right).orThrow());
    return GUIDELINE.findings(VIEWS.read(left), VIEWS.read(right), scores).get(rule - 1);
  }

  @ParameterizedTest
  @CsvSource({
    // the reading of each character, by its word: 长 is chang here
    "LABUBU,拉布布,pinyin-of-han",
    "La Bu Bu,拉布布,pinyin-of-han",
    "拉布布,LABUBU,pinyin-of-han",
    "changcheng,长城,pinyin-of-han",
    // near in sound only
    "LAFUFU,拉布布,transliteration",
    "Nike,耐克,transliteration",
    "LABUBU 云杉,拉布布,pinyin-of-han",
  })
  void leavesSoundAcrossScriptsToAPersonAndSaysWhatIsMissing(
      String left, String right, String note) {
    RuleFinding third = finding(3, left, right);

    assertThat(third.outcome()).isEqualTo(RuleFinding.Outcome.UNDECIDED);
    assertThat(third.reasons())
        .extracting(RuleReason::code)
        .containsExactly("sound-near", "shape-across-scripts");
    assertThat(third.notes()).extracting(RuleNote::id).containsExactly(note);
  }

  @ParameterizedTest
  @CsvSource({"brivo,云杉湖", "phoenix,拉布布"})
  void saysThatNothingAppliesWhereNeitherSoundNorMeaningAnswers(String left, String right) {
    Scores scores = WORDS.compare(WORDS.read(left).orThrow(), WORDS.read(right).orThrow());

    assertThat(GUIDELINE.findings(VIEWS.read(left), VIEWS.read(right), scores))
        .extracting(RuleFinding::outcome)
        .containsOnly(RuleFinding.Outcome.DOES_NOT_APPLY);
  }

  @Test
  void appliesRule5ToATranslationAndSaysWhatItPresupposes() {
    RuleFinding fifth = finding(5, "Golden Phoenix", "金凤凰");

    assertThat(fifth.outcome()).isEqualTo(RuleFinding.Outcome.APPLIES);
    assertThat(fifth.notes()).extracting(RuleNote::id).containsExactly("translation");
    assertThat(fifth.notes().getFirst().citation().confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(fifth.sentenceEn()).contains("presupposes that the public knows the foreign word");
    assertThat(fifth.sentenceZh()).contains("须以相关公众认识该外文含义为前提");
  }

  @Test
  void leavesAnElementThatAnswersAcrossScriptsToAPersonUnderRule12() {
    RuleFinding twelfth = finding(12, "LABUBU 云杉", "拉布布");

    assertThat(twelfth.outcome()).isEqualTo(RuleFinding.Outcome.UNDECIDED);
    assertThat(twelfth.notes()).extracting(RuleNote::id).containsExactly("element-across");
    assertThat(finding(12, "LABUBU 拉布布", "拉布布").outcome()).isEqualTo(RuleFinding.Outcome.APPLIES);
  }

  @Test
  void saysNothingBesideARuleWithinOneScript() {
    Scores scores = WORDS.compare(WORDS.read("云杉湖").orThrow(), WORDS.read("云杉河").orThrow());

    assertThat(GUIDELINE.findings(VIEWS.read("云杉湖"), VIEWS.read("云杉河"), scores))
        .allSatisfy(rule -> assertThat(rule.notes()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({".19,DOES_NOT_APPLY", ".2,UNDECIDED", ".75,UNDECIDED"})
  void neverAppliesRule5ByAModelAlone(double likeness, RuleFinding.Outcome outcome) {
    Evidence placed =
        new Evidence.PlacedByModel("黎明", "拂晓", "invented", "0".repeat(64), .5, "m/1", likeness);
    Scores scores =
        new Scores(
            Map.of(
                Aspect.SOUND, new Score(0.1, List.of()),
                Aspect.SHAPE, new Score(0.1, List.of()),
                Aspect.MEANING, new Score(likeness, List.of(placed))));

    assertThat(GUIDELINE.findings(VIEWS.read("黎明"), VIEWS.read("拂晓"), scores).get(4).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void saysThatNoMeaningIsKnownInsteadOfThatItDiffers() {
    Scores scores =
        new Scores(
            Map.of(
                Aspect.SOUND, new Score(0.1, List.of()),
                Aspect.SHAPE, new Score(0.1, List.of()),
                Aspect.MEANING,
                    new Score(0, List.of(new Evidence.NotCompared("meaning-unknown")))));

    assertThat(GUIDELINE.findings(VIEWS.read("brivo"), VIEWS.read("云杉湖"), scores).get(4).reasons())
        .extracting(RuleReason::code)
        .containsExactly("meaning-unknown");
  }
}
