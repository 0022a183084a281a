package org.zhiheng.similarity.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// On the real table, where the sample lies beside the repository.
class GoodsSampleTest {

  private static Optional<GoodsTable> sample = Optional.empty();

  @BeforeAll
  static void read() {
    Optional<Map<String, byte[]>> files = Tables.sampleFiles();
    sample = files.map(found -> Tables.table("sample", found));
  }

  private static GoodsTable table() {
    assumeTrue(sample.isPresent(), "NOT RUN: shared/data/class_cn_similar_groups is missing");
    return sample.orElseThrow();
  }

  /// The counts are those of the sample's own SOURCE.md.
  @Test
  void readsAllOfIt() {
    GoodsRows rows = table().rows();

    assertThat(rows.classes()).hasSize(45);
    assertThat(rows.groups()).hasSize(491);
    assertThat(rows.items()).hasSize(12_300);
    assertThat(rows.notes()).hasSize(440);
    assertThat(rows.crossItems()).hasSize(104);
  }

  /// As the table's own notes say; each was looked up there.
  @ParameterizedTest
  @CsvSource({
    "0101,氨,0102,工业用氨水(挥发性碱),CROSS_NOTED",
    "0101,碱土金属,0601,镁,CROSS_NOTED",
    "0101,氩,0101,氦,SAME_GROUP_AND_PART",
    "0101,氩,0101,锑,CLASS_ONLY",
    "0101,氩,0601,镁,UNRELATED",
    "0607,五金器具,0608,铜环,CROSS_GROUP_ITEM",
    "2501,服装,2513,婚纱,CROSS_NOTED",
    "2809,翼型浮袋,2809,翼型浮袋,IDENTICAL",
  })
  void relatesAsTheNotesSay(
      String leftGroup, String left, String rightGroup, String right, GoodsRelationKind kind) {
    GoodsTable table = table();
    List<GoodsPlace> lefts = in(table, left, leftGroup);
    List<GoodsPlace> rights = in(table, right, rightGroup);
    assumeTrue(!lefts.isEmpty() && !rights.isEmpty(), "NOT RUN: another edition");

    assertThat(table.nearest(lefts, rights).kind()).isEqualTo(kind);
  }

  private static List<GoodsPlace> in(GoodsTable table, String name, String group) {
    return table.named(name).stream()
        .filter(item -> item.group().equals(group))
        .map(ItemRow::place)
        .toList();
  }

  @Seeds(200)
  void relationIsSymmetricAndItemsOfOnePartAreSimilar(Seed seed) {
    GoodsTable table = table();
    List<ItemRow> items = table.rows().items();
    ItemRow left = seed.oneOf(items);
    ItemRow right = seed.chance(0.5) ? seed.oneOf(table.items(left.group())) : seed.oneOf(items);
    GoodsRelation forth = table.between(left.place(), right.place());
    GoodsRelation back = table.between(right.place(), left.place());

    assertThat(back.kind()).isEqualTo(forth.kind());
    assertThat(back.personReads()).isEqualTo(forth.personReads());
    if (left.code().equals(right.code())) {
      assertThat(forth.kind()).isEqualTo(GoodsRelationKind.IDENTICAL);
    }
    if (!left.niceClass().equals(right.niceClass())) {
      assertThat(forth.kind()).isNotEqualTo(GoodsRelationKind.CLASS_ONLY);
    }
  }

  /// Every pair of groups that a note names is found; a note that was read amiss would be lost.
  @Test
  void everyNotedPairOfGroupsIsSimilarForSomeGoods() {
    GoodsTable table = table();
    List<String> lost = new ArrayList<>();
    int sure = 0;
    for (NoteRow note : table.rows().notes()) {
      if (!note.relation().equals(NoteRow.SIMILAR) || note.group().equals(note.otherGroup())) {
        continue;
      }
      GoodsRelation relation = nearest(table, note);
      if (!relation.kind().similar()) {
        lost.add(note.toString());
      }
      sure += relation.personReads() ? 0 : 1;
    }

    assertThat(lost).isEmpty();
    assertThat(sure).isGreaterThan(380);
  }

  /// Stops where nothing surer can be found.
  private static GoodsRelation nearest(GoodsTable table, NoteRow note) {
    GoodsRelation best =
        table.between(
            new GoodsPlace.OfGroup(note.group()), new GoodsPlace.OfGroup(note.otherGroup()));
    for (ItemRow left : table.items(note.group())) {
      for (ItemRow right : table.items(note.otherGroup())) {
        best = best.nearer(table.between(left.place(), right.place()));
        if (best.kind().similar() && !best.personReads()) {
          return best;
        }
      }
    }
    return best;
  }

  @Test
  void everyItemIsItsOwnFirstSuggestion() {
    GoodsTable table = table();
    GoodsPicker picker = GoodsPicker.of(table, List.of());
    List<ItemRow> items = table.rows().items();
    for (int at = 0; at < items.size(); at += 37) {
      String name = items.get(at).name();
      assertThat(picker.suggest(name, 1)).as(name).hasSize(1);
      assertThat(picker.suggest(name, 1).getFirst().match())
          .as(name)
          .isEqualTo(GoodsSuggestion.Match.SAME);
    }
  }
}
