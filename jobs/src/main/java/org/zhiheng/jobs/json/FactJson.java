package org.zhiheng.jobs.json;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Digest;
import org.zhiheng.values.EventId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Facts as JSON and back: `{"kind":"filed", …}`, parts that say nothing left out.
///
/// The same fact always gives the same text, field by field in the order written here, so that
/// texts may be compared and digested. Dates are ISO 8601.
public final class FactJson {

  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FactJson() {}

  /// The fact as one line of JSON.
  public static String write(Fact fact) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator out =
        FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
      write(fact, out);
    }
    return text.toString();
  }

  /// Writes the fact as an object where the generator stands.
  public static void write(Fact fact, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("kind", FactKind.of(fact).code());
    switch (fact) {
      case Fact.Filed filed -> {
        numbers(filed.numbers(), out);
        BibliographyJson.write(filed.bibliography(), out);
      }
      case Fact.Published published -> {
        numbers(List.of(published.number()), out);
        BibliographyJson.write(published.bibliography(), out);
      }
      case Fact.ExaminationBegun _, Fact.Withdrawn _, Fact.Abandoned _, Fact.Expired _ -> {}
      case Fact.PreliminarilyApproved approved -> {
        numbers(approved.numbers(), out);
        BibliographyJson.write(approved.bibliography(), out);
      }
      case Fact.Granted granted -> {
        numbers(List.of(granted.number()), out);
        BibliographyJson.write(granted.bibliography(), out);
      }
      case Fact.Registered registered -> {
        numbers(registered.numbers(), out);
        date("until", registered.until(), out);
        BibliographyJson.write(registered.bibliography(), out);
      }
      case Fact.Refused refused -> text("reason", refused.reason(), out);
      case Fact.DeemedWithdrawn withdrawn -> text("reason", withdrawn.reason(), out);
      case Fact.Ceased ceased -> text("reason", ceased.reason(), out);
      case Fact.Renewed renewed -> date("until", Optional.of(renewed.until()), out);
      case Fact.Restored _, Fact.Resumed _ -> {}
      case Fact.Invalidated invalidated -> texts("claims", invalidated.claims(), out);
      case Fact.Cancelled cancelled -> {
        texts("goods", cancelled.goods(), out);
        text("reason", cancelled.reason(), out);
      }
      case Fact.Suspended suspended -> text("reason", suspended.reason(), out);
      case Fact.OwnersRecorded owners -> shares("owners", owners.owners(), out);
      case Fact.Assigned assigned -> {
        text("from", assigned.from(), out);
        shares("to", assigned.to(), out);
        text("recordNumber", assigned.recordNumber(), out);
      }
      case Fact.Pledged pledged -> {
        text("pledgor", pledged.pledgor(), out);
        text("pledgee", pledged.pledgee(), out);
        text("recordNumber", pledged.recordNumber(), out);
        date("until", pledged.until(), out);
        text("amount", pledged.amount(), out);
      }
      case Fact.PledgeReleased released -> text("recordNumber", released.recordNumber(), out);
      case Fact.Licensed licensed -> {
        text("licence", code(licensed.kind()), out);
        text("licensor", licensed.licensor(), out);
        text("licensee", licensed.licensee(), out);
        text("recordNumber", licensed.recordNumber(), out);
        date("until", licensed.until(), out);
      }
      case Fact.LicenceEnded ended -> text("recordNumber", ended.recordNumber(), out);
      case Fact.Preserved preserved -> {
        text("court", preserved.court(), out);
        text("recordNumber", preserved.recordNumber(), out);
        date("until", preserved.until(), out);
      }
      case Fact.PreservationLifted lifted -> text("recordNumber", lifted.recordNumber(), out);
      case Fact.Described described -> {
        numbers(described.numbers(), out);
        BibliographyJson.write(described.bibliography(), out);
      }
      case Fact.Acted acted -> {
        text("act", acted.act().code(), out);
        text("service", acted.service().map(ServiceWay::code).orElse(""), out);
        date("entered", acted.entered(), out);
        text("concerns", acted.concerns(), out);
        text("text", acted.text(), out);
      }
      case Fact.Noted noted -> {
        text("code", noted.code(), out);
        text("text", noted.text(), out);
      }
      case Fact.Attached attached -> {
        text("digest", attached.digest().hex(), out);
        text("name", attached.name(), out);
        text("mediaType", attached.mediaType(), out);
        out.writeNumberProperty("bytes", attached.bytes());
      }
      case Fact.Corrected corrected -> {
        text("target", corrected.target().toString(), out);
        text("reason", corrected.reason(), out);
        if (corrected.replacement().isPresent()) {
          out.writeName("replacement");
          write(corrected.replacement().get(), out);
        }
      }
    }
    out.writeEndObject();
  }

  /// Writes the bibliography as the property `bibliography`, left out when it says nothing.
  public static void write(Bibliography bibliography, JsonGenerator out) {
    BibliographyJson.write(bibliography, out);
  }

  /// A fact that was written by [#write(Fact)].
  ///
  /// @throws IllegalArgumentException when the text is not one
  public static Fact read(String text) {
    return read(MAPPER.readTree(text));
  }

  /// A fact from its object.
  ///
  /// @throws IllegalArgumentException when the object is not one
  public static Fact read(JsonNode node) {
    return switch (FactKind.parse(Fields.text(node, "kind")).orThrow()) {
      case FILED -> new Fact.Filed(numbers(node), BibliographyJson.read(node));
      case PUBLISHED -> new Fact.Published(number(node), BibliographyJson.read(node));
      case EXAMINATION_BEGUN -> new Fact.ExaminationBegun();
      case PRELIMINARILY_APPROVED ->
          new Fact.PreliminarilyApproved(numbers(node), BibliographyJson.read(node));
      case GRANTED -> new Fact.Granted(number(node), BibliographyJson.read(node));
      case REGISTERED ->
          new Fact.Registered(
              numbers(node), Fields.date(node, "until"), BibliographyJson.read(node));
      case REFUSED -> new Fact.Refused(Fields.text(node, "reason"));
      case WITHDRAWN -> new Fact.Withdrawn();
      case DEEMED_WITHDRAWN -> new Fact.DeemedWithdrawn(Fields.text(node, "reason"));
      case ABANDONED -> new Fact.Abandoned();
      case CEASED -> new Fact.Ceased(Fields.text(node, "reason"));
      case EXPIRED -> new Fact.Expired();
      case RENEWED -> new Fact.Renewed(Fields.date(node, "until").orElseThrow());
      case RESTORED -> new Fact.Restored();
      case INVALIDATED -> new Fact.Invalidated(Fields.texts(node, "claims"));
      case CANCELLED ->
          new Fact.Cancelled(Fields.texts(node, "goods"), Fields.text(node, "reason"));
      case SUSPENDED -> new Fact.Suspended(Fields.text(node, "reason"));
      case RESUMED -> new Fact.Resumed();
      case OWNERS_RECORDED -> new Fact.OwnersRecorded(shares(node, "owners"));
      case ASSIGNED ->
          new Fact.Assigned(
              Fields.text(node, "from"), shares(node, "to"), Fields.text(node, "recordNumber"));
      case PLEDGED ->
          new Fact.Pledged(
              Fields.text(node, "pledgor"),
              Fields.text(node, "pledgee"),
              Fields.text(node, "recordNumber"),
              Fields.date(node, "until"),
              Fields.text(node, "amount"));
      case PLEDGE_RELEASED -> new Fact.PledgeReleased(Fields.text(node, "recordNumber"));
      case LICENSED ->
          new Fact.Licensed(
              licence(Fields.text(node, "licence")),
              Fields.text(node, "licensor"),
              Fields.text(node, "licensee"),
              Fields.text(node, "recordNumber"),
              Fields.date(node, "until"));
      case LICENCE_ENDED -> new Fact.LicenceEnded(Fields.text(node, "recordNumber"));
      case PRESERVED ->
          new Fact.Preserved(
              Fields.text(node, "court"),
              Fields.text(node, "recordNumber"),
              Fields.date(node, "until"));
      case PRESERVATION_LIFTED -> new Fact.PreservationLifted(Fields.text(node, "recordNumber"));
      case DESCRIBED -> new Fact.Described(numbers(node), BibliographyJson.read(node));
      case ACTED ->
          new Fact.Acted(
              Act.parse(Fields.text(node, "act")).orThrow(),
              service(Fields.text(node, "service")),
              Fields.date(node, "entered"),
              Fields.text(node, "concerns"),
              Fields.text(node, "text"));
      case NOTED -> new Fact.Noted(Fields.text(node, "code"), Fields.text(node, "text"));
      case ATTACHED ->
          new Fact.Attached(
              new Digest(Fields.text(node, "digest")),
              Fields.text(node, "name"),
              Fields.text(node, "mediaType"),
              Fields.whole(node, "bytes"));
      case CORRECTED ->
          new Fact.Corrected(
              EventId.parse(Fields.text(node, "target")).orThrow(),
              Optional.ofNullable(node.get("replacement")).map(FactJson::read),
              Fields.text(node, "reason"));
    };
  }

  /// `exclusive`: the name of a kind of licence in data.
  public static String code(Fact.LicenceKind kind) {
    return switch (kind) {
      case EXCLUSIVE -> "exclusive";
      case SOLE -> "sole";
      case ORDINARY -> "ordinary";
      case OPEN -> "open";
    };
  }

  private static Fact.LicenceKind licence(String code) {
    for (Fact.LicenceKind kind : Fact.LicenceKind.values()) {
      if (code(kind).equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "licence must be exclusive, sole, ordinary or open: " + code);
  }

  private static Optional<ServiceWay> service(String code) {
    return code.isEmpty() ? Optional.empty() : Optional.of(ServiceWay.parse(code).orThrow());
  }

  private static void text(String name, String value, JsonGenerator out) {
    if (!value.isEmpty()) {
      out.writeStringProperty(name, value);
    }
  }

  private static void date(String name, Optional<LocalDate> date, JsonGenerator out) {
    if (date.isPresent()) {
      out.writeStringProperty(name, date.get().toString());
    }
  }

  private static void texts(String name, List<String> values, JsonGenerator out) {
    if (!values.isEmpty()) {
      out.writeArrayPropertyStart(name);
      values.forEach(out::writeString);
      out.writeEndArray();
    }
  }

  private static void shares(String name, List<Fact.Share> shares, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    for (Fact.Share share : shares) {
      out.writeStartObject();
      out.writeStringProperty("name", share.name());
      out.writeNumberProperty("parts", share.parts());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static List<Fact.Share> shares(JsonNode node, String name) {
    List<Fact.Share> shares = new ArrayList<>();
    for (JsonNode share : Fields.array(node, name)) {
      shares.add(
          new Fact.Share(
              Fields.text(share, "name"), Math.toIntExact(Fields.whole(share, "parts"))));
    }
    return shares;
  }

  /// Writes numbers as `"numbers":[…]`, nothing when there are none.
  static void numbers(List<RightNumber> numbers, JsonGenerator out) {
    numbers("numbers", numbers, out);
  }

  static void numbers(String name, List<RightNumber> numbers, JsonGenerator out) {
    if (!numbers.isEmpty()) {
      out.writeArrayPropertyStart(name);
      for (RightNumber number : numbers) {
        out.writeStartObject();
        out.writeStringProperty("office", number.office().code());
        out.writeStringProperty("type", code(number.type()));
        out.writeStringProperty("text", number.text());
        out.writeStringProperty("key", number.key());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
  }

  private static List<RightNumber> numbers(JsonNode node) {
    return numbers(node, "numbers");
  }

  static List<RightNumber> numbers(JsonNode node, String name) {
    List<RightNumber> numbers = new ArrayList<>();
    for (JsonNode number : Fields.array(node, name)) {
      numbers.add(
          new RightNumber(
              new Office(Fields.text(number, "office")),
              type(Fields.text(number, "type")),
              Fields.text(number, "text"),
              Fields.text(number, "key")));
    }
    return numbers;
  }

  private static RightNumber number(JsonNode node) {
    List<RightNumber> numbers = numbers(node);
    if (numbers.size() != 1) {
      throw new IllegalArgumentException("numbers must hold one: " + numbers);
    }
    return numbers.getFirst();
  }

  /// `application`: the name of a type of number in data.
  public static String code(NumberType type) {
    return switch (type) {
      case APPLICATION -> "application";
      case PUBLICATION -> "publication";
      case REGISTRATION -> "registration";
      case MADRID -> "madrid";
    };
  }

  private static NumberType type(String code) {
    for (NumberType type : NumberType.values()) {
      if (code(type).equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no type of number: " + code);
  }
}
