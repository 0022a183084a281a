package org.zhiheng.jobs.examine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.similarity.grounds.GroundFinding;
import org.zhiheng.similarity.grounds.GroundKind;
import org.zhiheng.similarity.guideline.ExceptionFinding;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.guideline.RuleNote;
import org.zhiheng.similarity.guideline.RuleReason;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads back what [ExaminationJson] wrote, so that a kept examination is shown as it was found.
///
/// Scores come back with the four places they were written with. What was kept before a field was
/// known lacks it: a rule without its reasons says its whole sentence as the reason, a figure basis
/// that was a count alone is none.
final class ExaminationReader {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ExaminationReader() {}

  /// The whole examination.
  ///
  /// @throws IllegalArgumentException when it is none of ours
  static Examined examined(String text) {
    JsonNode node = JSON.readTree(text);
    List<Hit> hits = each(node.path("hits"), ExaminationReader::hit);
    return new Examined(
        inquiry(node.path("inquiry")),
        basis(node.path("basis")),
        hits,
        node.path("leftOut").asInt(0),
        each(node.path("grounds"), ExaminationReader::ground),
        each(
            node.path("cautions"),
            one -> Problem.of(text(one, "code"), "", "", text(one, "reason"))),
        new Digest(text(node, "list")),
        node.path("elapsedMicros").asLong(0));
  }

  /// What was asked.
  static Inquiry inquiry(String text) {
    return inquiry(JSON.readTree(text));
  }

  private static Inquiry inquiry(JsonNode node) {
    return new Inquiry(
        text(node, "name"),
        filled(node, "figure").map(Digest::new),
        strings(node.path("classes")),
        strings(node.path("groups")),
        LocalDate.parse(text(node, "lawDate")),
        date(node, "filedOn"),
        text(node, "applicant"),
        node.path("top").asInt(20));
  }

  private static Basis basis(JsonNode node) {
    JsonNode goods = node.path("goodsTable");
    JsonNode figures = node.path("figures");
    JsonNode order = node.path("orderRule");
    JsonNode model = node.path("model");
    return new Basis(
        text(node, "indexVersion"),
        node.path("marks").asLong(0),
        new OrderRule(
            text(order, "name"), order.path("version").asInt(0), text(order, "description")),
        goods.isObject()
            ? Optional.of(
                new Basis.GoodsBasis(text(goods, "name"), new Digest(text(goods, "digest"))))
            : Optional.empty(),
        text(node, "guideline"),
        figures.isObject()
            ? Optional.of(
                new Basis.FigureBasis(
                    figures.path("count").asLong(0), new Digest(text(figures, "digest"))))
            : Optional.empty(),
        model.isObject()
            ? Optional.of(
                new Basis.ModelBasis(text(model, "name"), new Digest(text(model, "hash"))))
            : Optional.empty());
  }

  private static Hit hit(JsonNode node) {
    JsonNode standing = node.path("standing");
    JsonNode goods = node.path("goods");
    return new Hit(
        RightId.parse(text(node, "right")).orThrow(),
        text(node, "number"),
        text(node, "name"),
        text(node, "holder"),
        LifeStage.parse(text(node, "stage")).orThrow(),
        date(node, "filedOn"),
        date(node, "registeredOn"),
        date(node, "priorityOn"),
        strings(node.path("classes")),
        strings(node.path("groups")),
        goods.isObject() ? Optional.of(GoodsReader.relation(goods)) : Optional.empty(),
        ScoreReader.scores(node.path("scores")),
        node.path("order").asDouble(0),
        each(node.path("rules"), ExaminationReader::rule),
        new Standing(
            constant(Standing.State.class, text(standing, "state")),
            date(standing, "on"),
            text(standing, "article"),
            constant(Standing.Provision.class, text(standing, "provision"))),
        filled(node, "picture").map(Digest::new));
  }

  private static RuleFinding rule(JsonNode node) {
    List<RuleReason> reasons = reasons(node);
    if (reasons.isEmpty()) {
      reasons = List.of(new RuleReason("as-kept", List.of(), text(node, "zh"), text(node, "en")));
    }
    return new RuleFinding(
        node.path("rule").asInt(0),
        text(node, "id"),
        text(node, "titleZh"),
        text(node, "titleEn"),
        constant(RuleFinding.Outcome.class, text(node, "outcome")),
        reasons,
        each(node.path("exceptions"), ExaminationReader::exception),
        each(node.path("notes"), ExaminationReader::note),
        citation(node.path("citation")));
  }

  private static RuleNote note(JsonNode node) {
    return new RuleNote(
        text(node, "id"), text(node, "zh"), text(node, "en"), citation(node.path("citation")));
  }

  private static ExceptionFinding exception(JsonNode node) {
    return new ExceptionFinding(
        text(node, "id"),
        constant(ExceptionFinding.Outcome.class, text(node, "outcome")),
        text(node, "zh"),
        text(node, "en"),
        filled(node, "confidence")
            .map(code -> constant(Confidence.class, code))
            .orElse(Confidence.UNKNOWN),
        reasons(node));
  }

  private static List<RuleReason> reasons(JsonNode node) {
    return each(
        node.path("reasons"),
        one ->
            new RuleReason(
                text(one, "code"),
                each(one.path("values"), value -> value.asString("")),
                text(one, "zh"),
                text(one, "en")));
  }

  private static GroundFinding ground(JsonNode node) {
    return new GroundFinding(
        groundKind(text(node, "kind")),
        text(node, "matched"),
        filled(node, "entry").orElse(text(node, "matched")),
        text(node, "zh"),
        text(node, "en"),
        citation(node.path("citation")),
        constant(GroundFinding.Standing.class, text(node, "standing")),
        text(node, "list"));
  }

  private static GroundKind groundKind(String code) {
    for (GroundKind kind : GroundKind.values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no ground is called " + code);
  }

  /// A text that was seen on a day that was not kept is only recalled.
  private static Citation citation(JsonNode node) {
    Optional<LocalDate> readOn = date(node, "readOn");
    Confidence kept = constant(Confidence.class, text(node, "confidence"));
    return new Citation(
        text(node, "instrument"),
        text(node, "article"),
        text(node, "address"),
        readOn,
        kept == Confidence.SEEN && readOn.isEmpty() ? Confidence.RECALLED : kept);
  }

  /// `same-item` as `SAME_ITEM`.
  static <E extends Enum<E>> E constant(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The text under a name; empty where there is none.
  static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  /// What each of an array gives.
  static <T> List<T> each(JsonNode array, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    array.forEach(one -> all.add(reader.apply(one)));
    return all;
  }

  private static Optional<String> filled(JsonNode node, String name) {
    return Optional.of(text(node, name)).filter(text -> !text.isEmpty());
  }

  private static Optional<LocalDate> date(JsonNode node, String name) {
    return filled(node, name).map(LocalDate::parse);
  }

  private static Set<String> strings(JsonNode array) {
    return new LinkedHashSet<>(each(array, one -> one.asString("")));
  }
}
