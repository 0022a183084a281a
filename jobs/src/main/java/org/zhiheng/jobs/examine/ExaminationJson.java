package org.zhiheng.jobs.examine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsReason;
import org.zhiheng.similarity.goods.GoodsRelation;
import org.zhiheng.similarity.grounds.GroundFinding;
import org.zhiheng.similarity.guideline.ExceptionFinding;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.guideline.RuleNote;
import org.zhiheng.similarity.guideline.RuleReason;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Problem;
import tools.jackson.core.JsonGenerator;

/// Examinations as JSON: the one form that REST, the command line and kept records give. Each
/// method writes one value where the generator stands.
public final class ExaminationJson {

  private ExaminationJson() {}

  /// Two names side by side.
  public static void compared(Compared compared, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("left", compared.left());
    out.writeStringProperty("right", compared.right());
    out.writeName("scores");
    ScoreJson.scores(compared.scores(), out);
    out.writeNumberProperty("order", ScoreJson.rounded(compared.order()));
    out.writeName("orderRule");
    order(Words.ORDER, out);
    out.writeStringProperty("guideline", compared.guideline());
    model(compared.model(), out);
    cautions(compared.cautions(), out);
    rules(compared.rules(), out);
    out.writeEndObject();
  }

  /// An examination: what was asked, its basis, what was found.
  public static void examined(Examined examined, JsonGenerator out) {
    out.writeStartObject();
    out.writeName("inquiry");
    inquiry(examined.inquiry(), out);
    out.writeName("basis");
    basis(examined.basis(), out);
    out.writeStringProperty("list", examined.list().hex());
    out.writeNumberProperty("elapsedMicros", examined.elapsedMicros());
    out.writeNumberProperty("leftOut", examined.leftOut());
    out.writeArrayPropertyStart("grounds");
    examined.grounds().forEach(ground -> ground(ground, out));
    out.writeEndArray();
    cautions(examined.cautions(), out);
    out.writeArrayPropertyStart("hits");
    int rank = 1;
    for (Hit hit : examined.hits()) {
      hit(OptionalInt.of(rank++), hit, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// What was asked.
  public static void inquiry(Inquiry inquiry, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("name", inquiry.name());
    inquiry.figure().ifPresent(figure -> out.writeStringProperty("figure", figure.hex()));
    strings("classes", inquiry.classes(), out);
    strings("groups", inquiry.groups(), out);
    out.writeStringProperty("lawDate", inquiry.lawDate().toString());
    date("filedOn", inquiry.filedOn(), out);
    out.writeStringProperty("applicant", inquiry.applicant());
    out.writeNumberProperty("top", inquiry.top());
    out.writeEndObject();
  }

  /// What it rests on.
  public static void basis(Basis basis, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("indexVersion", basis.indexVersion());
    out.writeNumberProperty("marks", basis.marks());
    if (basis.figures().isPresent()) {
      out.writeObjectPropertyStart("figures");
      out.writeNumberProperty("count", basis.figures().get().count());
      out.writeStringProperty("digest", basis.figures().get().digest().hex());
      out.writeEndObject();
    }
    out.writeStringProperty("guideline", basis.guideline());
    out.writeName("orderRule");
    order(basis.order(), out);
    if (basis.goods().isPresent()) {
      out.writeObjectPropertyStart("goodsTable");
      out.writeStringProperty("name", basis.goods().get().name());
      out.writeStringProperty("digest", basis.goods().get().digest().hex());
      out.writeEndObject();
    }
    model(basis.model(), out);
    out.writeEndObject();
  }

  private static void model(Optional<Basis.ModelBasis> model, JsonGenerator out) {
    if (model.isPresent()) {
      out.writeObjectPropertyStart("model");
      out.writeStringProperty("name", model.get().name());
      out.writeStringProperty("hash", model.get().hash().hex());
      out.writeEndObject();
    }
  }

  private static void cautions(List<Problem> cautions, JsonGenerator out) {
    out.writeArrayPropertyStart("cautions");
    for (Problem caution : cautions) {
      out.writeStartObject();
      out.writeStringProperty("code", caution.code());
      out.writeStringProperty("reason", caution.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /// Why a mark that somebody named stands where it does.
  public static void whyNot(WhyNot whyNot, JsonGenerator out) {
    out.writeStartObject();
    out.writeName("inquiry");
    inquiry(whyNot.examined().inquiry(), out);
    out.writeStringProperty("list", whyNot.examined().list().hex());
    out.writeStringProperty("place", whyNot.place().code());
    OptionalInt rank = OptionalInt.empty();
    switch (whyNot.place()) {
      case WhyNot.Listed listed -> rank = OptionalInt.of(listed.rank());
      case WhyNot.FurtherDown further ->
          out.writeNumberProperty("last", ScoreJson.rounded(further.last()));
      case WhyNot.OtherGoods _, WhyNot.NothingInCommon _, WhyNot.NotProposed _ -> {}
    }
    out.writeName("mark");
    hit(rank, whyNot.hit(), out);
    out.writeEndObject();
  }

  private static void hit(OptionalInt rank, Hit hit, JsonGenerator out) {
    out.writeStartObject();
    if (rank.isPresent()) {
      out.writeNumberProperty("rank", rank.getAsInt());
    }
    out.writeStringProperty("right", hit.right().toString());
    out.writeStringProperty("number", hit.number());
    out.writeStringProperty("name", hit.name());
    out.writeStringProperty("holder", hit.holder());
    out.writeStringProperty("stage", hit.stage().code());
    date("filedOn", hit.filedOn(), out);
    date("registeredOn", hit.registeredOn(), out);
    date("priorityOn", hit.priorityOn(), out);
    hit.picture().ifPresent(picture -> out.writeStringProperty("picture", picture.hex()));
    strings("classes", hit.classes(), out);
    strings("groups", hit.groups(), out);
    if (hit.goods().isPresent()) {
      out.writeName("goods");
      goods(hit.goods().get(), out);
    }
    out.writeName("scores");
    ScoreJson.scores(hit.scores(), out);
    out.writeNumberProperty("order", new BigDecimal(order(hit)));
    rules(hit.rules(), out);
    out.writeObjectPropertyStart("standing");
    out.writeStringProperty("state", hit.standing().state().code());
    out.writeBooleanProperty("standsInTheWay", hit.standing().state().standsInTheWay());
    date("on", hit.standing().on(), out);
    out.writeStringProperty("article", hit.standing().article());
    out.writeStringProperty(
        "provision", hit.standing().provision().name().toLowerCase(Locale.ROOT));
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void goods(GoodsRelation relation, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("relation", code(relation.kind().name()));
    out.writeBooleanProperty("similar", relation.kind().similar());
    out.writeStringProperty("left", place(relation.left()));
    out.writeStringProperty("right", place(relation.right()));
    out.writeBooleanProperty("personReads", relation.personReads());
    out.writeArrayPropertyStart("reasons");
    for (GoodsReason reason : relation.reasons()) {
      out.writeStartObject();
      switch (reason) {
        case GoodsReason.SameItem item -> {
          out.writeStringProperty("type", "same-item");
          out.writeStringProperty("code", item.code());
          out.writeStringProperty("name", item.name());
        }
        case GoodsReason.SameGroup same -> {
          out.writeStringProperty("type", "same-group");
          out.writeStringProperty("group", same.group());
          out.writeNumberProperty("part", same.part());
        }
        case GoodsReason.OtherPart other -> {
          out.writeStringProperty("type", "other-part");
          out.writeStringProperty("group", other.group());
          out.writeNumberProperty("left", other.left());
          out.writeNumberProperty("right", other.right());
          out.writeStringProperty("note", other.note());
        }
        case GoodsReason.WithinGroup within -> {
          out.writeStringProperty("type", "within-group");
          out.writeStringProperty("group", within.group());
          out.writeStringProperty("note", within.note());
        }
        case GoodsReason.Note note -> {
          out.writeStringProperty("type", "note");
          out.writeStringProperty("group", note.group());
          out.writeStringProperty("otherGroup", note.otherGroup());
          out.writeStringProperty("note", note.note());
          out.writeStringProperty("applies", code(note.applies().name()));
        }
        case GoodsReason.CrossItem cross -> {
          out.writeStringProperty("type", "cross-item");
          out.writeStringProperty("item", cross.item());
          out.writeArrayPropertyStart("groups");
          cross.groups().forEach(out::writeString);
          out.writeEndArray();
        }
        case GoodsReason.SameClass same -> {
          out.writeStringProperty("type", "same-class");
          out.writeStringProperty("class", same.niceClass());
        }
        case GoodsReason.UnknownGroup unknown -> {
          out.writeStringProperty("type", "unknown-group");
          out.writeStringProperty("group", unknown.group());
        }
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void rules(List<RuleFinding> rules, JsonGenerator out) {
    out.writeArrayPropertyStart("rules");
    for (RuleFinding rule : rules) {
      out.writeStartObject();
      out.writeNumberProperty("rule", rule.number());
      out.writeStringProperty("id", rule.id());
      out.writeStringProperty("titleZh", rule.titleZh());
      out.writeStringProperty("titleEn", rule.titleEn());
      out.writeStringProperty("outcome", code(rule.outcome().name()));
      out.writeStringProperty("zh", rule.sentenceZh());
      out.writeStringProperty("en", rule.sentenceEn());
      reasons(rule.reasons(), out);
      out.writeArrayPropertyStart("exceptions");
      for (ExceptionFinding exception : rule.exceptions()) {
        out.writeStartObject();
        out.writeStringProperty("id", exception.id());
        out.writeStringProperty("outcome", code(exception.outcome().name()));
        out.writeStringProperty("zh", exception.zh());
        out.writeStringProperty("en", exception.en());
        out.writeStringProperty("confidence", code(exception.confidence().name()));
        reasons(exception.reasons(), out);
        out.writeEndObject();
      }
      out.writeEndArray();
      if (!rule.notes().isEmpty()) {
        out.writeArrayPropertyStart("notes");
        for (RuleNote note : rule.notes()) {
          out.writeStartObject();
          out.writeStringProperty("id", note.id());
          out.writeStringProperty("zh", note.zh());
          out.writeStringProperty("en", note.en());
          citation(note.citation(), out);
          out.writeEndObject();
        }
        out.writeEndArray();
      }
      citation(rule.citation(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void reasons(List<RuleReason> reasons, JsonGenerator out) {
    out.writeArrayPropertyStart("reasons");
    for (RuleReason reason : reasons) {
      out.writeStartObject();
      out.writeStringProperty("code", reason.code());
      out.writeArrayPropertyStart("values");
      reason.values().forEach(out::writeString);
      out.writeEndArray();
      out.writeStringProperty("zh", reason.zh());
      out.writeStringProperty("en", reason.en());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void ground(GroundFinding ground, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("kind", ground.kind().code());
    out.writeStringProperty("matched", ground.matched());
    out.writeStringProperty("entry", ground.entry());
    out.writeStringProperty("list", ground.list());
    out.writeStringProperty("zh", ground.zh());
    out.writeStringProperty("en", ground.en());
    out.writeStringProperty("standing", code(ground.standing().name()));
    out.writeBooleanProperty("screenOnly", true);
    citation(ground.citation(), out);
    out.writeEndObject();
  }

  private static void citation(Citation citation, JsonGenerator out) {
    out.writeObjectPropertyStart("citation");
    out.writeStringProperty("instrument", citation.instrument());
    out.writeStringProperty("article", citation.article());
    out.writeStringProperty("address", citation.address());
    date("readOn", citation.readOn(), out);
    out.writeStringProperty("confidence", code(citation.confidence().name()));
    out.writeEndObject();
  }

  private static String place(GoodsPlace place) {
    return switch (place) {
      case GoodsPlace.OfClass(String niceClass) -> niceClass;
      case GoodsPlace.OfGroup(String group, int part) -> part == 0 ? group : group + "-" + part;
      case GoodsPlace.OfItem item -> item.item().code();
    };
  }

  /// A hit's order value as the digest of a list takes it: six places.
  static String order(Hit hit) {
    return String.format(Locale.ROOT, "%.6f", hit.order());
  }

  /// `SAME_ITEM` as `same-item`.
  private static String code(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void order(OrderRule rule, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("name", rule.name());
    out.writeNumberProperty("version", rule.version());
    out.writeStringProperty("description", rule.description());
    out.writeEndObject();
  }

  private static void date(String name, Optional<LocalDate> date, JsonGenerator out) {
    date.ifPresent(day -> out.writeStringProperty(name, day.toString()));
  }

  private static void strings(String name, Set<String> texts, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    new TreeSet<>(texts).forEach(out::writeString);
    out.writeEndArray();
  }
}
