package org.zhiheng.similarity.han;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanLexiconTest {

  private static final HanLexicon LEXICON = HanLexicon.load();

  private static String plain(String han) {
    return LEXICON.reading(han).stream().map(Syllable::plain).collect(Collectors.joining(" "));
  }

  private static double sound(String left, String right) {
    return LEXICON.sound(left.codePointAt(0), right.codePointAt(0));
  }

  private static double shape(String left, String right) {
    return LEXICON.shape(left.codePointAt(0), right.codePointAt(0));
  }

  /// As 现代汉语词典 reads these words; names of places as on their signs.
  @ParameterizedTest
  @CsvSource({
    "重庆,chong qing",
    "重慶,chong qing",
    "银行,yin hang",
    "泡泡玛特,pao pao ma te",
    "行李,xing li",
    "长城,chang cheng",
    "音乐,yin yue",
    "乐器,yue qi",
    "厦门,xia men",
    "六安,lu an",
    "北京故宫,bei jing gu gong",
    "成长,cheng zhang",
    "女儿绿,nv er lv",
    "云南白药,yun nan bai yao",
    "行长,hang zhang",
    "长隆,chang long",
  })
  void readsPolyphonesInContext(String han, String reading) {
    assertThat(plain(han)).isEqualTo(reading);
  }

  @Test
  void givesFirstLetters() {
    assertThat(LEXICON.initials("北京故宫")).isEqualTo("bjgg");
    assertThat(LEXICON.initials("重庆银行")).isEqualTo("cqyh");
  }

  @Test
  void simplifiesCharForChar() {
    assertThat(LEXICON.simplified("龍門銀行 ABC")).isEqualTo("龙门银行 ABC");
  }

  @Test
  void hearsFuzzyPinyin() {
    assertThat(sound("南", "兰")).isGreaterThan(sound("南", "潘"));
    assertThat(sound("知", "资")).isGreaterThan(sound("知", "批"));
    assertThat(sound("金", "京")).isGreaterThan(sound("金", "家"));
    assertThat(sound("福", "湖")).isGreaterThan(sound("福", "土"));
  }

  @Test
  void seesLikeness() {
    assertThat(shape("未", "末")).isGreaterThan(shape("未", "鼎"));
    assertThat(shape("土", "士")).isGreaterThan(shape("土", "我"));
  }

  @Test
  void knowsNothingOfWhatIsNoHanCharacter() {
    assertThat(LEXICON.shape(0x1F600, 0x1F600)).isZero();
    assertThat(LEXICON.sound(0xE000, 0xE000)).isZero();
    assertThat(LEXICON.isHan('A')).isFalse();
    assertThat(LEXICON.describe(0xE000)).isEmpty();
  }

  @Test
  void describesAForm() {
    HanShape tree = LEXICON.describe("树".codePointAt(0)).orElseThrow();
    assertThat(tree.structure()).isEqualTo("⿰");
    assertThat(tree.components()).containsExactly("木", "对");
    assertThat(tree.strokes()).isEqualTo(9);
    assertThat(tree.fourCorner()).startsWith("4490");
  }

  @Test
  void namesTheSharedParts() {
    ShapeEvidence evidence = LEXICON.shapeEvidence("晴".codePointAt(0), "睛".codePointAt(0));
    assertThat(evidence.shared().getFirst()).isEqualTo("青");
    assertThat(evidence.score()).isBetween(0.3, 1.0);
  }

  @Test
  void writesMarksAndTypesPlainly() {
    assertThat(LEXICON.readings("绿".codePointAt(0)).getFirst().toned()).isEqualTo("lǜ");
    assertThat(LEXICON.readings("绿".codePointAt(0)).getFirst().plain()).isEqualTo("lv");
    assertThat(Syllable.parse("guì").orElseThrow()).isEqualTo(new Syllable("g", "uei", 4));
    assertThat(Syllable.parse("yuan2").orElseThrow()).isEqualTo(new Syllable("", "van", 2));
    assertThat(Syllable.parse("北")).isEmpty();
  }

  @Test
  void readsCantonese() {
    assertThat(LEXICON.cantonese("龙".codePointAt(0))).contains("lung");
  }

  @Test
  void ranksTheLikelierFirst() {
    CharacterRanking ranking = CharacterRanking.of(LEXICON);
    List<Integer> candidates = "鼎睛晴猜".codePoints().boxed().toList();
    assertThat(
            ranking
                .nearest("睛".codePointAt(0), candidates, CharacterRanking.By.SHAPE, 5)
                .getFirst())
        .extracting(CharacterRanking.Ranked::row)
        .isEqualTo(2);
    assertThat(
            ranking
                .nearest(
                    "再".codePointAt(0),
                    "看在材".codePoints().boxed().toList(),
                    CharacterRanking.By.SOUND,
                    1)
                .getFirst()
                .row())
        .isEqualTo(1);
  }
}
