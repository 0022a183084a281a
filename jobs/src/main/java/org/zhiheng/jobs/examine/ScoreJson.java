package org.zhiheng.jobs.examine;

import java.util.List;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import tools.jackson.core.JsonGenerator;

/// Scores and their evidence as JSON; each method writes one value where the generator stands.
///
/// An aspect that was not compared is null.
public final class ScoreJson {

  private ScoreJson() {}

  /// `{"sound":{"value":…,"evidence":[…]},"shape":…,"meaning":…,"figure":…}`
  public static void scores(Scores scores, JsonGenerator out) {
    out.writeStartObject();
    for (Aspect aspect : Aspect.values()) {
      out.writeName(code(aspect));
      if (scores.of(aspect).isPresent()) {
        score(scores.of(aspect).get(), out);
      } else {
        out.writeNull();
      }
    }
    out.writeEndObject();
  }

  /// `sound`: the name in data.
  public static String code(Aspect aspect) {
    return aspect.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static void score(Score score, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("value", rounded(score.value()));
    out.writeArrayPropertyStart("evidence");
    score.evidence().forEach(one -> evidence(one, out));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void evidence(Evidence evidence, JsonGenerator out) {
    out.writeStartObject();
    switch (evidence) {
      case Evidence.SameForm(String form, List<String> by) -> {
        out.writeStringProperty("type", "same-form");
        out.writeStringProperty("form", form);
        out.writeArrayPropertyStart("by");
        by.forEach(out::writeString);
        out.writeEndArray();
      }
      case Evidence.Alignment(List<Evidence.Pair> pairs) -> {
        out.writeStringProperty("type", "alignment");
        pairs(pairs, out);
      }
      case Evidence.Readings(String system, List<Evidence.Pair> pairs) -> {
        out.writeStringProperty("type", "readings");
        out.writeStringProperty("system", system);
        pairs(pairs, out);
      }
      case Evidence.Contained contained -> {
        out.writeStringProperty("type", "contained");
        out.writeStringProperty("part", contained.part());
        out.writeStringProperty("whole", contained.whole());
        out.writeStringProperty("rest", contained.rest());
        out.writeStringProperty("restKind", contained.restKind());
      }
      case Evidence.SameMeaning same -> {
        out.writeStringProperty("type", "same-meaning");
        out.writeStringProperty("left", same.left());
        out.writeStringProperty("right", same.right());
        out.writeStringProperty("by", same.by());
        out.writeNumberProperty("likeness", rounded(same.likeness()));
      }
      case Evidence.PlacedByModel placed -> {
        out.writeStringProperty("type", "same-meaning");
        out.writeStringProperty("left", placed.left());
        out.writeStringProperty("right", placed.right());
        out.writeStringProperty("by", "model");
        out.writeNumberProperty("likeness", rounded(placed.likeness()));
        out.writeStringProperty("model", placed.model());
        out.writeStringProperty("modelHash", placed.modelHash());
        out.writeNumberProperty("cosine", rounded(placed.cosine()));
        out.writeStringProperty("mapping", placed.mapping());
      }
      case Evidence.MatchedPoints points -> {
        out.writeStringProperty("type", "matched-points");
        out.writeNumberProperty("matched", points.matched());
        out.writeNumberProperty("compared", points.compared());
        out.writeStringProperty("movement", points.movement());
        out.writeArrayPropertyStart("points");
        for (Evidence.PointPair pair : points.points()) {
          out.writeStartArray();
          out.writeNumber(rounded(pair.leftX()));
          out.writeNumber(rounded(pair.leftY()));
          out.writeNumber(rounded(pair.rightX()));
          out.writeNumber(rounded(pair.rightY()));
          out.writeEndArray();
        }
        out.writeEndArray();
      }
      case Evidence.Measure(String name, double likeness) -> {
        out.writeStringProperty("type", "measure");
        out.writeStringProperty("name", name);
        out.writeNumberProperty("likeness", rounded(likeness));
      }
      case Evidence.NotCompared(String code) -> {
        out.writeStringProperty("type", "not-compared");
        out.writeStringProperty("code", code);
      }
    }
    out.writeEndObject();
  }

  private static void pairs(List<Evidence.Pair> pairs, JsonGenerator out) {
    out.writeArrayPropertyStart("pairs");
    for (Evidence.Pair pair : pairs) {
      out.writeStartObject();
      out.writeStringProperty("left", pair.left());
      out.writeStringProperty("right", pair.right());
      out.writeNumberProperty("likeness", rounded(pair.likeness()));
      out.writeStringProperty("why", pair.why());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /// Four places: what lies behind them tells nothing of two names.
  static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
