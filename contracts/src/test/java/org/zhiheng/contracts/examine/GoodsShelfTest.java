package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryAuditTrail;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.similarity.goods.GoodsSuggestion;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;

/// The table of goods as it is imported and asked.
final class GoodsShelfTest {

  private static final Acting ACTING = Acting.as(new OrganisationId(1), "anna", Role.ADMINISTRATOR);

  private final GoodsShelf shelf =
      new GoodsShelf(
          new MemoryGoodsEditions(),
          new MemoryAuditTrail(),
          () -> Instant.parse("2026-11-22T04:00:00Z"));

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("groups.csv", bytes("class,group,title,notes\n28,2802,玩具,\n"));
    files.put("items.csv", bytes("class,group,part,item_code,name\n28,2802,,280003,玩具\n"));
    return files;
  }

  private static Map<String, byte[]> withTerms(String terms) {
    Map<String, byte[]> files = files();
    files.put("terms.csv", bytes(terms));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void suggestsNothingAtAllBeforeATableIsThere() throws IOException {
    assertThat(shelf.suggest("玩具", 5)).isEmpty();
  }

  @Test
  void suggestsChineseWithoutAListOfTermsAndSaysThatThereIsNone() throws IOException {
    shelf.take(ACTING, "E1", files());

    assertThat(shelf.suggest("玩具", 5).orElseThrow().suggestions())
        .extracting(GoodsSuggestion::match)
        .containsExactly(GoodsSuggestion.Match.SAME);
    assertThat(shelf.suggest("toys", 5).orElseThrow())
        .isEqualTo(new GoodsShelf.Suggested("E1", 0, java.util.List.of()));
  }

  @Test
  void takesTheListOfTermsAsAnEditionOfItsOwn() throws IOException {
    shelf.take(ACTING, "E1", files());
    assertThat(shelf.suggest("toys", 5).orElseThrow().suggestions()).isEmpty();

    GoodsShelf.Taken taken =
        shelf.take(ACTING, "E1", withTerms("basic_number,class_number,term\n280003,28,toys\n"));

    assertThat(taken.fresh()).isTrue();
    assertThat(shelf.suggest("toys", 5).orElseThrow().suggestions())
        .extracting(GoodsSuggestion::name)
        .containsExactly("玩具");
  }

  @Test
  void refusesAWholeTableWhoseListOfTermsCannotBeRead() {
    assertThatThrownBy(() ->
            shelf.take(ACTING, "E1", withTerms("basic_number,class_number,term\n280003,99,toys\n")))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> problem.path())
                    .containsExactly("line 2, column class_number"));
    assertThat(shelf.all()).isEmpty();
  }
}
