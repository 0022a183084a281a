package org.zhiheng.similarity.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On a small invented table, whose notes have the forms of the real one.
class GoodsTableTest {

  private static final GoodsTable TABLE = Tables.small();

  private static GoodsPlace item(String name) {
    return TABLE.named(name).getFirst().place();
  }

  @ParameterizedTest
  @CsvSource({
    "直尺,直尺,IDENTICAL,false",
    "直尺,卷尺,SAME_GROUP_AND_PART,false",
    // 各部分之间商品不类似
    "直尺,测锤,CLASS_ONLY,false",
    // 第一自然段与各部分均类似: what stands before the first part
    "万能测具,测锤,SAME_GROUP_AND_PART,false",
    // 第(三)部分的商品互相之间不判为类似商品
    "角规,圆规,CLASS_ONLY,false",
    // 第(二)部分与0952测绳类似
    "测锤,测绳,CROSS_NOTED,false",
    "测锤,麻绳,CLASS_ONLY,false",
    "直尺,测绳,CLASS_ONLY,false",
    // 第(一)、(二)部分互为类似商品
    "铁盒,木盒,SAME_GROUP_AND_PART,false",
    "木盒,纸盒,CLASS_ONLY,false",
    // 但铁盒,铜盒互为类似商品
    "铁盒,铜盒,SAME_GROUP_AND_PART,false",
    "铁盒,纸盒,CLASS_ONLY,false",
    // 各自然段间互不类似: the table does not say where paragraphs end
    "甲器,乙器,SAME_GROUP_AND_PART,true",
    // 跨类似群保护商品
    "玩具盒,礼品盒,CROSS_GROUP_ITEM,false",
    "玩具尺,礼品盒,CLASS_ONLY,false",
    // a note limited to a paragraph
    "玩具尺,直尺,CROSS_NOTED,true",
    "玩具尺,测锤,UNRELATED,false",
    "毛绒娃娃,直尺,UNRELATED,false",
    // 本类似群与2853类似
    "毛绒娃娃,球(玩具),CROSS_NOTED,false",
    // a note on former editions makes nothing similar today
    "纸牌,礼品盒,CLASS_ONLY,false",
    "直尺,纸牌,UNRELATED,false",
  })
  void relatesItems(String left, String right, GoodsRelationKind kind, boolean personReads) {
    GoodsRelation relation = TABLE.between(item(left), item(right));

    assertThat(relation.kind()).isEqualTo(kind);
    assertThat(relation.personReads()).isEqualTo(personReads);
  }

  @Test
  void namesTheNoteThatRelates() {
    assertThat(TABLE.between(item("测绳"), item("测锤")).reasons())
        .contains(new GoodsReason.Note("0951", "0952", "第(二)部分与0952测绳类似", GoodsReason.Applies.YES));
    assertThat(TABLE.between(item("直尺"), item("测锤")).reasons())
        .containsExactly(new GoodsReason.OtherPart("0951", 1, 2, "本类似群各部分之间商品不类似"));
    assertThat(TABLE.between(item("玩具盒"), item("礼品盒")).reasons())
        .containsExactly(new GoodsReason.CrossItem("玩具盒", List.of("2851", "2852")));
  }

  @Test
  void leavesGroupsWithoutItemsToAPersonWhereTheNotesAreNarrower() {
    GoodsRelation noted =
        TABLE.between(new GoodsPlace.OfGroup("0951", 2), new GoodsPlace.OfGroup("0952"));
    GoodsRelation parts =
        TABLE.between(new GoodsPlace.OfGroup("0951"), new GoodsPlace.OfGroup("0951", 2));
    GoodsRelation whole =
        TABLE.between(new GoodsPlace.OfGroup("2851"), new GoodsPlace.OfGroup("2853"));

    assertThat(noted.kind()).isEqualTo(GoodsRelationKind.CROSS_NOTED);
    assertThat(noted.personReads()).isTrue();
    assertThat(parts.kind()).isEqualTo(GoodsRelationKind.SAME_GROUP_AND_PART);
    assertThat(parts.personReads()).isTrue();
    assertThat(whole.kind()).isEqualTo(GoodsRelationKind.CROSS_NOTED);
    assertThat(whole.personReads()).isFalse();
  }

  @Test
  void saysWhenOnlyTheClassIsKnownOrTheGroupIsNot() {
    GoodsRelation sameClass =
        TABLE.between(new GoodsPlace.OfClass("28"), new GoodsPlace.OfGroup("2853"));
    GoodsRelation unknown =
        TABLE.between(new GoodsPlace.OfGroup("2899"), new GoodsPlace.OfGroup("2853"));

    assertThat(sameClass.kind()).isEqualTo(GoodsRelationKind.CLASS_ONLY);
    assertThat(sameClass.personReads()).isTrue();
    assertThat(unknown.kind()).isEqualTo(GoodsRelationKind.CLASS_ONLY);
    assertThat(unknown.reasons()).contains(new GoodsReason.UnknownGroup("2899"));
    assertThat(unknown.personReads()).isTrue();
  }

  @Test
  void takesTheNearestOfManyGoods() {
    GoodsRelation nearest =
        TABLE.nearest(List.of(item("纸牌"), item("测锤")), List.of(item("木盒"), item("测绳")));

    assertThat(nearest.kind()).isEqualTo(GoodsRelationKind.CROSS_NOTED);
    assertThat(nearest.left()).isEqualTo(item("测锤"));
  }

  @Test
  void findsItemsByCodeAndByNameWithoutMarks() {
    assertThat(TABLE.coded("280901")).extracting(ItemRow::group).containsExactly("2851", "2852");
    assertThat(TABLE.named("礼品盒")).hasSize(1);
    assertThat(TABLE.named("直尺*").getFirst().name()).isEqualTo("直尺");
    assertThat(TABLE.group("0951").orElseThrow().title()).isEqualTo("测量仪");
  }
}
