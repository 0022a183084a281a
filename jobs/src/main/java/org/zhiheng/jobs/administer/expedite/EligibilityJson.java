package org.zhiheng.jobs.administer.expedite;

import java.time.LocalDate;
import java.util.Locale;
import org.zhiheng.deadlines.rule.RuleBook;
import tools.jackson.core.JsonGenerator;

/// Eligibility as JSON.
public final class EligibilityJson {

  private EligibilityJson() {}

  /// Writes it as an object.
  public static void write(Eligibility found, RuleBook book, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("route", found.route().code());
    out.writeStringProperty("verdict", found.verdict());
    out.writeArrayPropertyStart("conditions");
    for (Eligibility.Finding finding : found.findings()) {
      out.writeStartObject();
      out.writeStringProperty("condition", finding.condition().code());
      out.writeStringProperty("outcome", finding.outcome().code());
      out.writeStringProperty("said", finding.said());
      out.writeStringProperty("zh", finding.condition().zh());
      out.writeStringProperty("en", finding.condition().en());
      out.writeStringProperty("instrument", finding.condition().citation().instrument());
      out.writeStringProperty("address", finding.condition().citation().address());
      out.writeStringProperty(
          "confidence",
          finding.condition().citation().confidence().name().toLowerCase(Locale.ROOT));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("promises");
    for (Eligibility.Promise promise : found.promises()) {
      out.writeStartObject();
      out.writeStringProperty("rule", promise.rule());
      out.writeStringProperty(
          "zh", book.rule(promise.rule()).found().map(rule -> rule.title().zh()).orElse(""));
      out.writeStringProperty(
          "en", book.rule(promise.rule()).found().map(rule -> rule.title().en()).orElse(""));
      out.writeStringProperty("due", promise.due().map(LocalDate::toString).orElse(""));
      out.writeStringProperty("status", promise.status());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
