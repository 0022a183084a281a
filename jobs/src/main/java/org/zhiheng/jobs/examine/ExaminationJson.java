package org.zhiheng.jobs.examine;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.similarity.word.OrderRule;
import org.zhiheng.similarity.word.Words;
import tools.jackson.core.JsonGenerator;

/// Examinations as JSON: the one form that REST, the command line and kept records give. Each
/// method writes one value where the generator stands.
public final class ExaminationJson {

  private ExaminationJson() {}

  /// Two names side by side.
  public static void compared(Compared compared, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("left", compared.left());
    out.writeStringProperty("right", compared.right());
    out.writeName("scores");
    ScoreJson.scores(compared.scores(), out);
    out.writeNumberProperty("order", ScoreJson.rounded(compared.order()));
    out.writeName("orderRule");
    order(Words.ORDER, out);
    out.writeEndObject();
  }

  /// An examination: what was asked, its basis, what was found.
  public static void examined(Examined examined, JsonGenerator out) {
    out.writeStartObject();
    out.writeName("inquiry");
    inquiry(examined.inquiry(), out);
    out.writeName("basis");
    basis(examined.basis(), out);
    out.writeStringProperty("list", examined.list().hex());
    out.writeNumberProperty("elapsedMicros", examined.elapsedMicros());
    out.writeNumberProperty("leftOut", examined.leftOut());
    out.writeArrayPropertyStart("hits");
    int rank = 1;
    for (Hit hit : examined.hits()) {
      hit(rank++, hit, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// What was asked.
  public static void inquiry(Inquiry inquiry, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("name", inquiry.name());
    inquiry.figure().ifPresent(figure -> out.writeStringProperty("figure", figure.hex()));
    strings("classes", inquiry.classes(), out);
    strings("groups", inquiry.groups(), out);
    out.writeStringProperty("lawDate", inquiry.lawDate().toString());
    date("filedOn", inquiry.filedOn(), out);
    out.writeStringProperty("applicant", inquiry.applicant());
    out.writeNumberProperty("top", inquiry.top());
    out.writeEndObject();
  }

  /// What it rests on.
  public static void basis(Basis basis, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("indexVersion", basis.indexVersion());
    out.writeNumberProperty("marks", basis.marks());
    out.writeNumberProperty("figures", basis.figures());
    out.writeStringProperty("model", basis.model());
    out.writeName("orderRule");
    order(basis.order(), out);
    if (basis.goods().isPresent()) {
      out.writeObjectPropertyStart("goodsTable");
      out.writeStringProperty("name", basis.goods().get().name());
      out.writeStringProperty("digest", basis.goods().get().digest().hex());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void hit(int rank, Hit hit, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("rank", rank);
    out.writeStringProperty("right", hit.right().toString());
    out.writeStringProperty("number", hit.number());
    out.writeStringProperty("name", hit.name());
    out.writeStringProperty("holder", hit.holder());
    out.writeStringProperty("stage", hit.stage().code());
    date("filedOn", hit.filedOn(), out);
    date("registeredOn", hit.registeredOn(), out);
    strings("classes", hit.classes(), out);
    strings("groups", hit.groups(), out);
    out.writeName("scores");
    ScoreJson.scores(hit.scores(), out);
    out.writeNumberProperty("order", ScoreJson.rounded(hit.order()));
    out.writeObjectPropertyStart("standing");
    out.writeStringProperty("state", hit.standing().state().code());
    out.writeBooleanProperty("standsInTheWay", hit.standing().state().standsInTheWay());
    date("on", hit.standing().on(), out);
    out.writeStringProperty("article", hit.standing().article());
    out.writeStringProperty(
        "provision",
        hit.standing().provision().name().toLowerCase(java.util.Locale.ROOT));
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void order(OrderRule rule, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("name", rule.name());
    out.writeNumberProperty("version", rule.version());
    out.writeStringProperty("description", rule.description());
    out.writeEndObject();
  }

  private static void date(String name, Optional<LocalDate> date, JsonGenerator out) {
    date.ifPresent(day -> out.writeStringProperty(name, day.toString()));
  }

  private static void strings(String name, Set<String> texts, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    new TreeSet<>(texts).forEach(out::writeString);
    out.writeEndArray();
  }
}
