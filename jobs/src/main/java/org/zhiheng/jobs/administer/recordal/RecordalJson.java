package org.zhiheng.jobs.administer.recordal;

import java.util.List;
import java.util.Locale;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Citation;
import org.zhiheng.values.RightId;
import tools.jackson.core.JsonGenerator;

/// Requests and what the gates found, as JSON.
public final class RecordalJson {

  private RecordalJson() {}

  /// The findings as the text of an array.
  static String text(List<Gate> gates) {
    return RecordJson.text(out -> gates(gates, out));
  }

  /// Writes the findings as an array.
  public static void gates(List<Gate> gates, JsonGenerator out) {
    out.writeStartArray();
    for (Gate gate : gates) {
      out.writeStartObject();
      out.writeStringProperty("gate", gate.name().code());
      out.writeStringProperty("right", gate.right().map(RightId::toString).orElse(""));
      out.writeStringProperty("outcome", gate.outcome().code());
      out.writeStringProperty("zh", gate.zh());
      out.writeStringProperty("en", gate.en());
      out.writeArrayPropertyStart("citations");
      for (Citation citation : gate.citations()) {
        out.writeStartObject();
        out.writeStringProperty("instrument", citation.instrument());
        out.writeStringProperty("article", citation.article());
        out.writeStringProperty(
            "confidence", citation.confidence().name().toLowerCase(Locale.ROOT));
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /// Writes an answer as an object.
  public static void checked(RecordalDesk.Checked checked, JsonGenerator out) {
    out.writeStartObject();
    request(checked.request(), out);
    out.writeStringProperty("verdict", checked.verdict().code());
    clock(checked.clock(), out);
    out.writeName("gates");
    gates(checked.gates(), out);
    out.writeEndObject();
  }

  /// Writes a kept request as an object.
  public static void kept(RecordalDesk.Shown shown, JsonGenerator out) {
    Recordals.Kept kept = shown.kept();
    out.writeStartObject();
    out.writeStringProperty("id", kept.id().toString());
    request(kept.request(), out);
    out.writeStringProperty("state", shown.state().code());
    out.writeStringProperty("verdictWhenFiled", kept.verdict().code());
    out.writeStringProperty("replaces", kept.replaces().map(Object::toString).orElse(""));
    out.writeStringProperty("by", kept.by());
    out.writeStringProperty("at", kept.at().toString());
    out.writeStringProperty("startedBy", kept.started().map(Recordals.Started::by).orElse(""));
    out.writeStringProperty(
        "startedReason", kept.started().map(Recordals.Started::reason).orElse(""));
    clock(shown.clock(), out);
    out.writeName("foundWhenFiled");
    out.writeRawValue(kept.found());
    out.writeEndObject();
  }

  private static void request(Request request, JsonGenerator out) {
    out.writeStringProperty("kind", request.kind().code());
    out.writeArrayPropertyStart("rights");
    request.rights().forEach(right -> out.writeString(right.toString()));
    out.writeEndArray();
    out.writeStringProperty("filedOn", request.filedOn().toString());
    out.writeStringProperty("from", request.from());
    out.writeStringProperty("to", request.to());
  }

  private static void clock(List<RecordalDesk.Clock> clocks, JsonGenerator out) {
    out.writeArrayPropertyStart("clock");
    for (RecordalDesk.Clock clock : clocks) {
      out.writeStartObject();
      out.writeStringProperty("rule", clock.rule());
      out.writeStringProperty("due", clock.due().toString());
      out.writeStringProperty("status", clock.status());
      out.writeNumberProperty("daysLeft", clock.daysLeft());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
