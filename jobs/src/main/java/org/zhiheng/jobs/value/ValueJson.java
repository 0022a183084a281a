package org.zhiheng.jobs.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.valuation.Bar;
import org.zhiheng.valuation.Conclusion;
import org.zhiheng.valuation.MethodResult;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.valuation.Remark;
import org.zhiheng.valuation.chance.Distribution;
import org.zhiheng.valuation.indicator.Scored;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.valuation.method.Step;
import org.zhiheng.values.Problem;
import tools.jackson.core.JsonGenerator;

/// Reports of patents as JSON, the same for every door. Amounts are decimal strings, other figures
/// numbers, what is not known null; the format is described in `docs/formats/value.md`.
public final class ValueJson {

  private ValueJson() {}

  /// Writes a report as an object; its notice comes first.
  public static void write(PatentReport report, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("notice", ModelReport.NOTICE);
    out.writeStringProperty("right", report.right().toString());
    out.writeStringProperty("title", report.title());
    out.writeStringProperty("kind", report.kind());
    out.writeStringProperty("stage", report.stage());
    out.writeStringProperty("asOf", report.asOf().toString());
    out.writeStringProperty("currency", report.currency());
    out.writeStringProperty("given", report.given());
    optional("termEnds", report.termEnds().map(Object::toString), out);
    optional("purpose", report.money().map(ModelReport::purpose), out);
    out.writeName("conclusion");
    if (report.money().isPresent()) {
      conclusion(report.money().get().conclusion(), out);
    } else {
      out.writeNull();
    }
    out.writeArrayPropertyStart("methods");
    report.money().ifPresent(money -> money.methods().forEach(one -> method(one, out)));
    out.writeEndArray();
    missing(report.missing(), out);
    out.writeArrayPropertyStart("remarks");
    report.money().ifPresent(money -> money.remarks().forEach(one -> remark(one, out)));
    out.writeEndArray();
    indicators(report, out);
    annuities(report, out);
    out.writeArrayPropertyStart("problems");
    report.problems().forEach(one -> problem(one, out));
    out.writeEndArray();
    out.writeEndObject();
  }

  /// Writes a fee beside what its right may be worth as an object.
  public static void write(DocketBoard.Case right, KeepOrDrop decided, JsonGenerator out) {
    FeeDue fee = decided.fee();
    out.writeStartObject();
    out.writeStringProperty("right", right.right().toString());
    out.writeStringProperty("number", right.number());
    out.writeStringProperty("title", right.title());
    if (fee.patentYear().isPresent()) {
      out.writeNumberProperty("patentYear", fee.patentYear().get());
    }
    out.writeStringProperty("due", fee.due().toString());
    out.writeStringProperty("currency", fee.total().currency().getCurrencyCode());
    out.writeStringProperty("fee", fee.total().decimal());
    out.writeStringProperty(
        "valueLow", decided.value().map(range -> money(range.low())).orElse(""));
    out.writeStringProperty(
        "valueHigh", decided.value().map(range -> money(range.high())).orElse(""));
    out.writeStringProperty("advice", decided.advice().code());
    out.writeStringProperty("reason", decided.reason());
    out.writeEndObject();
  }

  /// An amount in whole units as a decimal string of two places.
  public static String money(double amount) {
    return new BigDecimal(amount).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /// A score of 0 to 100 as text, to a tenth.
  public static String score(double value) {
    return new BigDecimal(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /// A figure as text: amounts as [#money], others to nine digits.
  public static String figure(double value, Unit unit) {
    return unit == Unit.MONEY ? money(value) : number(value).toPlainString();
  }

  private static BigDecimal number(double value) {
    BigDecimal rounded = new BigDecimal(value, new MathContext(9)).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
  }

  private static void conclusion(Conclusion conclusion, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("low", money(conclusion.low()));
    out.writeStringProperty("high", money(conclusion.high()));
    out.writeStringProperty("agreement", Figures.word(conclusion.agreement()));
    out.writeStringProperty("reason", conclusion.reason());
    out.writeEndObject();
  }

  private static void method(MethodResult result, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("title", result.title());
    out.writeStringProperty("kind", Figures.word(result.kind()));
    out.writeStringProperty("value", money(result.value()));
    out.writeStringProperty("low", money(result.low()));
    out.writeStringProperty("high", money(result.high()));
    out.writeStringProperty("basis", Figures.word(result.basis()));
    out.writeArrayPropertyStart("inputs");
    result.inputs().forEach(one -> input(one, out));
    out.writeEndArray();
    out.writeArrayPropertyStart("steps");
    result.steps().forEach(one -> step(one, out));
    out.writeEndArray();
    out.writeArrayPropertyStart("tornado");
    result.tornado().forEach(one -> bar(one, out));
    out.writeEndArray();
    out.writeName("drawn");
    if (result.drawn().isPresent()) {
      drawn(result.drawn().get(), out);
    } else {
      out.writeNull();
    }
    out.writeEndObject();
  }

  private static void input(Input input, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("name", input.name());
    out.writeStringProperty("unit", Figures.word(input.unit()));
    figure("low", input.low(), input.unit(), out);
    figure("is", input.value(), input.unit(), out);
    figure("high", input.high(), input.unit(), out);
    source(input.source(), out);
    out.writeEndObject();
  }

  private static void figure(String name, double value, Unit unit, JsonGenerator out) {
    if (unit == Unit.MONEY) {
      out.writeStringProperty(name, money(value));
    } else {
      out.writeNumberProperty(name, number(value));
    }
  }

  private static void source(Source source, JsonGenerator out) {
    out.writeStringProperty("source", source.what());
    out.writeStringProperty("on", source.asOf().toString());
    out.writeStringProperty("confidence", Figures.word(source.confidence()));
  }

  private static void step(Step step, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("name", step.name());
    out.writeStringProperty("unit", Figures.word(step.unit()));
    figure("is", step.value(), step.unit(), out);
    out.writeEndObject();
  }

  private static void bar(Bar bar, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("input", bar.input().name());
    out.writeStringProperty("atLow", money(bar.atLow()));
    out.writeStringProperty("atHigh", money(bar.atHigh()));
    out.writeStringProperty("swing", money(bar.swing()));
    out.writeEndObject();
  }

  private static void drawn(Distribution drawn, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("paths", drawn.paths());
    out.writeNumberProperty("seed", drawn.seed());
    out.writeStringProperty("mean", money(drawn.mean()));
    out.writeStringProperty("deviation", money(drawn.deviation()));
    out.writeStringProperty("error", money(drawn.error()));
    out.writeNumberProperty("endedEarly", number(drawn.ended()));
    out.writeObjectPropertyStart("percentiles");
    for (int at = 0; at < Distribution.SHARES.size(); at++) {
      String share = number(100 * Distribution.SHARES.get(at)).toPlainString() + "%";
      out.writeStringProperty(share, money(drawn.percentiles().get(at)));
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void missing(List<Missing> missing, JsonGenerator out) {
    out.writeArrayPropertyStart("missing");
    for (Missing one : missing) {
      out.writeStartObject();
      out.writeStringProperty("method", one.method());
      out.writeArrayPropertyStart("needs");
      one.needs().forEach(out::writeString);
      out.writeEndArray();
      out.writeStringProperty("reason", one.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void remark(Remark remark, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("code", Figures.word(remark.code()));
    out.writeStringProperty("text", remark.text());
    out.writeEndObject();
  }

  private static void indicators(PatentReport report, JsonGenerator out) {
    out.writeObjectPropertyStart("indicators");
    out.writeStringProperty("version", report.assessment().version());
    out.writeStringProperty("weightsBy", report.assessment().weightsBy());
    out.writeStringProperty("scene", report.assessment().scene());
    out.writeNumberProperty("low", number(report.assessment().low()));
    out.writeNumberProperty("high", number(report.assessment().high()));
    out.writeNumberProperty("known", number(report.assessment().known()));
    out.writeArrayPropertyStart("parts");
    report.assessment().parts().forEach(one -> scored(one, out));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void scored(Scored scored, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", scored.id());
    out.writeStringProperty("zh", scored.zh());
    out.writeStringProperty("en", scored.en());
    out.writeNumberProperty("share", number(scored.share()));
    out.writeNumberProperty("low", number(scored.low()));
    out.writeNumberProperty("high", number(scored.high()));
    out.writeNumberProperty("known", number(scored.known()));
    out.writeArrayPropertyStart("evidence");
    for (Scored.Evidence evidence : scored.evidence()) {
      out.writeStartObject();
      out.writeStringProperty("fact", evidence.fact());
      out.writeNumberProperty("figure", number(evidence.figure()));
      out.writeNumberProperty("low", number(evidence.low()));
      out.writeNumberProperty("high", number(evidence.high()));
      source(evidence.source(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("missing");
    scored.missing().forEach(out::writeString);
    out.writeEndArray();
    out.writeName("judgement");
    if (scored.judgement().isPresent()) {
      out.writeStartObject();
      out.writeNumberProperty("low", number(scored.judgement().get().low()));
      out.writeNumberProperty("high", number(scored.judgement().get().high()));
      out.writeStringProperty("reason", scored.judgement().get().reason());
      source(scored.judgement().get().source(), out);
      out.writeEndObject();
    } else {
      out.writeNull();
    }
    out.writeArrayPropertyStart("parts");
    scored.parts().forEach(one -> scored(one, out));
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void annuities(PatentReport report, JsonGenerator out) {
    out.writeArrayPropertyStart("annuities");
    for (YearFee fee : report.annuities()) {
      out.writeStartObject();
      out.writeNumberProperty("patentYear", fee.patentYear());
      out.writeStringProperty("begins", fee.begins().toString());
      out.writeStringProperty("amount", fee.amount().decimal());
      out.writeStringProperty("currency", fee.amount().currency().getCurrencyCode());
      out.writeStringProperty("source", fee.source());
      out.writeStringProperty("confidence", Figures.word(fee.confidence()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void problem(Problem problem, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("code", problem.code());
    out.writeStringProperty("path", problem.path());
    out.writeStringProperty("reason", problem.reason());
    out.writeEndObject();
  }

  private static void optional(String name, Optional<String> value, JsonGenerator out) {
    if (value.isPresent()) {
      out.writeStringProperty(name, value.get());
    } else {
      out.writeNullProperty(name);
    }
  }
}
