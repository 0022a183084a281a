package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhiheng.deadlines.Step;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.values.Citation;
import org.zhiheng.values.RightId;
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
    fee(fee, out);
    out.writeEndObject();
  }

  /// Writes a fee as an object that names its right.
  public static void write(DocketBoard.Case right, FeeDue fee, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("right", right.right().toString());
    out.writeStringProperty("number", right.number());
    out.writeStringProperty("title", right.title());
    fee(fee, out);
    out.writeEndObject();
  }

  private static void fee(FeeDue fee, JsonGenerator out) {
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
  }

  /// Writes a receipt as an object.
  ///
  /// @param right whose; its number and title as the register shows them
  public static void write(
      RightId right, String number, String title, Receipt receipt, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("right", right.toString());
    out.writeStringProperty("rightNumber", number);
    out.writeStringProperty("title", title);
    out.writeStringProperty("number", receipt.number());
    out.writeStringProperty("on", receipt.on().toString());
    out.writeStringProperty("currency", receipt.amount().currency().getCurrencyCode());
    out.writeStringProperty("amount", receipt.amount().decimal());
    out.writeStringProperty("payer", receipt.payer());
    out.writeStringProperty("deadline", receipt.deadline());
    out.writeStringProperty("closedBy", receipt.closedBy().toString());
    out.writeStringProperty("event", receipt.event().toString());
    out.writeStringProperty("by", receipt.by());
    out.writeEndObject();
  }

  /// Writes relief as an object; null where there is none.
  public static void write(Optional<FeeRelief> relief, JsonGenerator out) {
    if (relief.isEmpty()) {
      out.writeNull();
      return;
    }
    out.writeStartObject();
    out.writeStringProperty("relief", relief.get().kind().code());
    out.writeNumberProperty("year", relief.get().year());
    out.writeStringProperty("applicant", relief.get().applicant());
    out.writeStringProperty("from", relief.get().from().toString());
    out.writeStringProperty("event", relief.get().event().toString());
    out.writeEndObject();
  }

  /// Writes how a time was kept in a month as an object.
  public static void write(DocketBoard.Kept kept, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("rule", kept.rule());
    out.writeStringProperty("month", kept.month().toString().substring(0, "2026-11".length()));
    out.writeNumberProperty("all", kept.all());
    out.writeNumberProperty("within", kept.within());
    out.writeNumberProperty("late", kept.late());
    out.writeNumberProperty("running", kept.running());
    out.writeNumberProperty("over", kept.over());
    number("percentWithin", kept.share(), out);
    number("medianDays", kept.median(), out);
    number("ninetyDays", kept.ninety(), out);
    out.writeEndObject();
  }

  private static void number(String name, Optional<Long> number, JsonGenerator out) {
    if (number.isPresent()) {
      out.writeNumberProperty(name, number.get());
    } else {
      out.writeNullProperty(name);
    }
  }

  /// Writes a deadline that a changed rule moves as an object.
  public static void write(LawReplay.Move move, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("right", move.right().right().toString());
    out.writeStringProperty("number", move.right().number());
    out.writeStringProperty("key", move.key());
    out.writeStringProperty("event", move.any().question().event().toString());
    day("dueBefore", move.before().flatMap(one -> one.answer().due()), out);
    day("dueAfter", move.after().flatMap(one -> one.answer().due()), out);
    day("warnByBefore", move.before().map(one -> one.answer().warnBy()), out);
    day("warnByAfter", move.after().map(one -> one.answer().warnBy()), out);
    day("latestBefore", move.before().map(one -> one.answer().latestArguable()), out);
    day("latestAfter", move.after().map(one -> one.answer().latestArguable()), out);
    out.writeStringProperty(
        "statusBefore", move.before().map(one -> one.answer().status().toString()).orElse(""));
    out.writeStringProperty(
        "statusAfter", move.after().map(one -> one.answer().status().toString()).orElse(""));
    out.writeStringProperty("stateBefore", move.before().map(one -> one.state().code()).orElse(""));
    out.writeStringProperty("stateAfter", move.after().map(one -> one.state().code()).orElse(""));
    out.writeStringProperty("whyZh", words(move.why(), Step::zh));
    out.writeStringProperty("whyEn", words(move.why(), Step::en));
    out.writeEndObject();
  }

  /// Steps of counting in one text, each with where it stands.
  public static String words(List<Step> steps, Function<Step, String> worded) {
    return steps.stream()
        .map(step ->
            worded.apply(step)
                + step.source()
                    .map(source ->
                        " [" + (source.instrument() + " " + source.article()).strip() + "]")
                    .orElse(""))
        .collect(Collectors.joining("; "));
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

  static void day(String name, Optional<LocalDate> day, JsonGenerator out) {
    if (day.isPresent()) {
      out.writeStringProperty(name, day.get().toString());
    } else {
      out.writeNullProperty(name);
    }
  }
}
