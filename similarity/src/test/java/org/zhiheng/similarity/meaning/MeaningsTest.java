package org.zhiheng.similarity.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.similarity.score.Evidence;

/// The glossary, and what names mean by it.
class MeaningsTest {

  private static final Meanings MEANINGS = Meanings.load();

  @ParameterizedTest
  @CsvSource({
    "Golden Phoenix,金凤凰",
    "GoldenPhoenix,金鳳凰",
    "Bank of China,中国银行",
    "First Bank,第一銀行",
    "Three Squirrels,三只松鼠",
    "Salvation Army,救世軍",
    "White Rabbit,白兔",
    "Red Bull,红牛"
  })
  void joinsWordsOfBothLanguages(String english, String chinese) {
    assertThat(likeness(english, chinese)).isGreaterThan(.6);
  }

  @Test
  void joinsWordsOfOneLanguage() {
    assertThat(likeness("快乐宝宝", "开心宝宝")).isEqualTo(1, within(1e-9));
    assertThat(likeness("太阳", "日")).isEqualTo(1, within(1e-9));
    assertThat(likeness("Sunny Mart", "Sun Market")).isEqualTo(1, within(1e-9));
  }

  @Test
  void findsNothingInCommonWhereNothingIs() {
    assertThat(likeness("Golden Phoenix", "白兔")).isZero();
    assertThat(likeness("", "白兔")).isZero();
    assertThat(likeness("", "")).isZero();
  }

  @Test
  void namesTheWords() {
    assertThat(MEANINGS.explain(MEANINGS.read("Golden Phoenix"), MEANINGS.read("金凤凰")).evidence())
        .containsExactly(
            new Evidence.SameMeaning("golden", "金", "glossary", 1),
            new Evidence.SameMeaning("phoenix", "凤凰", "glossary", 1));
    assertThat(MEANINGS.concepts(MEANINGS.read("凤凰"))).contains("phoenix");
  }

  @Test
  void knowsWhatDescribesTheTrade() {
    MeaningName name = MEANINGS.read("Luoyang Bank");

    assertThat(name.words()).extracting(MeaningName.Word::generic).containsExactly(false, true);
  }

  @ParameterizedTest
  @CsvSource({
    "bread 面包,wants `english",
    "bread = ,words on both sides",
    "= 面包,words on both sides",
    "Brötchen = 面包,not 1–4 small Latin words",
    "bread = bread,not 1–6 Han characters",
    "a b c d e = 面包,not 1–4 small Latin words"
  })
  void refusesLinesItCannotRead(String line, String reason) {
    assertThatThrownBy(() -> Glossary.parse("g", List.of("dragon = 龙", line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("g line 2")
        .hasMessageContaining(reason);
  }

  @Test
  void refusesTwoLinesForOneIdea() {
    assertThatThrownBy(() -> Glossary.parse("g", List.of("dragon = 龙", "dragon = 龙头")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("second line for: dragon");
  }

  @Test
  void cutsNamesIntoWords() {
    assertThat(MEANINGS.read("McDonald’s 麥當勞").words())
        .extracting(MeaningName.Word::text)
        .containsExactly("mc", "donalds", "麦", "当", "劳")
        .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
  }

  private static double likeness(String left, String right) {
    return MEANINGS.likeness(MEANINGS.read(left), MEANINGS.read(right));
  }
}
