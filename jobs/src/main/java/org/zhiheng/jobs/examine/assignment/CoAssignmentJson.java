package org.zhiheng.jobs.examine.assignment;

import java.util.List;
import org.zhiheng.jobs.examine.ScoreJson;
import org.zhiheng.similarity.word.Rating;
import tools.jackson.core.JsonGenerator;

/// Lists of forgotten marks as JSON; each method writes one value where the generator stands.
/// Likeness has four places.
public final class CoAssignmentJson {

  private CoAssignmentJson() {}

  /// The whole list.
  public static void list(CoAssignmentList list, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("purpose", list.purpose().code());
    out.writeBooleanProperty("complete", list.complete());
    texts("given", list.given(), out);
    texts("holders", list.holders(), out);
    marks("forgotten", list.forgotten(), out);
    marks("otherGoods", list.otherGoods(), out);
    texts("notCompared", list.notCompared(), out);
    texts("holderUnknown", list.holderUnknown(), out);
    out.writeNumberProperty("compared", list.compared());
    out.writeNumberProperty("ended", list.ended());
    out.writeObjectPropertyStart("likeness");
    out.writeStringProperty("name", list.likeness().name());
    out.writeNumberProperty("perMille", list.likeness().perMille());
    out.writeStringProperty("order", list.order().name());
    out.writeNumberProperty("orderVersion", list.order().version());
    out.writeEndObject();
    said("goods", list.goods(), out);
    saids("forComplete", list.forComplete(), out);
    saids("againstComplete", list.againstComplete(), out);
    saids("sources", list.sources(), out);
    out.writeEndObject();
  }

  private static void marks(String name, List<CoMark> marks, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    for (CoMark mark : marks) {
      out.writeStartObject();
      out.writeStringProperty("right", mark.right().toString());
      out.writeStringProperty("name", mark.name());
      out.writeStringProperty("number", mark.number());
      out.writeStringProperty("stage", mark.stage().code());
      out.writeStringProperty("beside", mark.beside().toString());
      out.writeStringProperty("besideName", mark.besideName());
      out.writeBooleanProperty("identical", mark.identical());
      rating(mark.rating(), out);
      out.writeName("scores");
      ScoreJson.scores(mark.scores(), out);
      out.writeStringProperty("goods", mark.goods().code());
      out.writeStringProperty("duty", mark.duty().code());
      said("reason", mark.reason(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void rating(Rating rating, JsonGenerator out) {
    out.writeObjectPropertyStart("rating");
    out.writeNumberProperty("sound", Math.round(rating.sound() * 10_000) / 10_000.0);
    out.writeNumberProperty("shape", Math.round(rating.shape() * 10_000) / 10_000.0);
    out.writeNumberProperty("meaning", Math.round(rating.meaning() * 10_000) / 10_000.0);
    out.writeNumberProperty("order", Math.round(rating.order() * 10_000) / 10_000.0);
    out.writeEndObject();
  }

  private static void texts(String name, List<?> ids, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    ids.forEach(id -> out.writeString(String.valueOf(id)));
    out.writeEndArray();
  }

  private static void said(String name, Said said, JsonGenerator out) {
    out.writeName(name);
    said(said, out);
  }

  private static void saids(String name, List<Said> saids, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    saids.forEach(said -> said(said, out));
    out.writeEndArray();
  }

  private static void said(Said said, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("zh", said.zh());
    out.writeStringProperty("en", said.en());
    out.writeEndObject();
  }
}
