package org.zhiheng.jobs.report;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.party.Party;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.right.Folded;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Records as JSON: the one form that REST, the command line and exports give.
///
/// Dates and instants are ISO 8601, ids as printed (`R42`), names in camel case; a date that is not
/// known is left out, a list that is empty is there. Each method writes one value where the
/// generator stands.
public final class RecordJson {

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private RecordJson() {}

  /// What is written into a fresh generator, as text.
  public static String text(Consumer<JsonGenerator> writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      writer.accept(out);
    }
    return text.toString();
  }

  /// One line of a list.
  public static void row(RightRow row, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", row.id().toString());
    out.writeStringProperty("kind", row.kind().code());
    out.writeStringProperty("office", row.office().code());
    out.writeStringProperty("number", row.number());
    out.writeStringProperty("title", row.title());
    out.writeStringProperty("stage", row.stage());
    out.writeStringProperty("holder", row.holder());
    out.writeStringProperty("region", row.region());
    out.writeStringProperty("mainClass", row.mainClass());
    date("filedOn", row.filedOn(), out);
    date("noticedOn", Optional.of(row.noticedOn()), out);
    out.writeEndObject();
  }

  /// One right: what it is, what it came to, and every event.
  public static void right(RightRecord record, Folded folded, JsonGenerator out) {
    Right right = folded.right();
    out.writeStartObject();
    out.writeStringProperty("id", record.id().toString());
    out.writeNumberProperty("version", record.version());
    out.writeStringProperty("kind", record.kind().code());
    out.writeStringProperty("office", record.office().code());
    out.writeStringProperty("title", title(right));
    out.writeStringProperty("stage", right.stage().code());
    out.writeBooleanProperty("inForce", right.life().inForce());
    numbers(right.numbers().isEmpty() ? record.numbers() : right.numbers(), out);
    dates(right.dates(), out);
    shares("owners", right.owners(), out);
    out.writeArrayPropertyStart("interests");
    right.interests().all().forEach(interest -> interest(interest, out));
    out.writeEndArray();
    texts("lost", right.life().lost(), out);
    FactJson.write(right.bibliography(), out);
    out.writeObjectPropertyStart("references");
    out.writeStringProperty("ours", record.references().ours());
    out.writeStringProperty("client", record.references().client());
    out.writeStringProperty("clientName", record.references().clientName());
    out.writeEndObject();
    out.writeArrayPropertyStart("events");
    record.events().forEach(event -> event(event, out));
    out.writeEndArray();
    problems("objections", folded.objections(), out);
    problems("cautions", folded.cautions(), out);
    out.writeEndObject();
  }

  /// One event.
  public static void event(Event event, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", event.id().toString());
    out.writeStringProperty("on", event.on().toString());
    out.writeName("fact");
    FactJson.write(event.fact(), out);
    out.writeObjectPropertyStart("source");
    out.writeStringProperty("name", event.source().name());
    out.writeStringProperty("position", event.source().position());
    out.writeStringProperty("digest", event.source().digest());
    out.writeEndObject();
    out.writeStringProperty("recordedAt", event.recordedAt().toString());
    out.writeStringProperty("recordedBy", event.recordedBy());
    out.writeEndObject();
  }

  /// One party.
  public static void party(Party party, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", party.id().toString());
    out.writeArrayPropertyStart("names");
    for (Party.Name name : party.names()) {
      out.writeStartObject();
      out.writeStringProperty("text", name.text());
      out.writeStringProperty("form", name.form().name().toLowerCase(java.util.Locale.ROOT));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeStringProperty("creditCode", party.creditCode());
    out.writeStringProperty("country", party.country());
    out.writeStringProperty("region", party.region());
    out.writeNumberProperty("rights", party.rights());
    texts("absorbed", party.absorbed().stream().map(PartyId::toString).toList(), out);
    out.writeArrayPropertyStart("history");
    for (Party.Change change : party.history()) {
      out.writeStartObject();
      out.writeStringProperty("at", change.at().toString());
      out.writeStringProperty("what", change.what());
      change.other().ifPresent(other -> out.writeStringProperty("other", other.toString()));
      out.writeStringProperty("text", change.text());
      out.writeStringProperty("by", change.by());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// One import run.
  public static void run(ImportRun run, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("id", run.id().toString());
    out.writeStringProperty("kind", run.kind());
    out.writeStringProperty("fileName", run.fileName());
    out.writeStringProperty("fileDigest", run.fileDigest());
    out.writeNumberProperty("fileBytes", run.fileBytes());
    out.writeStringProperty("by", run.by());
    out.writeStringProperty("startedAt", run.startedAt().toString());
    run.endedAt().ifPresent(at -> out.writeStringProperty("endedAt", at.toString()));
    out.writeStringProperty("state", run.state().code());
    out.writeNumberProperty("read", run.counts().read());
    out.writeNumberProperty("taken", run.counts().taken());
    out.writeNumberProperty("refused", run.counts().refused());
    out.writeNumberProperty("unchanged", run.counts().unchanged());
    out.writeStringProperty("failure", run.failure());
    out.writeEndObject();
  }

  /// What an import came to: `{"read","taken","refused","unchanged","problems":[…]}`.
  public static void report(ImportRun run, List<Problem> problems, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("read", run.counts().read());
    out.writeNumberProperty("taken", run.counts().taken());
    out.writeNumberProperty("refused", run.counts().refused());
    out.writeNumberProperty("unchanged", run.counts().unchanged());
    problems("problems", problems, out);
    out.writeEndObject();
  }

  /// One entry of the audit trail.
  public static void kept(AuditTrail.Kept kept, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty("number", kept.number());
    out.writeStringProperty("at", kept.entry().at().toString());
    out.writeStringProperty("who", kept.entry().who());
    out.writeStringProperty("action", kept.entry().action());
    out.writeStringProperty("subject", kept.entry().subject());
    out.writeStringProperty("detail", kept.entry().detail());
    out.writeEndObject();
  }

  /// One problem.
  public static void problem(Problem problem, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("code", problem.code());
    out.writeStringProperty("path", problem.path());
    out.writeStringProperty("given", problem.given());
    out.writeStringProperty("reason", problem.reason());
    out.writeStringProperty("source", problem.source());
    out.writeEndObject();
  }

  /// Problems as an array property.
  public static void problems(String name, List<Problem> problems, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    problems.forEach(problem -> problem(problem, out));
    out.writeEndArray();
  }

  private static String title(Right right) {
    return right.bibliography().titles().isEmpty()
        ? right.bibliography().sign().map(sign -> sign.word()).orElse("")
        : right.bibliography().titles().getFirst().text();
  }

  private static void numbers(List<RightNumber> numbers, JsonGenerator out) {
    out.writeArrayPropertyStart("numbers");
    for (RightNumber number : numbers) {
      out.writeStartObject();
      out.writeStringProperty("office", number.office().code());
      out.writeStringProperty("type", FactJson.code(number.type()));
      out.writeStringProperty("text", number.text());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void dates(Right.Dates dates, JsonGenerator out) {
    date("filedOn", dates.filedOn(), out);
    date("publishedOn", dates.publishedOn(), out);
    date("approvedOn", dates.approvedOn(), out);
    date("grantedOn", dates.grantedOn(), out);
    date("registeredOn", dates.registeredOn(), out);
    date("endedOn", dates.endedOn(), out);
    date("until", dates.until(), out);
  }

  private static void interest(Interest interest, JsonGenerator out) {
    out.writeStartObject();
    switch (interest) {
      case Interest.Ownership ownership -> {
        out.writeStringProperty("type", "ownership");
        shares("owners", ownership.owners(), out);
      }
      case Interest.Pledge pledge -> {
        out.writeStringProperty("type", "pledge");
        out.writeStringProperty("pledgor", pledge.pledgor());
        out.writeStringProperty("pledgee", pledge.pledgee());
        out.writeStringProperty("amount", pledge.amount());
        date("until", pledge.until(), out);
      }
      case Interest.Licence licence -> {
        out.writeStringProperty("type", "licence");
        out.writeStringProperty("licence", FactJson.code(licence.kind()));
        out.writeStringProperty("licensor", licence.licensor());
        out.writeStringProperty("licensee", licence.licensee());
        date("until", licence.until(), out);
      }
      case Interest.Preservation preservation -> {
        out.writeStringProperty("type", "preservation");
        out.writeStringProperty("court", preservation.court());
        date("until", preservation.until(), out);
      }
    }
    out.writeStringProperty("recordNumber", interest.recordNumber());
    out.writeStringProperty("event", interest.event().toString());
    out.writeStringProperty("from", interest.from().toString());
    date("endedOn", interest.endedOn(), out);
    out.writeEndObject();
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

  private static void texts(String name, List<String> texts, JsonGenerator out) {
    out.writeArrayPropertyStart(name);
    texts.forEach(out::writeString);
    out.writeEndArray();
  }

  private static void date(String name, Optional<LocalDate> date, JsonGenerator out) {
    date.ifPresent(day -> out.writeStringProperty(name, day.toString()));
  }
}
