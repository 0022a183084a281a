package org.zhiheng.jobs.prove.use;

import java.util.List;
import java.util.Locale;
import org.zhiheng.jobs.examine.ScoreJson;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.values.Citation;
import tools.jackson.core.JsonGenerator;

/// Use as JSON; each method writes one value where the generator stands.
public final class UseJson {

  private UseJson() {}

  /// What a locker shows.
  public static void window(UseWindow window, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("right", window.mark().id().toString());
    out.writeStringProperty("mark", window.mark().word());
    out.writeStringProperty("basis", window.question().basis().code());
    out.writeStringProperty("from", window.from().toString());
    out.writeStringProperty("until", window.until().toString());
    rule(out);
    out.writeArrayPropertyStart("goods");
    window.goods().forEach(good -> good(good, out));
    out.writeEndArray();
    out.writeArrayPropertyStart("justifications");
    for (UseWindow.Justified one : window.justifications()) {
      out.writeStartObject();
      out.writeStringProperty("evidence", one.id().toString());
      out.writeStringProperty("from", one.from().toString());
      out.writeStringProperty("to", one.to().toString());
      texts("goods", one.goods(), out);
      out.writeStringProperty("reason", one.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
    remarks(window.remarks(), out);
    out.writeArrayPropertyStart("law");
    window.law().forEach(point -> point(point, out));
    out.writeEndArray();
    said("nearness", window.nearness(), out);
    out.writeEndObject();
  }

  /// A declaration.
  public static void declaration(UseDeclaration declaration, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("right", declaration.mark().id().toString());
    out.writeStringProperty("mark", declaration.mark().word());
    out.writeStringProperty("from", declaration.period().from().toString());
    out.writeStringProperty("to", declaration.period().to().toString());
    out.writeStringProperty("at", declaration.at().toString());
    out.writeStringProperty("by", declaration.by());
    out.writeStringProperty("log", declaration.log());
    out.writeObjectPropertyStart("anchoring");
    out.writeStringProperty("office", declaration.anchoring().office().code());
    out.writeStringProperty("need", declaration.anchoring().need().code());
    said("said", declaration.anchoring().said(), out);
    citation(declaration.anchoring().citation(), out);
    out.writeEndObject();
    out.writeArrayPropertyStart("lines");
    declaration.lines().forEach(line -> line(line, out));
    out.writeEndArray();
    remarks(declaration.remarks(), out);
    out.writeEndObject();
  }

  private static void line(UseDeclaration.Line line, JsonGenerator out) {
    LockerItem evidence = line.evidence();
    UseItem item = evidence.item();
    out.writeStartObject();
    out.writeStringProperty("evidence", evidence.id().toString());
    evidence.index().ifPresent(index -> out.writeNumberProperty("index", index));
    out.writeStringProperty("commitment", evidence.leaf().commitment().sha256().hex());
    out.writeStringProperty("commitmentSm3", evidence.leaf().commitment().sm3().hex());
    out.writeStringProperty("depositedAt", evidence.depositedAt().toString());
    out.writeBooleanProperty("stamped", line.stamped());
    out.writeBooleanProperty("anchored", line.anchored());
    out.writeStringProperty("kind", item.kind().code());
    out.writeStringProperty("from", item.from().toString());
    out.writeStringProperty("to", item.to().toString());
    out.writeStringProperty("place", item.place());
    out.writeStringProperty("country", item.country());
    texts("goods", item.goods(), out);
    out.writeStringProperty("markAsUsed", item.mark());
    out.writeStringProperty("form", line.form().state().code());
    out.writeStringProperty("formAccepted", item.formAccepted());
    out.writeStringProperty("reason", item.reason());
    out.writeArrayPropertyStart("files");
    for (StatedFile file : evidence.files()) {
      out.writeStartObject();
      out.writeStringProperty("name", file.name());
      out.writeStringProperty("sha256", file.sha256().hex());
      out.writeStringProperty("sm3", file.sm3().hex());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// Under the name `rule`.
  private static void rule(JsonGenerator out) {
    out.writeObjectPropertyStart("rule");
    out.writeStringProperty("name", UseRule.VERDICT.name());
    out.writeNumberProperty("version", UseRule.VERDICT.version());
    said("said", UseRule.VERDICT.said(), out);
    out.writeEndObject();
  }

  private static void good(GoodUse good, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("good", good.good());
    out.writeBooleanProperty("registered", good.registered());
    out.writeStringProperty("verdict", good.verdict().code());
    out.writeArrayPropertyStart("because");
    good.because().forEach(one -> said(one, out));
    out.writeEndArray();
    out.writeBooleanProperty("threeYearsWithout", good.threeYearsWithout());
    out.writeNumberProperty("gapMonths", good.gapMonths());
    good.lastUse().ifPresent(day -> out.writeStringProperty("lastUse", day.toString()));
    out.writeArrayPropertyStart("months");
    for (GoodUse.Month month : good.months()) {
      out.writeStartObject();
      out.writeStringProperty("from", month.from().toString());
      out.writeStringProperty("until", month.until().toString());
      out.writeNumberProperty("count", month.count());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("evidence");
    good.counted().forEach(one -> counted(one, out));
    out.writeEndArray();
    texts("beside", good.beside(), out);
    out.writeEndObject();
  }

  private static void counted(GoodUse.Counted one, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("evidence", one.id().toString());
    out.writeStringProperty("kind", one.kind().code());
    out.writeStringProperty("form", one.form().state().code());
    if (one.form().scores().isPresent()) {
      out.writeName("scores");
      ScoreJson.scores(one.form().scores().get(), out);
    }
    texts("shortfalls", one.shortfalls().stream().map(Shortfall::code).toList(), out);
    out.writeEndObject();
  }

  /// Under the name `remarks`.
  static void remarks(List<UseWindow.Remark> remarks, JsonGenerator out) {
    out.writeArrayPropertyStart("remarks");
    for (UseWindow.Remark remark : remarks) {
      out.writeStartObject();
      out.writeStringProperty("code", remark.code());
      texts("subject", remark.subject(), out);
      said("said", remark.said(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void point(UsePoint point, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", point.id());
    said("said", point.said(), out);
    citation(point.citation(), out);
    out.writeEndObject();
  }

  /// Under the name `source`.
  static void citation(Citation citation, JsonGenerator out) {
    out.writeObjectPropertyStart("source");
    out.writeStringProperty("instrument", citation.instrument());
    out.writeStringProperty("article", citation.article());
    out.writeStringProperty("address", citation.address());
    citation.readOn().ifPresent(day -> out.writeStringProperty("readOn", day.toString()));
    out.writeStringProperty("confidence", citation.confidence().name().toLowerCase(Locale.ROOT));
    out.writeEndObject();
  }

  static void texts(String name, List<String> texts, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    texts.forEach(out::writeString);
    out.writeEndArray();
  }

  static void said(String name, Said said, JsonGenerator out) {
    out.writeName(name);
    said(said, out);
  }

  private static void said(Said said, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("zh", said.zh());
    out.writeStringProperty("en", said.en());
    out.writeEndObject();
  }
}
