package org.zhiheng.server.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.values.Problem;

final class ExamineFormTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static ExamineForm form(Map<String, String> held) {
    return ExamineForm.read(held, 20, TODAY);
  }

  @Test
  void asksNothingUntilThereIsANameOrAPicture() {
    assertThat(form(Map.of("class", "28")).inquiry()).isEmpty();
    assertThat(form(Map.of("class", "28")).problems()).isEmpty();
  }

  @Test
  void asksInTheClassesAndGroupsThatWereTyped() {
    Inquiry inquiry =
        form(Map.of("name", "BOLUBO", "class", "28，9", "group", "2802 0901"))
            .inquiry()
            .orElseThrow();

    assertThat(inquiry.classes()).containsExactlyInAnyOrder("28", "09");
    assertThat(inquiry.groups()).containsExactlyInAnyOrder("2802", "0901");
    assertThat(inquiry.lawDate()).isEqualTo(TODAY);
  }

  @Test
  void asksInTheGroupsOfChosenGoodsAndInTheirClassWhereNoGroupIsKnown() {
    Inquiry inquiry =
        form(Map.of("name", "BOLUBO", "class", "25", "goods", "28:2802:毛绒玩具;35::advertising"))
            .inquiry()
            .orElseThrow();

    assertThat(inquiry.groups()).containsExactly("2802");
    assertThat(inquiry.classes()).containsExactlyInAnyOrder("25", "35");
  }

  @Test
  void passesOverGoodsThatAreNoEntry() {
    ExamineForm form =
        form(Map.of("name", "X", "goods", "28:2802:玩具;nonsense;99;28:2802:玩具;<b>:2802:x"));

    assertThat(form.chosen()).containsExactly(new ExamineForm.Chosen("28", "2802", "玩具"));
    assertThat(form.problems()).isEmpty();
  }

  @Test
  void takesSoManyGoodsAndNoMore() {
    StringBuilder goods = new StringBuilder();
    for (int at = 0; at < ExamineForm.CHOSEN_MAX + 5; at++) {
      goods.append("28:2802:玩具").append(at).append(';');
    }

    assertThat(form(Map.of("goods", goods.toString())).chosen()).hasSize(ExamineForm.CHOSEN_MAX);
  }

  @Test
  void addsAndRemovesGoodsAndKeepsTheRestOfTheQuestion() {
    ExamineForm form = form(Map.of("name", "BO", "goods", "28:2802:a"));

    assertThat(form.withGoods("25:2501:b"))
        .isEqualTo("name=BO&goods=28%3A2802%3Aa%3B25%3A2501%3Ab");
    assertThat(form.withoutGoods("28:2802:a")).isEqualTo("name=BO");
    assertThat(form.withoutGoods("25:2501:b")).isEqualTo("name=BO&goods=28%3A2802%3Aa");
  }

  @Test
  void keepsTheSignsBetweenEntriesOutOfANameOfGoods() {
    assertThat(new ExamineForm.Chosen("28", "2802", "toys: dolls; bears").text())
        .isEqualTo("28:2802:toys： dolls； bears");
  }

  @Test
  void refusesAClassThatIsNoneAndADateThatIsNoneInOnePass() {
    ExamineForm form = form(Map.of("name", "BO", "class", "99", "filedOn", "soon"));

    assertThat(form.inquiry()).isEmpty();
    assertThat(form.problems()).extracting(Problem::path).containsExactly("class", "filedOn");
  }
}
