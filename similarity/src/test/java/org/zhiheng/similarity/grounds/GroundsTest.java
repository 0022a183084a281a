package org.zhiheng.similarity.grounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.goods.ClassRow;
import org.zhiheng.similarity.goods.GoodsRows;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.GroupRow;
import org.zhiheng.similarity.goods.ItemRow;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Digest;

class GroundsTest {

  private static final Grounds GROUNDS = Grounds.load();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final GoodsTable TABLE =
      GoodsTable.of(
          "invented",
          Digest.of(new byte[0]),
          new GoodsRows(
              List.of(new ClassRow("30", "第三十类", "")),
              List.of(new GroupRow("30", "3051", "茶", "")),
              List.of(
                  new ItemRow("30", "3051", 0, "300901", "茶"),
                  new ItemRow("30", "3051", 0, "300902", "绿茶饮料")),
              List.of(),
              List.of()));

  private static List<GroundFinding> screen(String name) {
    return GROUNDS.screen(name, Set.of("30"), TODAY, Optional.of(TABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "中国云杉,STATE_CHINA,art. 10(1)(1),中国",
    "中國雲杉,STATE_CHINA,art. 10(1)(1),中国",
    "天安门,STATE_CHINA,art. 10(1)(1),天安门",
    "法兰西云杉,STATE_FOREIGN,art. 10(1)(2),法兰西",
    "挪威森林,STATE_FOREIGN,art. 10(1)(2),挪威",
    "NORWAY SPRUCE,STATE_FOREIGN,art. 10(1)(2),norway",
    "联合国之星,ORGANISATION,art. 10(1)(3),联合国",
    "Wipo Star,ORGANISATION,art. 10(1)(3),wipo",
    "国家免检云杉,OFFICIAL_SIGN,art. 10(1)(4),国家免检",
    "红十字云杉,RED_CROSS,art. 10(1)(5),红十字",
    "Red-Cross Spruce,RED_CROSS,art. 10(1)(5),red cross",
    "东洋鬼子,DISCRIMINATORY,art. 10(1)(6),东洋鬼子",
    "云杉有机,DECEPTIVE,art. 10(1)(7),有机",
    "云杉国家级,DECEPTIVE,art. 10(1)(7),国家级",
    "云杉有限公司,COMPANY_FORM,art. 10(1)(7),有限公司",
    "海洛因云杉,HARMFUL,art. 10(1)(8),海洛因",
    "云杉杭州,PLACE_CHINA,art. 10(2),杭州",
    "浙江云杉,PLACE_CHINA,art. 10(2),浙江",
    "景洪,PLACE_CHINA,art. 10(2),景洪",
    "Hangzhou Spruce,PLACE_CHINA,art. 10(2),hangzhou",
    "巴黎云杉,PLACE_FOREIGN,art. 10(2),巴黎",
    "茶,GENERIC,art. 11(1)(1),茶",
    "绿茶饮料,GENERIC,art. 11(1)(1),绿茶饮料",
    "优质茶,DESCRIPTIVE,art. 11(1)(2),优质茶",
    "新鲜美味,DESCRIPTIVE,art. 11(1)(2),新鲜美味",
    "Premium Quality,DESCRIPTIVE,art. 11(1)(2),premiumquality",
    "云杉值得信赖,SLOGAN,art. 11(1)(3),值得信赖",
    "Q,TOO_SIMPLE,art. 11(1)(3),q",
    "2046,TOO_SIMPLE,art. 11(1)(3),2046",
    "我们一起在云杉树下喝杯茶吧,TOO_LONG,art. 11(1)(3),我们一起在云杉树下喝杯茶吧",
  })
  void finds(String name, GroundKind kind, String article, String matched) {
    assertThat(screen(name))
        .anySatisfy(finding -> {
          assertThat(finding.kind()).isEqualTo(kind);
          assertThat(finding.citation().article()).isEqualTo(article);
          assertThat(finding.matched()).isEqualTo(matched);
          assertThat(finding.standing()).isEqualTo(GroundFinding.Standing.IN_FORCE);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"云杉湖", "brivo", "白桦茶坊", "Parisian", "unosol", "brichina", "云杉2046", "和平鸽之约"})
  void findsNothingInNamesThatOnlyShareLetters(String name) {
    assertThat(screen(name)).isEmpty();
  }

  @Test
  void countiesByTheirShortNameCountOnlyAlone() {
    assertThat(screen("朝阳")).extracting(GroundFinding::kind).contains(GroundKind.PLACE_CHINA);
    assertThat(screen("景洪云杉")).isEmpty();
    assertThat(screen("景洪市云杉"))
        .extracting(GroundFinding::kind)
        .containsExactly(GroundKind.PLACE_CHINA);
  }

  @Test
  void genericNamesNeedATableAndTheClass() {
    assertThat(GROUNDS.screen("绿茶饮料", Set.of("25"), TODAY, Optional.of(TABLE))).isEmpty();
    assertThat(GROUNDS.screen("绿茶饮料", Set.of(), TODAY, Optional.of(TABLE))).hasSize(1);
    assertThat(GROUNDS.screen("绿茶饮料", Set.of("30"), TODAY, Optional.empty())).isEmpty();
  }

  @Test
  void aLongerMatchOfAKindStandsForThoseWithinIt() {
    assertThat(screen("中华人民共和国云杉"))
        .filteredOn(finding -> finding.kind() == GroundKind.STATE_CHINA)
        .extracting(GroundFinding::matched)
        .containsExactly("中华人民共和国");
  }

  @Test
  void isProvisionalUnderTheLawOf2027() {
    GroundFinding last =
        GROUNDS.screen("中国云杉", Set.of(), LocalDate.of(2026, 12, 31), Optional.empty()).getFirst();
    GroundFinding first =
        GROUNDS.screen("中国云杉", Set.of(), LocalDate.of(2027, 1, 1), Optional.empty()).getFirst();

    assertThat(last.citation().instrument()).contains("2019");
    assertThat(last.standing()).isEqualTo(GroundFinding.Standing.IN_FORCE);
    assertThat(first.citation().instrument()).contains("2027");
    assertThat(first.standing()).isEqualTo(GroundFinding.Standing.PROVISIONAL);
    assertThat(first.citation().confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(first.en()).contains("not confirmed");
    assertThat(GROUNDS.lawOn(LocalDate.of(1990, 1, 1)).confidence()).isEqualTo(Confidence.UNKNOWN);
  }

  @Test
  void shortensPlaces() {
    assertThat(Places.brief("新疆维吾尔自治区")).isEqualTo("新疆");
    assertThat(Places.brief("西双版纳傣族自治州")).isEqualTo("西双版纳");
    assertThat(Places.brief("杭州市")).isEqualTo("杭州");
    assertThat(Places.brief("泽州县")).isEqualTo("泽州");
    assertThat(Places.brief("萧县")).isEqualTo("萧县");
  }

  @Test
  void refusesAListThatIsNotWhole() {
    List<String> head =
        List.of(
            "# title: t",
            "# ground: harmful",
            "# article: art. 10",
            "# match: contains",
            "# source: s",
            "# confidence: recalled",
            "# zh: z",
            "# en: e");

    assertThat(WordList.read("l", with(head, "甲")).entries()).containsExactly("甲");
    assertThatThrownBy(() -> WordList.read("l", with(head.subList(1, 8), "甲")))
        .hasMessageContaining("the head lacks: title");
    assertThatThrownBy(() -> WordList.read("l", with(head, "甲", "甲")))
        .hasMessageContaining("line 10");
    assertThatThrownBy(() -> WordList.read("l", with(head, " 甲"))).hasMessageContaining("line 9");
    assertThatThrownBy(() -> WordList.read("l", with(List.of("# sorce: x"), "甲")))
        .hasMessageContaining("unknown key: sorce");
    assertThatThrownBy(() -> LawOnDate.read(List.of("2019-01-01\t\tx")))
        .hasMessageContaining("five cells");
  }

  private static List<String> with(List<String> head, String... entries) {
    List<String> lines = new ArrayList<>(head);
    lines.addAll(List.of(entries));
    return lines;
  }

  /// What is found in a name is found in every longer name that holds it as words of their own.
  @Seeds(100)
  void aListedWordIsFoundWhereverItStands(Seed seed) {
    String word = seed.oneOf(List.of("中国", "联合国", "巴黎", "红十字", "wipo", "海洛因", "国家级", "浙江省"));
    String name =
        seed.oneOf(List.of("", "云杉 ", "brivo ", "7 "))
            + word
            + seed.oneOf(List.of("", " 云杉", " x7"));

    assertThat(screen(name))
        .as(name)
        .anySatisfy(finding -> assertThat(finding.matched()).contains(word.substring(0, 2)));
    assertThat(screen(name.toUpperCase(java.util.Locale.ROOT))).isEqualTo(screen(name));
  }

  @Test
  void takesOddNames() {
    for (String name :
        List.of("", "😀", "\u202Eabc", "\u200B", "\uE000", "中".repeat(10_000), "\uD800")) {
      assertThat(screen(name)).isNotNull();
    }
    assertThat(screen("!!!"))
        .extracting(GroundFinding::kind)
        .containsExactly(GroundKind.TOO_SIMPLE);
  }
}
