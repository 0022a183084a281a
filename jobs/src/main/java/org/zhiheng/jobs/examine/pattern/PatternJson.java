package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.similarity.word.Rating;
import org.zhiheng.values.RightId;
import tools.jackson.core.JsonGenerator;

/// Evidence packs as JSON; each method writes one value where the generator stands.
///
/// Shares are two counts (`part`, `whole`), never a rounded number; likeness has four places.
public final class PatternJson {

  private PatternJson() {}

  /// The whole pack: who looked and when, the digest, the content, the sections.
  public static void pack(EvidencePack pack, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("by", pack.by());
    out.writeStringProperty("at", pack.at().toString());
    out.writeStringProperty("digest", pack.digest().hex());
    out.writeName("content");
    content(pack.pattern(), pack.answers(), out);
    out.writeArrayPropertyStart("sections");
    for (EvidencePack.Section section : pack.sections()) {
      out.writeStartObject();
      out.writeStringProperty("code", section.code());
      said("title", section.title(), out);
      saids("lines", section.lines(), out);
      rights("rights", section.rights(), out);
      saids("sources", section.sources(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// What the digest is over: the pattern and the answers.
  public static String content(Pattern pattern, List<Answers.Answer> answers) {
    return RecordJson.text(out -> content(pattern, answers, out));
  }

  private static void content(Pattern pattern, List<Answers.Answer> answers, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("marking", "suspicion-for-authorised-roles-only");
    out.writeStringProperty("subject", pattern.subject().toString());
    out.writeStringProperty("name", pattern.name());
    out.writeStringProperty("purpose", code(pattern.purpose()));
    out.writeStringProperty("asOf", pattern.asOf().toString());
    out.writeNumberProperty("filings", pattern.filings());
    out.writeNumberProperty("filingsLeftOut", pattern.filingsLeftOut());
    out.writeObjectPropertyStart("settings");
    out.writeNumberProperty("likenessPerMille", pattern.settings().likenessPerMille());
    out.writeNumberProperty("resaleMonths", pattern.settings().resaleMonths());
    out.writeNumberProperty("seriesNames", pattern.settings().seriesNames());
    out.writeStringProperty("order", pattern.order().name());
    out.writeNumberProperty("orderVersion", pattern.order().version());
    out.writeEndObject();
    said("searched", pattern.searched(), out);
    out.writeArrayPropertyStart("factors");
    pattern.factors().forEach(factor -> factor(factor, out));
    out.writeEndArray();
    out.writeArrayPropertyStart("answers");
    for (Answers.Answer answer : answers) {
      out.writeStartObject();
      out.writeStringProperty("at", answer.at().toString());
      out.writeStringProperty("by", answer.by());
      out.writeStringProperty("text", answer.text());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// One factor.
  public static void factor(Factor factor, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("kind", factor.kind().code());
    said("title", PackText.title(factor.kind()), out);
    out.writeArrayPropertyStart("figures");
    factor.figures().forEach(figure -> figure(figure, out));
    out.writeEndArray();
    out.writeArrayPropertyStart("evidence");
    factor.evidence().forEach(one -> evidence(one, out));
    out.writeEndArray();
    out.writeNumberProperty("evidenceLeftOut", factor.evidenceLeftOut());
    out.writeArrayPropertyStart("law");
    for (LegalBasis basis : factor.law()) {
      out.writeStartObject();
      said("law", basis.law(), out);
      out.writeArrayPropertyStart("articles");
      basis.articles().forEach(out::writeString);
      out.writeEndArray();
      out.writeStringProperty("firm", code(basis.firm()));
      said("words", basis.words(), out);
      out.writeStringProperty("source", basis.source());
      rights("rights", basis.rights(), out);
      out.writeBooleanProperty("undated", basis.undated());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringProperty("confidence", code(factor.confidence()));
    said("confidenceWhy", factor.confidenceWhy(), out);
    saids("against", factor.against(), out);
    out.writeEndObject();
  }

  private static void figure(Figure figure, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("code", figure.code());
    switch (figure.amount()) {
      case Amount.Count(long count) -> out.writeNumberProperty("count", count);
      case Amount.Share(long part, long whole) -> {
        out.writeNumberProperty("part", part);
        out.writeNumberProperty("whole", whole);
      }
    }
    out.writeStringProperty("unit", figure.unit());
    said("label", figure.label(), out);
    rights("inputs", figure.inputs(), out);
    figure
        .reference()
        .ifPresent(reference -> {
          out.writeObjectPropertyStart("reference");
          out.writeNumberProperty("median", reference.median());
          out.writeNumberProperty("applicants", reference.applicants());
          said("basis", reference.basis(), out);
          out.writeEndObject();
        });
    out.writeEndObject();
  }

  private static void evidence(Evidence evidence, JsonGenerator out) {
    out.writeStartObject();
    switch (evidence) {
      case Evidence.Window window -> {
        out.writeStringProperty("type", "window");
        out.writeStringProperty("from", window.from().toString());
        out.writeStringProperty("through", window.through().toString());
        rights("rights", window.rights(), out);
      }
      case Evidence.ClassUse use -> {
        out.writeStringProperty("type", "class");
        out.writeStringProperty("class", use.niceClass());
        use.ofBusiness().ifPresent(own -> out.writeBooleanProperty("ofBusiness", own));
        rights("rights", use.rights(), out);
      }
      case Evidence.Pair pair -> {
        out.writeStringProperty("type", "pair");
        named(pair.right(), pair.name(), out);
        out.writeStringProperty("known", pair.known().name());
        out.writeStringProperty("knownHolder", pair.known().holder());
        right("knownRight", pair.known().right(), out);
        pair.known().since().ifPresent(on -> out.writeStringProperty("since", on.toString()));
        rating(pair.rating(), out);
      }
      case Evidence.Transfer transfer -> {
        out.writeStringProperty("type", "transfer");
        named(transfer.right(), transfer.name(), out);
        out.writeStringProperty("filedOn", transfer.filedOn().toString());
        out.writeStringProperty("assignedOn", transfer.assignedOn().toString());
        out.writeNumberProperty("months", transfer.months());
        out.writeStringProperty("to", transfer.to());
      }
      case Evidence.Decision decision -> {
        out.writeStringProperty("type", "decision");
        named(decision.right(), decision.name(), out);
        out.writeStringProperty("decision", decision.happening().kind().code());
        out.writeStringProperty("on", decision.happening().on().toString());
        out.writeStringProperty("text", decision.happening().text());
        out.writeStringProperty("ground", code(decision.ground()));
      }
      case Evidence.Link link -> {
        out.writeStringProperty("type", "link");
        out.writeStringProperty("party", link.party().toString());
        out.writeStringProperty("name", link.name());
        out.writeStringProperty("basis", code(link.basis()));
        out.writeStringProperty("shared", link.shared());
        rights("rights", link.rights(), out);
      }
      case Evidence.Series series -> {
        out.writeStringProperty("type", "series");
        out.writeStringProperty("rule", code(series.rule()));
        out.writeStringProperty("pattern", series.pattern());
        out.writeArrayPropertyStart("names");
        series.names().forEach(out::writeString);
        out.writeEndArray();
        rights("rights", series.rights(), out);
      }
    }
    out.writeEndObject();
  }

  private static void named(RightId right, String name, JsonGenerator out) {
    out.writeStringProperty("right", right.toString());
    out.writeStringProperty("name", name);
  }

  private static void right(String property, Optional<RightId> right, JsonGenerator out) {
    right.ifPresent(id -> out.writeStringProperty(property, id.toString()));
  }

  private static void rating(Rating rating, JsonGenerator out) {
    out.writeObjectPropertyStart("rating");
    out.writeNumberProperty("sound", Math.round(rating.sound() * 10_000) / 10_000.0);
    out.writeNumberProperty("shape", Math.round(rating.shape() * 10_000) / 10_000.0);
    out.writeNumberProperty("meaning", Math.round(rating.meaning() * 10_000) / 10_000.0);
    out.writeNumberProperty("order", Math.round(rating.order() * 10_000) / 10_000.0);
    out.writeEndObject();
  }

  private static void rights(String name, List<RightId> rights, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    rights.forEach(right -> out.writeString(right.toString()));
    out.writeEndArray();
  }

  private static void said(String name, Said said, JsonGenerator out) {
    out.writeObjectPropertyStart(name);
    out.writeStringProperty("zh", said.zh());
    out.writeStringProperty("en", said.en());
    out.writeEndObject();
  }

  private static void saids(String name, List<Said> saids, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    for (Said said : saids) {
      out.writeStartObject();
      out.writeStringProperty("zh", said.zh());
      out.writeStringProperty("en", said.en());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
