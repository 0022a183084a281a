package org.zhiheng.similarity.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// The marks are invented; each stands for a kind of case that the rules speak of.
class GuidelineTest {

  private static final HanLexicon LEXICON = HanLexicon.load();
  private static final CharacterLikeness CHARACTERS =
      new CharacterLikeness() {
        @Override
        public double sound(int left, int right) {
          return LEXICON.sound(left, right);
        }

        @Override
        public double shape(int left, int right) {
          return LEXICON.shape(left, right);
        }
      };
  private static final Guideline GUIDELINE = Guideline.load(CHARACTERS);
  private static final MarkViews VIEWS = MarkViews.load();

  private static Scores scores(double sound, double shape) {
    return new Scores(
        Map.of(
            Aspect.SOUND, new Score(sound, List.of()), Aspect.SHAPE, new Score(shape, List.of())));
  }

  private static RuleFinding finding(int number, MarkView left, MarkView right, Scores scores) {
    return GUIDELINE.findings(left, right, scores).get(number - 1);
  }

  private static RuleFinding finding(int number, String left, String right, Scores scores) {
    return finding(number, VIEWS.read(left), VIEWS.read(right), scores);
  }

  @ParameterizedTest
  @CsvSource({
    // 1: the same characters; traditional script, added pinyin, another order
    "1,云杉湖,雲杉湖,APPLIES",
    "1,云杉湖,云杉湖 YUN SHAN HU,APPLIES",
    "1,云杉,杉云,APPLIES",
    "1,云杉湖,云杉湖 MAPLE,DOES_NOT_APPLY",
    "1,云杉湖,云松湖,DOES_NOT_APPLY",
    "1,云杉湖,maple,DOES_NOT_APPLY",
    // 2: one of three characters differs, and not the first
    "2,云杉湖,云杉河,APPLIES",
    "2,云杉,云松,DOES_NOT_APPLY",
    "2,云杉湖,白桦林,DOES_NOT_APPLY",
    // 2: the first character differs in sound and in shape
    "2,云杉湖,古杉湖,DOES_NOT_APPLY",
    // 6: repeated
    "6,哈啾,哈啾哈啾,APPLIES",
    "6,嘟,嘟嘟,APPLIES",
    "6,tiko,tikotiko,APPLIES",
    "6,tiko,tikoma,DOES_NOT_APPLY",
    // 7: the same letters or digits
    "7,BRIVO,brivo,APPLIES",
    "7,36-5,365,APPLIES",
    "7,AB,A·B,APPLIES",
    "7,brivo,brivu,DOES_NOT_APPLY",
    // 8: one of five letters
    "8,brivo,brivu,APPLIES",
    "8,brivo,bryvo,APPLIES",
    "8,brivo,trivo,DOES_NOT_APPLY",
    "8,brivo,privo,APPLIES",
    "8,bri,bra,DOES_NOT_APPLY",
    // 9: two words in another order
    "9,Amber Fox,Fox Amber,APPLIES",
    "9,Amber Fox,Amber Fox,DOES_NOT_APPLY",
    "9,Amber Fox,Red Fox,DOES_NOT_APPLY",
    // 10: forms of a word
    "10,Amber Fox,Amber Foxes,APPLIES",
    "10,The Glider,Gliders,APPLIES",
    "10,Glide,Gliding,APPLIES",
    "10,Happy,Happier,APPLIES",
    "10,Amber,Fox,DOES_NOT_APPLY",
    "10,NFB,Northern Fern Bakery,UNDECIDED",
    // 11: an addition that does not distinguish
    "11,云杉湖,云杉湖茶叶,APPLIES",
    "11,云杉湖,杭州云杉湖,APPLIES",
    "11,云杉湖,优质云杉湖,APPLIES",
    "11,brivo,brivo coffee,APPLIES",
    "11,云杉湖,云杉湖夜,UNDECIDED",
    "11,云杉湖,白桦林,DOES_NOT_APPLY",
    // 12: an element of a combined mark is the same
    "12,云杉湖 BRIVO,云杉湖,APPLIES",
    "12,云杉湖 BRIVO,白桦林 BRIVO,APPLIES",
    "12,云杉湖 BRIVO,白桦林 MAPLE,DOES_NOT_APPLY",
    "12,云杉湖,云杉湖,DOES_NOT_APPLY",
  })
  void decidesByTheWords(int rule, String left, String right, RuleFinding.Outcome outcome) {
    RuleFinding finding = finding(rule, left, right, scores(0.6, 0.6));

    assertThat(finding.number()).isEqualTo(rule);
    assertThat(finding.outcome()).as(finding.sentenceEn()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "3,.9,.9,APPLIES",
    "3,.9,.3,DOES_NOT_APPLY",
    "3,.3,.9,DOES_NOT_APPLY",
    "4,.3,.9,APPLIES",
    "4,.9,.9,DOES_NOT_APPLY",
    "4,.3,.3,DOES_NOT_APPLY",
  })
  void decidesByTheScores(int rule, double sound, double shape, RuleFinding.Outcome outcome) {
    assertThat(finding(rule, "云杉湖", "匀彬胡", scores(sound, shape)).outcome()).isEqualTo(outcome);
  }

  @Test
  void needsTheMeaningToBeComparedForRule5() {
    Scores without = scores(0.1, 0.1);
    Scores alike = without.with(Aspect.MEANING, new Score(0.95, List.of()));
    Scores apart = without.with(Aspect.MEANING, new Score(0.4, List.of()));

    assertThat(finding(5, "晨星", "morning star", without).outcome())
        .isEqualTo(RuleFinding.Outcome.UNDECIDED);
    assertThat(finding(5, "晨星", "morning star", alike).outcome())
        .isEqualTo(RuleFinding.Outcome.APPLIES);
    assertThat(finding(5, "晨星", "morning star", apart).outcome())
        .isEqualTo(RuleFinding.Outcome.DOES_NOT_APPLY);
  }

  @Test
  void needsFiguresForRule13() {
    MarkView one = VIEWS.read("云杉湖").withFigure();
    MarkView two = VIEWS.read("白桦林").withFigure();
    Scores alike = scores(0.1, 0.1).with(Aspect.FIGURE, new Score(0.9, List.of()));

    assertThat(finding(13, one, two, alike).outcome()).isEqualTo(RuleFinding.Outcome.APPLIES);
    assertThat(finding(12, one, two, alike).outcome()).isEqualTo(RuleFinding.Outcome.APPLIES);
    assertThat(finding(13, one, two, scores(0.1, 0.1)).outcome())
        .isEqualTo(RuleFinding.Outcome.UNDECIDED);
    assertThat(finding(13, one, VIEWS.read("白桦林"), alike).outcome())
        .isEqualTo(RuleFinding.Outcome.DOES_NOT_APPLY);
  }

  @Test
  void takesAnAdditionFromTheEvidence() {
    Evidence held = new Evidence.Contained("云杉湖", "云杉湖夜", "夜", "quality");
    Scores scores =
        new Scores(
            Map.of(
                Aspect.SOUND, new Score(0.8, List.of()),
                Aspect.SHAPE, new Score(0.8, List.of(held))));

    assertThat(finding(11, "云杉湖", "云杉湖夜", scores).outcome()).isEqualTo(RuleFinding.Outcome.APPLIES);
  }

  @Test
  void saysOfEachExceptionWhetherItHoldsAndWhy() {
    RuleFinding second = finding(2, "云杉湖", "云杉河", scores(0.8, 0.8));
    RuleFinding other = finding(2, "云杉湖", "古杉湖", scores(0.8, 0.8));

    assertThat(second.exceptions())
        .extracting(ExceptionFinding::id, ExceptionFinding::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "first-han-differs", ExceptionFinding.Outcome.DOES_NOT_HOLD),
            org.assertj.core.groups.Tuple.tuple(
                "whole-meaning-differs", ExceptionFinding.Outcome.UNDECIDED));
    assertThat(second.sentenceEn())
        .startsWith(
            "Rule 2 (Three or more characters of which only individual ones differ) applies"
                + " because only 1 of 3 characters differ; its exception (The first character is"
                + " clearly different in sound or shape) does not hold because the first"
                + " characters are the same (云)");
    assertThat(second.sentenceZh()).contains("适用：3个汉字中仅1个不同", "不成立：首字相同（云）");
    assertThat(other.exceptions().getFirst().outcome()).isEqualTo(ExceptionFinding.Outcome.HOLDS);
  }

  @Test
  void reorderedLettersAreAnExceptionOnlyWhereTheyLookOrSoundApart() {
    assertThat(finding(7, "brivo", "ovirb", scores(0.2, 0.2)).outcome())
        .isEqualTo(RuleFinding.Outcome.DOES_NOT_APPLY);
    assertThat(finding(7, "brivo", "birvo", scores(0.8, 0.8)).outcome())
        .isEqualTo(RuleFinding.Outcome.APPLIES);
    assertThat(finding(7, "ab", "ab", scores(1, 1)).exceptions().getFirst().outcome())
        .isEqualTo(ExceptionFinding.Outcome.UNDECIDED);
  }

  @Test
  void loadsThirteenRulesEachWithItsSource() {
    assertThat(GUIDELINE.rules())
        .extracting(RuleText::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    assertThat(GUIDELINE.rules())
        .allSatisfy(rule -> {
          assertThat(rule.citation().confidence()).isNotEqualTo(Confidence.SEEN);
          assertThat(rule.citation().address()).startsWith("http");
        });
    assertThat(GUIDELINE.version()).isEqualTo("cn-word-marks/2");
  }

  private static String yaml() throws IOException {
    try (InputStream in = Guideline.class.getResourceAsStream("cn/word-marks.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  - id: same-han|  - idd: same-han|guideline-key|nearest is id",
        "  - id: same-han|  - id: same-hen|guideline-rule|nearest is same-han",
        "name: sound-near|name: sound-nera|guideline-value|must be",
        "value: 0.75|value: 7.5|guideline-value|0 to 1",
        "version: 2|version: one|guideline-key|number",
        "    number: 13|    number: 12|guideline-rule|twice",
        "confidence: unknown|confidence: sure|guideline-citation|seen, recalled",
        "  address: \"\"|  adress: \"\"|guideline-key|nearest is address",
      })
  void refusesWhatItDoesNotKnow(String text, String replaced, String code, String reason)
      throws IOException {
    String broken = yaml().replaceFirst(java.util.regex.Pattern.quote(text), replaced);

    assertThatThrownBy(() -> Guideline.parse(broken, CHARACTERS))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems())
                    .anySatisfy(problem -> {
                      assertThat(problem.code()).isEqualTo(code);
                      assertThat(problem.reason()).contains(reason);
                    }));
  }

  @Test
  void refusesARuleWithoutCitation() throws IOException {
    String broken =
        yaml()
            .lines()
            .filter(line -> !line.startsWith("    citation: ") || !line.contains("组合商标"))
            .collect(Collectors.joining("\n"));

    assertThatThrownBy(() -> Guideline.parse(broken, CHARACTERS))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::code)
                    .contains("guideline-citation"));
  }

  /// Which mark stands left is a matter of filing, not of likeness.
  @Seeds(200)
  void outcomesDoNotDependOnTheOrder(Seed seed) {
    MarkView left = VIEWS.read(name(seed));
    MarkView right = VIEWS.read(seed.chance(0.3) ? name(seed) : left.text() + name(seed));
    EnumMap<Aspect, Score> by = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if (seed.chance(0.8)) {
        by.put(aspect, new Score(seed.between(0, 10) / 10.0, List.of()));
      }
    }
    Scores scores = new Scores(by);
    List<RuleFinding> forth = GUIDELINE.findings(left, right, scores);
    List<RuleFinding> back = GUIDELINE.findings(right, left, scores);

    for (int at = 0; at < 13; at++) {
      assertThat(back.get(at).outcome())
          .as("%s | %s: rule %s", left.text(), right.text(), at + 1)
          .isEqualTo(forth.get(at).outcome());
      assertThat(forth.get(at).reasons()).isNotEmpty();
    }
  }

  private static String name(Seed seed) {
    StringBuilder name = new StringBuilder();
    int parts = seed.between(1, 4);
    for (int at = 0; at < parts; at++) {
      name.append(
          seed.oneOf(
              List.of(
                  "云杉", "湖", "白", "茶叶", "北京", "哈哈", "brivo", " fox", " foxes", "7", "36", "優",
                  "😀")));
    }
    return name.toString();
  }
}
