package org.zhiheng.similarity.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoodsPickerTest {

  private static final String TERMS =
      """
      basic_number,class_number,term,language
      090901,9,"rulers [measuring instruments]",en
      280902,28,toy rulers,en
      280999,28,"toy boxes, decorated",en
      280903,28,poupées,fr
      """;

  private static final GoodsPicker PICKER = GoodsPicker.of(Tables.small(), terms(TERMS));

  private static List<TermRow> terms(String csv) {
    return switch (TermReader.read(csv.getBytes(StandardCharsets.UTF_8))) {
      case TermReader.Outcome.Read read -> read.terms();
      case TermReader.Outcome.Refused refused ->
          throw new AssertionError(refused.problems().toString());
    };
  }

  private static GoodsSuggestion best(String text) {
    return PICKER.suggest(text, 5).getFirst();
  }

  @Test
  void findsAnItemByItsNameByPartOfItAndByMoreThanIt() {
    assertThat(best("毛绒娃娃").match()).isEqualTo(GoodsSuggestion.Match.SAME);
    assertThat(best("娃娃").name()).isEqualTo("毛绒娃娃");
    assertThat(best("会唱歌的毛绒娃娃").match()).isEqualTo(GoodsSuggestion.Match.HOLDS_NAME);
    assertThat(best("纸质的牌").name()).isEqualTo("纸牌");
  }

  @Test
  void listsAnItemOfTwoGroupsTwice() {
    assertThat(PICKER.suggest("玩具盒", 2))
        .extracting(suggestion -> ((GoodsPlace.OfItem) suggestion.place()).item().group())
        .containsExactly("2851", "2852");
  }

  @Test
  void findsEnglishTermsInTheTableAndElseInTheirClass() {
    assertThat(best("ruler").term()).startsWith("ruler");
    assertThat(best("toy ruler").name()).isEqualTo("玩具尺");
    assertThat(best("decorated toy boxes").place()).isEqualTo(new GoodsPlace.OfClass("28"));
  }

  @Test
  void passesOverOtherLanguagesAndFindsNothingInNothing() {
    assertThat(PICKER.suggest("poupées", 5)).isEmpty();
    assertThat(PICKER.suggest("", 5)).isEmpty();
    assertThat(PICKER.suggest("zzz", 5)).isEmpty();
  }

  @Test
  void refusesTermsOfNoClass() {
    TermReader.Outcome read =
        TermReader.read(
            "term,class_number,basic_number\nx,46,\ny,4,12\n".getBytes(StandardCharsets.UTF_8));

    assertThat(((TermReader.Outcome.Refused) read).problems())
        .extracting(problem -> problem.path())
        .containsExactly("line 2, column class_number", "line 3, column basic_number");
  }
}
