package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Step;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Remedy;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.SpecialCase;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.values.Citation;
import tools.jackson.core.JsonGenerator;

/// Rules, what they answer, and working days as JSON, with the names that the command line has.
public final class RuleJson {

  private RuleJson() {}

  /// Writes an answer as an object.
  public static void write(Answer answer, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("rule", answer.rule());
    out.writeStringProperty("version", answer.version());
    out.writeStringProperty("kind", answer.kind().toString());
    DocketJson.day("due", answer.due(), out);
    out.writeStringProperty("warnBy", answer.warnBy().toString());
    out.writeStringProperty("latestArguable", answer.latestArguable().toString());
    out.writeStringProperty("status", answer.status().toString());
    out.writeArrayPropertyStart("trace");
    for (Step step : answer.trace()) {
      out.writeStartObject();
      out.writeStringProperty("step", step.what().toString());
      out.writeStringProperty("day", step.day().toString());
      out.writeStringProperty("value", step.value());
      out.writeStringProperty("zh", step.zh());
      out.writeStringProperty("en", step.en());
      out.writeStringProperty("source", step.source().map(RuleJson::place).orElse(""));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("citations");
    for (Citation citation : answer.citations()) {
      out.writeStartObject();
      out.writeStringProperty("instrument", citation.instrument());
      out.writeStringProperty("article", citation.article());
      out.writeStringProperty("address", citation.address());
      out.writeStringProperty("readOn", citation.readOn().map(LocalDate::toString).orElse(""));
      out.writeStringProperty("confidence", confidence(citation));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// Writes what a list shows of a rule.
  public static void line(Rule rule, JsonGenerator out) {
    out.writeStartObject();
    head(rule, out);
    out.writeEndObject();
  }

  private static void head(Rule rule, JsonGenerator out) {
    out.writeStringProperty("rule", rule.id());
    out.writeStringProperty("kind", rule.kind().toString());
    out.writeStringProperty("zh", rule.title().zh());
    out.writeStringProperty("en", rule.title().en());
    out.writeStringProperty("lastValidOn", rule.lastValidOn().toString());
  }

  /// Writes a rule with its values and remedies.
  public static void write(Rule rule, JsonGenerator out) {
    out.writeStartObject();
    head(rule, out);
    out.writeStringProperty("eventZh", rule.event().zh());
    out.writeStringProperty("eventEn", rule.event().en());
    out.writeStringProperty("who", code(rule.who()));
    out.writeBooleanProperty("served", rule.served());
    out.writeStringProperty("counting", code(rule.counting()));
    out.writeStringProperty(
        "extension", rule.extension().map(extension -> extension.most().toString()).orElse(""));
    out.writeStringProperty("noteZh", rule.note().map(note -> note.zh()).orElse(""));
    out.writeStringProperty("noteEn", rule.note().map(note -> note.en()).orElse(""));
    out.writeArrayPropertyStart("values");
    rule.spans().forEach(span -> value("", span, out));
    for (SpecialCase special : rule.cases()) {
      special.spans().forEach(span -> value(special.when(), span, out));
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("remedies");
    for (Remedy remedy : rule.remedies()) {
      out.writeStartObject();
      out.writeStringProperty("rule", remedy.rule());
      out.writeStringProperty("from", code(remedy.from()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void value(String when, Span span, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("case", when);
    out.writeStringProperty("from", span.from().toString());
    DocketJson.day("until", span.until(), out);
    term("term", span.term(), out);
    out.writeBooleanProperty("assumed", span.assumed());
    out.writeStringProperty("source", place(span.citation()));
    out.writeStringProperty("address", span.citation().address());
    out.writeStringProperty("confidence", confidence(span.citation()));
    out.writeEndObject();
  }

  /// Writes a value that begins.
  public static void write(RuleBook.Begun begun, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("from", begun.span().from().toString());
    out.writeStringProperty("rule", begun.rule().id());
    out.writeStringProperty("case", begun.when());
    term("term", begun.span().term(), out);
    term("before", begun.before().flatMap(Span::term), out);
    out.writeBooleanProperty("assumed", begun.span().assumed());
    out.writeStringProperty("confidence", confidence(begun.span().citation()));
    out.writeEndObject();
  }

  /// Writes the working days of a span, both ends included.
  public static void write(
      String office, LocalDate from, LocalDate to, WorkingDays days, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("office", office);
    out.writeStringProperty("from", from.toString());
    out.writeStringProperty("to", to.toString());
    out.writeNumberProperty("workingDays", days.count(from, to));
    out.writeStringProperty("status", days.published(from, to) ? "certain" : "provisional");
    out.writeArrayPropertyStart("days");
    from.datesUntil(to.plusDays(1))
        .filter(day -> days.kind(day).worked())
        .forEach(day -> {
          out.writeStartObject();
          out.writeStringProperty("day", day.toString());
          out.writeStringProperty("kind", code(days.kind(day)));
          out.writeStringProperty("notice", days.source(day).map(one -> one.id()).orElse(""));
          out.writeEndObject();
        });
    out.writeEndArray();
    out.writeEndObject();
  }

  /// `专利法实施细则（2023修订） 第五条`
  private static String place(Citation citation) {
    return (citation.instrument() + " " + citation.article()).strip();
  }

  private static String confidence(Citation citation) {
    return code(citation.confidence());
  }

  private static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void term(String name, Optional<Term> term, JsonGenerator out) {
    out.writeStringProperty(name, term.map(Term::toString).orElse("unknown"));
  }
}
