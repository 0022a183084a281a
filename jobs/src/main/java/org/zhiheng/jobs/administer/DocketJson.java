package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.values.Citation;
import tools.jackson.core.JsonGenerator;

/// Deadlines and fees as JSON, the same for CLI and REST. Days are ISO dates or null, money is a
/// decimal string.
public final class DocketJson {

  private DocketJson() {}

  /// Writes a deadline as an object.
  public static void write(Deadline deadline, RuleBook book, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("key", deadline.key());
    out.writeStringProperty("rule", deadline.question().rule());
    Optional<Rule> rule = book.rule(deadline.question().rule()).found();
    out.writeStringProperty("zh", rule.map(one -> one.title().zh()).orElse(""));
    out.writeStringProperty("en", rule.map(one -> one.title().en()).orElse(""));
    out.writeStringProperty("version", deadline.answer().version());
    out.writeStringProperty("kind", deadline.answer().kind().toString());
    out.writeStringProperty("who", deadline.who());
    out.writeStringProperty("event", deadline.question().event().toString());
    out.writeStringProperty("trigger", deadline.trigger().map(Object::toString).orElse(""));
    out.writeStringProperty(
        "service", deadline.question().service().map(Object::toString).orElse(""));
    day("entered", deadline.question().entered(), out);
    day("due", deadline.answer().due(), out);
    day("warnBy", Optional.of(deadline.answer().warnBy()), out);
    day("latestArguable", Optional.of(deadline.answer().latestArguable()), out);
    out.writeStringProperty("status", deadline.answer().status().toString());
    state(deadline.state(), out);
    out.writeBooleanProperty("beforeRecord", deadline.beforeRecord());
    out.writeStringProperty("parent", deadline.parent().orElse(""));
    if (deadline.patentYear().isPresent()) {
      out.writeNumberProperty("patentYear", deadline.patentYear().get());
    }
    out.writeEndObject();
  }

  private static void state(State state, JsonGenerator out) {
    out.writeStringProperty("state", state.code());
    switch (state) {
      case State.Running running -> out.writeNumberProperty("daysLeft", running.daysLeft());
      case State.Met met -> {
        out.writeStringProperty("doneOn", met.on().toString());
        out.writeStringProperty("doneBy", met.by().toString());
        out.writeBooleanProperty("beyondSafe", met.beyondSafe());
      }
      case State.Missed missed -> {
        out.writeStringProperty("since", missed.since().toString());
        day("doneOn", missed.doneOn(), out);
        out.writeArrayPropertyStart("opens");
        missed.opens().forEach(out::writeString);
        out.writeEndArray();
      }
      case State.Over over -> out.writeStringProperty("since", over.since().toString());
      case State.Settled settled -> out.writeStringProperty("doneBy", settled.by().toString());
      case State.Ended ended -> {
        out.writeStringProperty("endedOn", ended.on().toString());
        out.writeStringProperty("endedBy", ended.by().toString());
      }
      case State.Closed closed -> {
        out.writeStringProperty("reason", closed.closing().reason());
        out.writeStringProperty("closedBy", closed.closing().by());
        out.writeStringProperty("closedAt", closed.closing().at().toString());
      }
    }
  }

  /// Writes a fee as an object.
  public static void write(FeeDue fee, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("key", fee.key());
    out.writeStringProperty("fee", fee.fee());
    if (fee.patentYear().isPresent()) {
      out.writeNumberProperty("patentYear", fee.patentYear().get());
    }
    out.writeStringProperty("due", fee.due().toString());
    out.writeStringProperty("graceDue", fee.graceDue().toString());
    out.writeStringProperty("currency", fee.total().currency().getCurrencyCode());
    out.writeStringProperty("full", fee.full().decimal());
    out.writeStringProperty("reduced", fee.reduced().decimal());
    out.writeStringProperty("ground", fee.ground().orElse(""));
    out.writeStringProperty("surcharge", fee.surcharge().decimal());
    out.writeStringProperty("total", fee.total().decimal());
    out.writeNumberProperty("units", fee.units());
    out.writeStringProperty("payer", fee.payer());
    out.writeStringProperty("confidence", fee.confidence().name().toLowerCase(Locale.ROOT));
    citations(fee.citations(), out);
    out.writeEndObject();
  }

  private static void citations(List<Citation> citations, JsonGenerator out) {
    out.writeArrayPropertyStart("citations");
    for (Citation citation : citations) {
      out.writeStartObject();
      out.writeStringProperty("instrument", citation.instrument());
      out.writeStringProperty("article", citation.article());
      out.writeStringProperty("address", citation.address());
      out.writeStringProperty("confidence", citation.confidence().name().toLowerCase(Locale.ROOT));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /// Writes a row of the board as an object.
  public static void write(DocketBoard.Row row, RuleBook book, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("right", row.right().toString());
    out.writeStringProperty("number", row.number());
    out.writeStringProperty("title", row.title());
    out.writeStringProperty("key", row.key());
    out.writeStringProperty("rule", row.rule());
    Optional<Rule> rule = book.rule(row.rule()).found();
    out.writeStringProperty("zh", rule.map(one -> one.title().zh()).orElse(""));
    out.writeStringProperty("en", rule.map(one -> one.title().en()).orElse(""));
    out.writeStringProperty("kind", row.kind());
    out.writeStringProperty("who", row.who());
    out.writeStringProperty("event", row.eventOn().toString());
    day("due", row.due(), out);
    out.writeStringProperty("warnBy", row.warnBy().toString());
    out.writeStringProperty("latestArguable", row.latest().toString());
    out.writeStringProperty("status", row.status());
    out.writeStringProperty("state", row.state());
    out.writeStringProperty("assigned", row.assigned());
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
