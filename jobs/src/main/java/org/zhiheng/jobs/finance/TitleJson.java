package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;
import tools.jackson.core.JsonGenerator;

/// Titles and pledges as JSON, the same for CLI and REST, the keys in one order. Days are ISO dates
/// or null.
public final class TitleJson {

  private TitleJson() {}

  /// Writes what the gate says of a right as an object.
  ///
  /// @param asked as it was typed
  public static void write(
      String asked, RightId right, TitleCheck check, GroundLaw law, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("asked", asked);
    out.writeStringProperty("right", right.toString());
    check(check, law, out);
    out.writeEndObject();
  }

  /// Writes that a right was not answered for as an object.
  public static void write(String asked, Problem problem, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("asked", asked);
    out.writeNullProperty("right");
    out.writeObjectPropertyStart("problem");
    out.writeStringProperty("code", problem.code());
    out.writeStringProperty("given", problem.given());
    out.writeStringProperty("reason", problem.reason());
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void check(TitleCheck check, GroundLaw law, JsonGenerator out) {
    out.writeStringProperty("on", check.on().toString());
    out.writeStringProperty("verdict", check.verdict().code());
    out.writeArrayPropertyStart("open");
    check.open().forEach(one -> out.writeString(one.ground().code()));
    out.writeEndArray();
    day("elsewhereAsOf", check.elsewhereAsOf(), out);
    entry("extract", check.extract(), out);
    out.writeArrayPropertyStart("grounds");
    check.findings().forEach(one -> finding(one, law.of(one.ground()), out));
    out.writeEndArray();
  }

  private static void finding(Finding finding, GroundLaw.Said said, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("number", finding.ground().number());
    out.writeStringProperty("ground", finding.ground().code());
    out.writeStringProperty("zh", said.zh());
    out.writeStringProperty("en", said.en());
    out.writeStringProperty("status", finding.status().code());
    out.writeStringProperty("code", finding.code());
    out.writeStringProperty("reason", finding.reason());
    entry("acknowledgement", finding.acknowledgement(), out);
    out.writeArrayPropertyStart("entries");
    finding.entries().forEach(one -> entry(one, out));
    out.writeEndArray();
    Citation citation = said.citation();
    out.writeObjectPropertyStart("citation");
    out.writeStringProperty("instrument", citation.instrument());
    out.writeStringProperty("article", citation.article());
    out.writeStringProperty("address", citation.address());
    out.writeStringProperty("confidence", citation.confidence().name().toLowerCase(Locale.ROOT));
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void entry(String name, Optional<Finding.Entry> entry, JsonGenerator out) {
    if (entry.isPresent()) {
      out.writeName(name);
      entry(entry.get(), out);
    } else {
      out.writeNullProperty(name);
    }
  }

  private static void entry(Finding.Entry entry, JsonGenerator out) {
    out.writeStartObject();
    if (entry.event().isPresent()) {
      out.writeStringProperty("event", entry.event().get().toString());
    } else {
      out.writeNullProperty("event");
    }
    out.writeStringProperty("kind", entry.kind());
    out.writeStringProperty("on", entry.on().toString());
    out.writeStringProperty("says", entry.says());
    out.writeStringProperty("source", entry.source());
    if (entry.index().isPresent()) {
      out.writeNumberProperty("logIndex", entry.index().get());
    } else {
      out.writeNullProperty("logIndex");
    }
    out.writeEndObject();
  }

  /// Writes which deal a right backs, or backed, as an object.
  public static void write(Reservation reservation, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("right", reservation.right().toString());
    out.writeStringProperty("deal", reservation.deal().text());
    out.writeStringProperty("recordNumber", reservation.recordNumber());
    out.writeStringProperty("by", reservation.by());
    out.writeStringProperty("at", reservation.at().toString());
    if (reservation.freed().isPresent()) {
      out.writeStringProperty("freedBy", reservation.freed().get().by());
      out.writeStringProperty("freedAt", reservation.freed().get().at().toString());
    } else {
      out.writeNullProperty("freedBy");
      out.writeNullProperty("freedAt");
    }
    out.writeEndObject();
  }

  private static void day(String name, Optional<LocalDate> day, JsonGenerator out) {
    if (day.isPresent()) {
      out.writeStringProperty(name, day.get().toString());
    } else {
      out.writeNullProperty(name);
    }
  }
}
