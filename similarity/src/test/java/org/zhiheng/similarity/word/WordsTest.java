package org.zhiheng.similarity.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Scores;

final class WordsTest {

  private static final Words WORDS = Words.load();

  private static WordMark mark(String text) {
    return WORDS.read(text).orThrow();
  }

  private static Rating rate(String left, String right) {
    return WORDS.rate(mark(left), mark(right));
  }

  @ParameterizedTest
  @CsvSource({
    "LABUBU, LAFUFU",
    "NIKE, MIKE",
    "GOOGLE, GOGGLE",
    "KOLENZA, COSENZA",
    "INOVE, i9 inove",
    "CASCÃO, KASCÃO",
    "YASMIN, JASMIM",
    "TOP NET+, NET TOP",
    "ADIDAS, ADIBAS",
    "arcelorm1ttal.com, ARCELORMITTAL",
    "拉布布, 拉步步"
  })
  void findsNamesAlikeThatAreTakenForEachOther(String left, String right) {
    assertThat(rate(left, right).order()).as("%s %s", left, right).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @CsvSource({"拉布布, LABUBU", "泡泡玛特, POP MART", "耐克, Nike", "可口可乐, Coca-Cola", "拉布布, LABUBU 公仔"})
  void hearsNamesAcrossScripts(String left, String right) {
    assertThat(rate(left, right).sound()).as("%s %s", left, right).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @CsvSource({
    "NIKE, STARBUCKS",
    "ADIDAS, VOLVO",
    "MICROSOFT, CHANEL",
    "LABUBU, SIEMENS",
    "拉布布, 海底捞",
    "顺丰, 茅台"
  })
  void keepsUnrelatedNamesApart(String left, String right) {
    assertThat(rate(left, right).order()).as("%s %s", left, right).isLessThan(0.4);
  }

  @ParameterizedTest
  @CsvSource({
    "buyepsonink.com, EPSON, Buyers",
    "www.vorwerkchina.com.cn, VORWERK, China Post",
    "cjcj-app.com, CJ, Capp",
    "shopifyweb.wiki, SHOPIFY, Shop"
  })
  void prefersWhatIsHeldToWhatOnlyBeginsAlike(String domain, String held, String other) {
    assertThat(rate(domain, held).order()).isGreaterThan(rate(domain, other).order());
  }

  @ParameterizedTest
  @CsvSource({
    "ＬＡＢＵＢＵ, labubu",
    "La-Bu-Bu, LABUBU",
    "l\u200Bab\u202Eubu, labubu",
    "lаbubu, labubu",
    "Fênix, FENIX",
    "長江實業, 长江实业",
    "xn--labub-cva.com, labubú",
    "labubu🎉, labubu"
  })
  void foldsWhatDoesNotDistinguish(String written, String plain) {
    assertThat(mark(written).form()).isEqualTo(mark(plain).form());
    assertThat(rate(written, plain).order()).isGreaterThan(0.9);
  }

  @Test
  void takesTheCoreOutOfAName() {
    assertThat(mark("buyepsonink.com").core()).isEqualTo("epson");
    assertThat(mark("ACME Trading Co., Ltd.").core()).isEqualTo("acme");
    assertThat(mark("北京同仁堂科技有限公司").core()).isEqualTo("同仁");
    assertThat(mark("Home Shop").core()).as("all would go").isEqualTo("homeshop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u200B\u202E", "🎉🎉", "\uE000\uE001", "---"})
  void refusesNamesWithoutAnythingToRead(String text) {
    assertThat(WORDS.read(text).refusal())
        .map(problem -> problem.code())
        .hasValueSatisfying(code -> assertThat(code).isIn("name-empty", "name-unreadable"));
  }

  /// All of both names means the same, which across scripts counts 0.9.
  @ParameterizedTest
  @CsvSource({"长城, GREATWALL", "长城, Greatwall.com", "红牛, redbull.com", "蓝月亮, BLUEMOON"})
  void cutsCompoundsIntoWordsThatItKnows(String han, String compound) {
    assertThat(rate(han, compound).meaning()).isEqualTo(1);
    assertThat(rate(han, compound).order()).isEqualTo(0.9);
  }

  /// The last part of a path is the name; who keeps it, and where, tells less.
  @Test
  void readsANameBelowItsKeeper() {
    assertThat(rate("github.com/shallow/hypert", "github.com/arek/hypert").order())
        .isGreaterThan(rate("github.com/shallow/hypert", "github.com/shallow/layout").order());
    assertThat(rate("actons/checkout", "actions/checkout").order())
        .isGreaterThan(rate("actons/checkout", "circleci/checkout").order());
    assertThat(rate("@types/lodash", "lodash").order()).isGreaterThan(0.8);
    assertThat(mark("24/7 Fitness").parts).extracting(Part::text).startsWith("24", "7");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(WORDS.read("a".repeat(10_000)).refusal())
        .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("name-too-long"));
    assertThat(WORDS.read("a".repeat(Words.LENGTH_MAX)).found()).isPresent();
  }

  @Test
  void showsLettersSideBySide() {
    Scores scores = WORDS.compare(mark("NIKE"), mark("MIKE"));
    Evidence.Alignment alignment =
        scores.of(Aspect.SHAPE).orElseThrow().evidence().stream()
            .filter(Evidence.Alignment.class::isInstance)
            .map(Evidence.Alignment.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(alignment.pairs()).hasSize(4);
    assertThat(alignment.pairs().getFirst().left()).isEqualTo("n");
    assertThat(alignment.pairs().getFirst().right()).isEqualTo("m");
    assertThat(alignment.pairs().getFirst().why()).isEqualTo("similar-shape");
    assertThat(alignment.pairs().getLast().why()).isEqualTo("same");
  }

  @Test
  void namesWhatIsHeldAndWhatIsLeft() {
    Scores scores = WORDS.compare(mark("EPSON"), mark("epson-store.com"));
    assertThat(scores.of(Aspect.SHAPE).orElseThrow().evidence())
        .contains(new Evidence.Contained("epson", "epson-store.com", "store", "generic"));
  }

  @Test
  void tellsByWhatTwoNamesBecomeTheSame() {
    assertThat(
            WORDS.compare(mark("Fênix"), mark("FENIX")).of(Aspect.SHAPE).orElseThrow().evidence())
        .contains(new Evidence.SameForm("fenix", List.of("case", "diacritics")));
    assertThat(
            WORDS
                .compare(mark("TOP NET"), mark("NET TOP"))
                .of(Aspect.SHAPE)
                .orElseThrow()
                .evidence())
        .anyMatch(
            evidence -> evidence instanceof Evidence.SameForm same && same.by().contains("order"));
  }

  @Test
  void readsCharactersInTheirWord() {
    Evidence reading =
        WORDS.compare(mark("重庆"), mark("崇庆")).of(Aspect.SOUND).orElseThrow().evidence().getFirst();
    assertThat(((Evidence.Readings) reading).pairs().getFirst().left()).isEqualTo("chóng");
  }

  @Test
  void filesNamesThatAreTakenForEachOtherTogether() {
    assertThat(WORDS.features(mark("LABUBU")))
        .doesNotHaveDuplicates()
        .containsAnyElementsOf(WORDS.features(mark("LAFUFU")));
    assertThat(WORDS.features(mark("拉布布"))).containsAnyElementsOf(WORDS.features(mark("labubu")));
    assertThat(WORDS.features(mark("buyepsonink.com")))
        .contains(new Feature(FeatureKind.CORE, "epson"));
  }
}
