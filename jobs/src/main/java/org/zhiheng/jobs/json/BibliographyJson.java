package org.zhiheng.jobs.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Office;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// A bibliography as the property `bibliography`, left out when it says nothing.
final class BibliographyJson {

  private BibliographyJson() {}

  static void write(Bibliography bibliography, JsonGenerator out) {
    if (bibliography.equals(Bibliography.EMPTY)) {
      return;
    }
    out.writeObjectPropertyStart("bibliography");
    content(bibliography, out);
    out.writeEndObject();
  }

  /// The parts that say something, as properties where the generator stands.
  static void content(Bibliography bibliography, JsonGenerator out) {
    texts("titles", bibliography.titles(), out);
    texts("abstracts", bibliography.abstracts(), out);
    if (!bibliography.named().isEmpty()) {
      out.writeArrayPropertyStart("named");
      for (Bibliography.Named named : bibliography.named()) {
        out.writeStartObject();
        out.writeStringProperty("role", code(named.role()));
        out.writeStringProperty("name", named.name());
        text("region", named.region(), out);
        text("country", named.country(), out);
        text("address", named.address(), out);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    if (!bibliography.classes().isEmpty()) {
      out.writeArrayPropertyStart("classes");
      for (ClassSymbol symbol : bibliography.classes()) {
        out.writeStartObject();
        out.writeStringProperty("scheme", code(symbol.scheme()));
        out.writeStringProperty("symbol", symbol.symbol());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    if (!bibliography.priorities().isEmpty()) {
      out.writeArrayPropertyStart("priorities");
      for (Bibliography.Priority priority : bibliography.priorities()) {
        out.writeStartObject();
        out.writeStringProperty("office", priority.office().code());
        out.writeStringProperty("number", priority.number());
        date(priority.date(), out);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    if (!bibliography.citations().isEmpty()) {
      out.writeArrayPropertyStart("citations");
      for (Bibliography.CitedDocument cited : bibliography.citations()) {
        out.writeStartObject();
        text("number", cited.number(), out);
        text("text", cited.text(), out);
        text("category", cited.category(), out);
        text("phase", cited.phase(), out);
        date(cited.date(), out);
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    FactJson.numbers("family", bibliography.family(), out);
    strings("claims", bibliography.claims(), out);
    if (bibliography.sign().isPresent()) {
      Bibliography.Sign sign = bibliography.sign().get();
      out.writeObjectPropertyStart("sign");
      text("word", sign.word(), out);
      text("figure", sign.figure(), out);
      strings("goods", sign.goods(), out);
      out.writeEndObject();
    }
  }

  static Bibliography read(JsonNode fact) {
    @Nullable JsonNode node = fact.get("bibliography");
    if (node == null) {
      return Bibliography.EMPTY;
    }
    List<Bibliography.Named> named = new ArrayList<>();
    for (JsonNode one : Fields.array(node, "named")) {
      named.add(
          new Bibliography.Named(
              role(Fields.text(one, "role")),
              Fields.text(one, "name"),
              Fields.text(one, "region"),
              Fields.text(one, "country"),
              Fields.text(one, "address")));
    }
    List<ClassSymbol> classes = new ArrayList<>();
    for (JsonNode one : Fields.array(node, "classes")) {
      classes.add(
          new ClassSymbol(
              ClassScheme.valueOf(
                  Fields.text(one, "scheme").toUpperCase(Locale.ROOT).replace('-', '_')),
              Fields.text(one, "symbol")));
    }
    List<Bibliography.Priority> priorities = new ArrayList<>();
    for (JsonNode one : Fields.array(node, "priorities")) {
      priorities.add(
          new Bibliography.Priority(
              new Office(Fields.text(one, "office")),
              Fields.text(one, "number"),
              Fields.date(one, "date")));
    }
    List<Bibliography.CitedDocument> citations = new ArrayList<>();
    for (JsonNode one : Fields.array(node, "citations")) {
      citations.add(
          new Bibliography.CitedDocument(
              Fields.text(one, "number"),
              Fields.text(one, "text"),
              Fields.text(one, "category"),
              Fields.text(one, "phase"),
              Fields.date(one, "date")));
    }
    return new Bibliography(
        texts(node, "titles"),
        texts(node, "abstracts"),
        named,
        classes,
        priorities,
        citations,
        FactJson.numbers(node, "family"),
        Fields.texts(node, "claims"),
        Optional.ofNullable(node.get("sign")).map(BibliographyJson::sign));
  }

  private static Bibliography.Sign sign(JsonNode node) {
    return new Bibliography.Sign(
        Fields.text(node, "word"), Fields.text(node, "figure"), Fields.texts(node, "goods"));
  }

  private static List<Bibliography.Text> texts(JsonNode node, String name) {
    List<Bibliography.Text> texts = new ArrayList<>();
    for (JsonNode one : Fields.array(node, name)) {
      texts.add(new Bibliography.Text(Fields.text(one, "language"), Fields.text(one, "text")));
    }
    return texts;
  }

  private static void texts(String name, List<Bibliography.Text> texts, JsonGenerator out) {
    if (!texts.isEmpty()) {
      out.writeArrayPropertyStart(name);
      for (Bibliography.Text text : texts) {
        out.writeStartObject();
        text("language", text.language(), out);
        out.writeStringProperty("text", text.text());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
  }

  private static void strings(String name, List<String> values, JsonGenerator out) {
    if (!values.isEmpty()) {
      out.writeArrayPropertyStart(name);
      values.forEach(out::writeString);
      out.writeEndArray();
    }
  }

  private static void text(String name, String value, JsonGenerator out) {
    if (!value.isEmpty()) {
      out.writeStringProperty(name, value);
    }
  }

  private static void date(Optional<LocalDate> date, JsonGenerator out) {
    if (date.isPresent()) {
      out.writeStringProperty("date", date.get().toString());
    }
  }

  private static String code(ClassScheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String code(Bibliography.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static Bibliography.Role role(String code) {
    return Bibliography.Role.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
