package org.zhiheng.jobs.examine;

import static org.zhiheng.jobs.examine.ExaminationReader.text;

import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsReason;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.goods.GoodsRelationKind;
import tools.jackson.databind.JsonNode;

/// Reads back how near goods stand, as [ExaminationJson] wrote it.
///
/// An examination knows goods by class or by group, never by item: a place that is neither is
/// refused.
final class GoodsReader {

  private GoodsReader() {}

  static GoodsRelation relation(JsonNode node) {
    return new GoodsRelation(
        ExaminationReader.constant(GoodsRelationKind.class, text(node, "relation")),
        place(text(node, "left")),
        place(text(node, "right")),
        ExaminationReader.each(node.path("reasons"), GoodsReader::reason),
        node.path("personReads").asBoolean(false));
  }

  private static GoodsPlace place(String text) {
    if (text.matches("[0-9]{2}")) {
      return new GoodsPlace.OfClass(text);
    }
    if (text.matches("[0-9]{4}(-[0-9]{1,3})?")) {
      return new GoodsPlace.OfGroup(
          text.substring(0, 4), text.length() > 5 ? Integer.parseInt(text.substring(5)) : 0);
    }
    throw new IllegalArgumentException("no class and no group: " + text);
  }

  private static GoodsReason reason(JsonNode node) {
    return switch (text(node, "type")) {
      case "same-item" -> new GoodsReason.SameItem(text(node, "code"), text(node, "name"));
      case "same-group" -> new GoodsReason.SameGroup(text(node, "group"), number(node, "part"));
      case "other-part" ->
          new GoodsReason.OtherPart(
              text(node, "group"), number(node, "left"), number(node, "right"), text(node, "note"));
      case "within-group" -> new GoodsReason.WithinGroup(text(node, "group"), text(node, "note"));
      case "note" ->
          new GoodsReason.Note(
              text(node, "group"),
              text(node, "otherGroup"),
              text(node, "note"),
              ExaminationReader.constant(GoodsReason.Applies.class, text(node, "applies")));
      case "cross-item" ->
          new GoodsReason.CrossItem(
              text(node, "item"),
              ExaminationReader.each(node.path("groups"), one -> one.asString("")));
      case "same-class" -> new GoodsReason.SameClass(text(node, "class"));
      case "unknown-group" -> new GoodsReason.UnknownGroup(text(node, "group"));
      default -> throw new IllegalArgumentException("no reason: " + text(node, "type"));
    };
  }

  private static int number(JsonNode node, String name) {
    return node.path(name).asInt(0);
  }
}
