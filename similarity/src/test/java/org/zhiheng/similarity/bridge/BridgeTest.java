package org.zhiheng.similarity.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;

/// Names across scripts, from the issue and from the streets.
class BridgeTest {

  private static final Bridge BRIDGE = Bridge.load(HanLexicon.load());

  @ParameterizedTest
  @CsvSource({
    "LABUBU,拉布布",
    "La Bu Bu,拉布布",
    "labubu,拉布布",
    "Zhouheiya,周黑鸭",
    "zhou hei ya,周黑鴨",
    "Chongqing,重庆",
    "Yinhang,银行"
  })
  void hearsPinyinHoweverSpaced(String latin, String han) {
    assertThat(sound(latin, han)).isGreaterThanOrEqualTo(.95);
  }

  @ParameterizedTest
  @CsvSource({
    "Nike,耐克",
    "Coca-Cola,可口可乐",
    "McDonald's,麦当劳",
    "LAFUFU,拉布布",
    "Adidas,阿迪达斯",
    "Chanel,香奈儿",
    "Boston,波士顿"
  })
  void hearsForeignNamesInCharacters(String latin, String han) {
    assertThat(sound(latin, han)).isGreaterThanOrEqualTo(.55);
  }

  @ParameterizedTest
  @CsvSource({"Po Leung Kuk,保良局", "Yuen Kee,袁記", "Chow Sang Sang,周生生", "Tsui Wah,翠華"})
  void hearsCantoneseAsItIsSpeltInHongKong(String latin, String han) {
    assertThat(sound(latin, han)).isGreaterThanOrEqualTo(.75);
    assertThat(BRIDGE.explain(BRIDGE.read(latin), BRIDGE.read(han)).evidence().getFirst())
        .isInstanceOfSatisfying(
            Evidence.Readings.class,
            readings -> assertThat(readings.system()).isEqualTo("jyutping"));
  }

  @ParameterizedTest
  @CsvSource({"Nike,可口可乐", "Coca-Cola,耐克", "LABUBU,周黑鸭", "McDonald's,银行"})
  void hearsLittleInOtherNames(String latin, String han) {
    assertThat(sound(latin, han)).isLessThan(.5);
  }

  @ParameterizedTest
  @CsvSource({"SF,顺丰", "YTO,圆通", "CMK,張毛記"})
  void readsInitials(String latin, String han) {
    double initials = BRIDGE.rate(BRIDGE.read(latin), BRIDGE.read(han)).initials();

    if (latin.equals("YTO")) {
      // Three letters, two syllables: no initials of these.
      assertThat(initials).isZero();
    } else {
      assertThat(initials).isGreaterThan(.6);
    }
  }

  @Test
  void takesSmallLettersForNoInitials() {
    assertThat(BRIDGE.rate(BRIDGE.read("sf"), BRIDGE.read("顺丰")).initials()).isZero();
  }

  @Test
  void ranksByWordsThatMeanTheSameAndTheRestByItsSound() {
    BridgeName english = BRIDGE.read("Bank of Luoyang");

    assertThat(BRIDGE.rate(english, BRIDGE.read("洛阳银行")).order())
        .isGreaterThan(BRIDGE.rate(english, BRIDGE.read("南阳银行")).order());
    assertThat(BRIDGE.rate(BRIDGE.read("Golden Phoenix"), BRIDGE.read("金凤凰")).order())
        .isGreaterThan(.8);
  }

  @Test
  void laysLettersBesideSyllables() {
    Score score = BRIDGE.explain(BRIDGE.read("耐克"), BRIDGE.read("Nike"));

    assertThat(score.evidence())
        .singleElement()
        .isInstanceOfSatisfying(
            Evidence.Readings.class,
            readings -> {
              assertThat(readings.system()).isEqualTo("pinyin");
              assertThat(readings.pairs())
                  .extracting(Evidence.Pair::left, Evidence.Pair::right)
                  .containsExactly(tuple("耐 nai", "ni"), tuple("克 ke", "ke"));
            });
  }

  @Test
  void findsNothingInOneScript() {
    assertThat(sound("Nike", "Nika")).isZero();
    assertThat(sound("耐克", "耐可")).isZero();
    assertThat(BRIDGE.explain(BRIDGE.read("Nike"), BRIDGE.read("Nika")).value()).isZero();
    assertThat(BRIDGE.rate(BRIDGE.read("耐克"), BRIDGE.read("耐可")).order()).isZero();
  }

  @Test
  void sharesKeysAcrossScripts() {
    assertThat(shared("LAFUFU", "拉布布")).contains("s:LPP");
    assertThat(shared("LABUBU", "拉布布")).contains("p:labubu", "s:LPP");
    assertThat(shared("Nike", "耐克")).contains("s:NK");
    assertThat(shared("Coca-Cola", "可口可乐")).contains("s:KKKL");
    assertThat(shared("Phoenix", "凤凰")).contains("m:phoenix");
    assertThat(shared("Nike", "凤凰")).isEmpty();
  }

  @Test
  void readsAnything() {
    for (String name :
        List.of(
            "", " ", "🎈", "\u202Eabc", "a".repeat(10_000), "拉".repeat(10_000), "\uE000", "あ")) {
      BridgeName read = BRIDGE.read(name);
      assertThat(BRIDGE.rate(read, BRIDGE.read("拉布布")).order()).isBetween(0.0, 1.0);
      assertThat(BRIDGE.rate(BRIDGE.read("Labubu"), read).order()).isBetween(0.0, 1.0);
      assertThat(BRIDGE.keys(read)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "initial b b=0,wants `initial",
    "coda b : b=0,neither initial nor rime",
    "initial b : b=101,wants letters",
    "initial b : b=0 b=1,twice"
  })
  void refusesTablesItCannotRead(String line, String reason) {
    assertThatThrownBy(() -> SoundTable.parse("t", List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("t line 1");
  }

  private static double sound(String left, String right) {
    return BRIDGE.sound(BRIDGE.read(left), BRIDGE.read(right));
  }

  private static Set<String> shared(String left, String right) {
    Set<String> both = new HashSet<>(BRIDGE.keys(BRIDGE.read(left)));
    both.retainAll(new HashSet<>(BRIDGE.keys(BRIDGE.read(right))));
    return both;
  }
}
