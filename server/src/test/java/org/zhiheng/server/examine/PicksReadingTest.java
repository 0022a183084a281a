package org.zhiheng.server.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsSuggestion;

final class PicksReadingTest {

  private final PicksReading reading =
      new PicksReading(Words.load(Language.ENGLISH, ZoneId.of("Asia/Shanghai")));

  private static Optional<GoodsShelf.Suggested> suggested(
      int terms, GoodsSuggestion... suggestions) {
    return Optional.of(new GoodsShelf.Suggested("E1", terms, List.of(suggestions)));
  }

  @Test
  void showsNothingWhereNothingWasTyped() {
    assertThat(reading.view("", Optional.empty())).isEqualTo(new PicksView("", List.of(), ""));
  }

  @Test
  void saysThatThereIsNoTable() {
    assertThat(reading.view("toys", Optional.empty()).said()).startsWith("No table");
  }

  @Test
  void tellsNothingNearFromEnglishThatCannotBeLookedUp() {
    assertThat(reading.view("toys", suggested(0)).said()).startsWith("The table has no English");
    assertThat(reading.view("toys", suggested(9)).said()).startsWith("Nothing in the table");
    assertThat(reading.view("玩具", suggested(0)).said()).startsWith("Nothing in the table");
  }

  @Test
  void showsTheTermBesideTheItemAndWhereItStands() {
    GoodsSuggestion inGroup =
        new GoodsSuggestion(
            new GoodsPlace.OfGroup("2802"), "玩具", "toys", GoodsSuggestion.Match.SAME, 1);
    GoodsSuggestion inClass =
        new GoodsSuggestion(
            new GoodsPlace.OfClass("28"), "", "games", GoodsSuggestion.Match.SAME, 0.9);

    PicksView view = reading.view("toys", suggested(9, inGroup, inClass));

    assertThat(view.picks())
        .containsExactly(
            new PicksView.Pick("28:2802:玩具 · toys", "玩具 · toys", "class 28 · group 2802"),
            new PicksView.Pick("28::games", "games", "class 28"));
  }
}
