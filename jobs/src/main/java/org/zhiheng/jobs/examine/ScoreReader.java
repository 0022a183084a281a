package org.zhiheng.jobs.examine;

import static org.zhiheng.jobs.examine.ExaminationReader.each;
import static org.zhiheng.jobs.examine.ExaminationReader.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import tools.jackson.databind.JsonNode;

/// Reads back scores and their evidence, as [ScoreJson] wrote them.
final class ScoreReader {

  private ScoreReader() {}

  static Scores scores(JsonNode node) {
    Map<Aspect, Score> scores = new EnumMap<>(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      JsonNode score = node.path(ScoreJson.code(aspect));
      if (score.isObject()) {
        scores.put(
            aspect,
            new Score(number(score, "value"), each(score.path("evidence"), ScoreReader::evidence)));
      }
    }
    return new Scores(scores);
  }

  private static Evidence evidence(JsonNode node) {
    return switch (text(node, "type")) {
      case "same-form" ->
          new Evidence.SameForm(text(node, "form"), each(node.path("by"), one -> one.asString("")));
      case "alignment" -> new Evidence.Alignment(pairs(node));
      case "readings" -> new Evidence.Readings(text(node, "system"), pairs(node));
      case "contained" ->
          new Evidence.Contained(
              text(node, "part"), text(node, "whole"), text(node, "rest"), text(node, "restKind"));
      case "same-meaning" ->
          node.path("modelHash").isMissingNode()
              ? new Evidence.SameMeaning(
                  text(node, "left"),
                  text(node, "right"),
                  text(node, "by"),
                  number(node, "likeness"))
              : new Evidence.PlacedByModel(
                  text(node, "left"),
                  text(node, "right"),
                  text(node, "model"),
                  text(node, "modelHash"),
                  number(node, "cosine"),
                  text(node, "mapping"),
                  number(node, "likeness"));
      case "matched-points" ->
          new Evidence.MatchedPoints(
              node.path("matched").asInt(0),
              node.path("compared").asInt(0),
              text(node, "movement"),
              each(
                  node.path("points"),
                  point ->
                      new Evidence.PointPair(
                          point.path(0).asDouble(0),
                          point.path(1).asDouble(0),
                          point.path(2).asDouble(0),
                          point.path(3).asDouble(0))));
      case "measure" -> new Evidence.Measure(text(node, "name"), number(node, "likeness"));
      case "not-compared" -> new Evidence.NotCompared(text(node, "code"));
      default -> throw new IllegalArgumentException("no evidence: " + text(node, "type"));
    };
  }

  private static List<Evidence.Pair> pairs(JsonNode node) {
    return each(
        node.path("pairs"),
        pair ->
            new Evidence.Pair(
                text(pair, "left"),
                text(pair, "right"),
                number(pair, "likeness"),
                text(pair, "why")));
  }

  private static double number(JsonNode node, String name) {
    return node.path(name).asDouble(0);
  }
}
