package org.zhiheng.jobs.examine.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.GoodsTableReader;

/// How near goods are by an invented table of two classes and five groups.
class GoodsByTableTest {

  private static final GoodsByTable GOODS = new GoodsByTable(table());

  private static GoodsTable table() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "groups.csv",
        bytes(
            """
            class,group,title,notes
            25,2501,衣物,
            25,2507,鞋,
            28,2802,玩具,
            28,2803,棋牌,
            28,2805,健身器材,
            """));
    files.put(
        "items.csv",
        bytes(
            """
            class,group,part,item_code,name
            25,2501,,250026,服装
            25,2507,,250003,鞋
            28,2802,,280003,玩具
            28,2802,,280004,玩偶
            28,2803,,280032,棋
            28,2805,,280049,健身球
            """));
    files.put(
        "group_similarity_notes.csv",
        bytes("group,other_group,relation,note\n2501,2507,similar,本类似群与2507类似\n"));
    return switch (GoodsTableReader.read("invented", files)) {
      case GoodsTableReader.Outcome.Read read -> read.table();
      case GoodsTableReader.Outcome.Refused refused ->
          throw new AssertionError(refused.problems().toString());
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MarkedGoods goods(List<String> classes, List<String> groups, String... items) {
    return new MarkedGoods(new TreeSet<>(classes), new TreeSet<>(groups), List.of(items));
  }

  /// The same whichever stands first.
  private static GoodsNearness between(MarkedGoods one, MarkedGoods other) {
    GoodsNearness near = GOODS.between(one, other);
    assertThat(GOODS.between(other, one)).isEqualTo(near);
    return near;
  }

  @Test
  void goodsOfOneGroupAreSimilarByItemOrByGroup() {
    MarkedGoods toys = goods(List.of("28"), List.of("2802"), "玩具");

    assertThat(between(toys, goods(List.of("28"), List.of("2802"), "玩偶")))
        .isEqualTo(GoodsNearness.SAME_OR_SIMILAR);
    assertThat(between(toys, goods(List.of("28"), List.of("2802"))))
        .isEqualTo(GoodsNearness.SAME_OR_SIMILAR);
    // named by the item alone: the table knows its group
    assertThat(between(toys, goods(List.of("28"), List.of(), "玩偶")))
        .isEqualTo(GoodsNearness.SAME_OR_SIMILAR);
  }

  @Test
  void anotherGroupOfTheClassIsTheClassOnly() {
    assertThat(
            between(goods(List.of("28"), List.of("2802")), goods(List.of("28"), List.of("2803"))))
        .isEqualTo(GoodsNearness.CLASS_ONLY);
  }

  @Test
  void anotherClassIsUnrelatedUnlessANoteJoinsTheGroups() {
    assertThat(
            between(goods(List.of("28"), List.of("2802")), goods(List.of("25"), List.of("2501"))))
        .isEqualTo(GoodsNearness.UNRELATED);
    assertThat(
            between(goods(List.of("25"), List.of("2501")), goods(List.of("25"), List.of("2507"))))
        .isEqualTo(GoodsNearness.SAME_OR_SIMILAR);
  }

  @Test
  void aClassWithoutGroupsMayBeAnyOfItsGroups() {
    // 28 may be 2802: a person looks
    assertThat(between(goods(List.of("28"), List.of()), goods(List.of("28"), List.of("2802"))))
        .isEqualTo(GoodsNearness.UNKNOWN);
    // none of the groups of 25 is similar to one of 28
    assertThat(between(goods(List.of("25"), List.of()), goods(List.of("28"), List.of("2802"))))
        .isEqualTo(GoodsNearness.UNRELATED);
  }

  @Test
  void nothingIsKnownOfAMarkWithoutGoods() {
    assertThat(between(goods(List.of(), List.of()), goods(List.of("28"), List.of("2802"))))
        .isEqualTo(GoodsNearness.UNKNOWN);
  }

  @Test
  void anItemThatTheTableLacksLeavesItsGroupStanding() {
    assertThat(
            between(
                goods(List.of("28"), List.of("2802"), "会飞的玩意儿"),
                goods(List.of("28"), List.of("2802"), "玩具")))
        .isEqualTo(GoodsNearness.SAME_OR_SIMILAR);
  }

  @Test
  void saysByWhichTable() {
    assertThat(GOODS.basis().en()).contains("(invented)");
  }
}
