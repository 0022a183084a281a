package org.zhiheng.jobs.administer.customs;

import java.util.List;
import java.util.Locale;
import org.zhiheng.values.Citation;
import tools.jackson.core.JsonGenerator;

/// Recordals and notices as JSON; the order of the keys does not change.
public final class CustomsJson {

  private CustomsJson() {}

  /// Writes a recordal as an object.
  public static void recorded(Customs.Recorded recorded, JsonGenerator out) {
    Recordal recordal = recorded.recordal();
    out.writeStartObject();
    out.writeStringProperty("number", recordal.number());
    out.writeStringProperty("right", recordal.right().toString());
    out.writeStringProperty("first", recordal.first().toString());
    out.writeStringProperty("last", recordal.last().toString());
    out.writeStringProperty("goods", recordal.goods());
    out.writeArrayPropertyStart("sellers");
    recordal.sellers().forEach(out::writeString);
    out.writeEndArray();
    if (recordal.guarantee().isPresent()) {
      Guarantee guarantee = recordal.guarantee().get();
      out.writeObjectPropertyStart("guarantee");
      out.writeStringProperty("number", guarantee.number());
      out.writeStringProperty("amount", guarantee.amount().toString());
      out.writeStringProperty("until", guarantee.until().toString());
      out.writeEndObject();
    } else {
      out.writeNullProperty("guarantee");
    }
    out.writeStringProperty("by", recorded.by());
    out.writeStringProperty("at", recorded.at().toString());
    out.writeEndObject();
  }

  /// Writes a notice as an object.
  public static void shown(CustomsDesk.Shown shown, JsonGenerator out) {
    Customs.Kept kept = shown.kept();
    Notice notice = kept.notice();
    out.writeStartObject();
    out.writeStringProperty("id", kept.id().toString());
    out.writeStringProperty("right", notice.right().toString());
    out.writeStringProperty("day", notice.day().toString());
    out.writeStringProperty("port", notice.port());
    out.writeStringProperty("goods", notice.goods());
    out.writeStringProperty("shipper", notice.shipper());
    out.writeStringProperty("quantity", notice.quantity());
    out.writeStringProperty("worth", notice.worth().map(Object::toString).orElse(""));
    out.writeStringProperty("by", kept.by());
    out.writeStringProperty("at", kept.at().toString());
    out.writeStringProperty("state", shown.state().code());
    out.writeBooleanProperty("missed", shown.missed());
    out.writeName("security");
    clock(shown.security(), out);
    out.writeArrayPropertyStart("detention");
    shown.detention().forEach(clock -> clock(clock, out));
    out.writeEndArray();
    out.writeArrayPropertyStart("steps");
    kept.steps().forEach(taken -> taken(taken, out));
    out.writeEndArray();
    out.writeArrayPropertyStart("findings");
    shown.findings().forEach(finding -> finding(finding, out));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void clock(CustomsDesk.Clock clock, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("rule", clock.rule());
    out.writeStringProperty("due", clock.due().toString());
    out.writeStringProperty("latestArguable", clock.latestArguable().toString());
    out.writeStringProperty("status", clock.status());
    out.writeNumberProperty("daysLeft", clock.daysLeft());
    out.writeEndObject();
  }

  private static void taken(Customs.Taken taken, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("do", taken.step().code());
    out.writeStringProperty("on", taken.step().on().toString());
    switch (taken.step()) {
      case Step.Propose propose -> out.writeStringProperty("text", propose.text());
      case Step.Secure secure -> out.writeStringProperty("amount", secure.amount().toString());
      case Step.Sign sign -> out.writeStringProperty("text", sign.text());
      case Step.Decline decline -> out.writeStringProperty("text", decline.text());
      case Step.Detained _ -> {}
    }
    out.writeStringProperty("by", taken.by());
    out.writeStringProperty("at", taken.at().toString());
    out.writeEndObject();
  }

  private static void finding(Finding finding, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("about", finding.about().code());
    out.writeStringProperty("outcome", finding.outcome().code());
    out.writeStringProperty("zh", finding.zh());
    out.writeStringProperty("en", finding.en());
    citations(finding.citations(), out);
    out.writeEndObject();
  }

  private static void citations(List<Citation> citations, JsonGenerator out) {
    out.writeArrayPropertyStart("citations");
    for (Citation citation : citations) {
      out.writeStartObject();
      out.writeStringProperty("instrument", citation.instrument());
      out.writeStringProperty("article", citation.article());
      out.writeStringProperty("confidence", citation.confidence().name().toLowerCase(Locale.ROOT));
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
